import { expect, test } from 'vitest'
import { menuOf } from '../../../adapters/terminal/menu.ts'
import { drawnColumns, render } from '../../../adapters/terminal/render.ts'
import { width } from '../../../adapters/terminal/width.ts'
import type { Card, Part } from '../../../src/card/card.ts'
import { QUESTION, SAMPLES } from './sample-cards.ts'

/** The card as lines of text, as a terminal without colours shows it. */
function draw(columns: number, ...cards: Card[]): string[] {
  const menu = menuOf(cards)
  const ticked = new Set(menu.options.filter((option) => option.checked))
  return render(cards, menu, ticked, columns).map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  )
}

const drawPart = (columns: number, part: Part): string => `\n${draw(columns, { parts: [part] }).join('\n')}\n`

const KINDS = Object.values(SAMPLES)

test.each(KINDS)('$kind fits into 20 and into 80 columns', (part) => {
  for (const columns of [20, 80])
    for (const line of draw(columns, { parts: [part] }))
      expect(width(line), line).toBeLessThanOrEqual(columns)
})

test('text wraps between words, lists hang under their first word, links show their address', () => {
  expect(drawPart(60, SAMPLES.text)).toMatchInlineSnapshot(`
    "
    Alpha is clearly ahead; run alpha new, see the tour
    (https://alpha.example/tour).

    - A point that is long enough to go on in a second line,
      under its first word and not under its dash.
    - 要件の複雑さと性能、エコシステムで決まります。フレームワー
      クの選定についての説明です。
    "
  `)
})

test('facts stand in two columns where there is room', () => {
  expect(drawPart(60, SAMPLES.facts)).toMatchInlineSnapshot(`
    "
    Type             everything included
    Current version  5.2, supported until April 2028 and then
                     followed by another one
    "
  `)
})

test('facts stand below their labels in a narrow window', () => {
  expect(drawPart(20, SAMPLES.facts)).toMatchInlineSnapshot(`
    "
    Type
      everything
      included
    Current version
      5.2, supported
      until April 2028
      and then followed
      by another one
    "
  `)
})

test('a table stands in columns where they fit', () => {
  expect(drawPart(60, SAMPLES.table)).toMatchInlineSnapshot(`
    "
    Side by side
             Alpha     Beta
    ───────  ────────  ─────────────────────────────────────────
    Storage  built in  a package of its own, chosen by whoever
                       starts the project
    Panel    built in  none
    "
  `)
})

test('a table becomes one block a row in a narrow window', () => {
  expect(drawPart(20, SAMPLES.table)).toMatchInlineSnapshot(`
    "
    Side by side
    Storage
      Alpha: built in
      Beta: a package of
      its own, chosen by
      whoever starts the
      project

    Panel
      Alpha: built in
      Beta: none
    "
  `)
})

test('a chart puts candidates side by side where there is room', () => {
  expect(drawPart(60, SAMPLES.score_chart)).toMatchInlineSnapshot(`
    "
    How they compare
              Alpha                 Beta
    Overall   █████████████░░░ 81   ████████░░░░░░░░ 50
    Standing  ████████████████ 100  ░░░░░░░░░░░░░░░░ 0
    Panel     ████░░░░░░░░░░░░ 25   not rated
    "
  `)
})

test('a chart puts candidates below each other in a narrow window', () => {
  expect(drawPart(20, SAMPLES.score_chart)).toMatchInlineSnapshot(`
    "
    How they compare

    Overall
      Alpha  ██████░ 81
      Beta   ████░░░ 50

    Standing
      Alpha  ███████ 100
      Beta   ░░░░░░░ 0

    Panel
      Alpha  ██░░░░░ 25
      Beta   not rated
    "
  `)
})

test('a question numbers its choices, letters its boxes and ends with the ways out', () => {
  expect(`\n${draw(80, QUESTION).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    How complex will it be?
    ───────────────────────

    Question 2 of at most 5

    [1] Simple   one screen or endpoint
    [2] Complex  roles and a back office

    Anything of this?
    a [ ] Panel  staff edit data
    b [x] Login
    Type letters to tick: "a b", or with an answer: "1 a b"
    [3] Next, or just Enter

    [4] Skip   [5] Why do you ask?
    "
  `)
})

test('a question is readable in 20 columns', () => {
  expect(`\n${draw(20, QUESTION).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    How complex will it
    be?
    ───────────────────

    Question 2 of at
    most 5

    [1] Simple
        one screen or
        endpoint
    [2] Complex
        roles and a back
        office

    Anything of this?
    a [ ] Panel
          staff edit
          data
    b [x] Login
    Type letters to
    tick: "a b", or with
    an answer: "1 a b"
    [3] Next, or just
        Enter

    [4] Skip
    [5] Why do you ask?
    "
  `)
})

test('form, sources, file and notice say in words what they are', () => {
  const { form, sources, file, notice } = SAMPLES
  expect(`\n${draw(80, { parts: [form, sources, file, notice] }).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    What would change?
    such as: twice as many users

    Sources
    - https://alpha.example/releases (2025-04)
    - Package index, project beta

    File: brief.pdf
    Two pages for the client

    Warning: Live updates need a package of its own; plan a day for it.
    "
  `)
})

test('an information starts with another word than a warning', () => {
  expect(drawPart(80, { kind: 'notice', tone: 'info', text: 'Checked long ago.' })).toContain('Note: Checked')
})

test('numbers run on from card to card of one reply', () => {
  const lines = draw(80, { parts: [SAMPLES.choices] }, { parts: [structuredClone(SAMPLES.choices)] }).join(
    '\n',
  )
  expect(lines.match(/\[\d+\]/g)).toEqual(['[1]', '[2]', '[3]', '[4]', '[5]', '[6]', '[7]', '[8]'])
})

test('a choice that stands on two cards of one reply has one number', () => {
  const lines = draw(80, { parts: [SAMPLES.choices] }, { parts: [SAMPLES.choices, SAMPLES.checklist] }).join(
    '\n',
  )
  expect(lines.match(/\[\d+\]/g)).toEqual(['[1]', '[2]', '[3]', '[4]', '[1]', '[2]', '[5]', '[3]', '[4]'])
})

test('parts without content leave no gap', () => {
  const empty: Part = { kind: 'text', text: '' }
  expect(
    draw(80, { parts: [SAMPLES.progress, empty, { kind: 'choices', choices: [] }, SAMPLES.progress] }),
  ).toEqual(['Question 2 of at most 5', '', 'Question 2 of at most 5'])
})

test('a card is drawn between 20 and 100 columns wide, 80 where the width is not known', () => {
  expect([undefined, 0, 7, 55, 300].map(drawnColumns)).toEqual([80, 80, 20, 55, 100])
})
