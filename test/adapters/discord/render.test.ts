import { expect, test } from 'vitest'
import type { Look } from '../../../adapters/discord/canvas.ts'
import { inPlainWords, messagesFrom } from '../../../adapters/discord/messages.ts'
import type { Card, Choice, Part } from '../../../src/card/card.ts'
import { problemsOfMessage, textOf } from '../../support/discord-validator.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

const LOOK: Look = { words: 'typing', files: true, owner: null, nextPart: null }

const words = (length: number): string => 'word '.repeat(length / 5).trim()
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

function sent(cards: readonly Card[], look: Partial<Look> = {}) {
  const messages = messagesFrom(cards, { ...LOOK, ...look })
  for (const { components, attachments } of messages) {
    const message = { flags: 1 << 15, components, allowed_mentions: { parse: [] } }
    const files = attachments.map(({ name }) => name)
    expect(problemsOfMessage(message, files)).toEqual([])
  }
  return messages
}

const shown = (cards: readonly Card[], look: Partial<Look> = {}): string =>
  textOf(sent(cards, look).map(({ components }) => components))

interface Row {
  type: number
  components?: { label?: string; style?: number; options?: unknown[]; type: number }[]
}

const rowsOf = (cards: readonly Card[], look: Partial<Look> = {}): Row[] =>
  sent(cards, look)
    .flatMap(({ components }) => components as { components?: Row[] }[])
    .flatMap(({ components = [] }) => components)
    .filter(({ type }) => type === 1)

const labels = (rows: readonly Row[]) =>
  rows.map(({ components = [] }) => components.map(({ label }) => label))

test('a question is one message: heading, progress, options, boxes, answers, ways out', () => {
  expect(sent([QUESTION])).toHaveLength(1)
  const text = shown([QUESTION])
  expect(text).toMatch(/^### .+\n-# Question \d of at most \d/)
  const [boxes, answers, out] = rowsOf([QUESTION])
  expect(boxes?.components?.[0]?.options?.length).toBeGreaterThan(0)
  expect(answers?.components?.every(({ type }) => type === 2)).toBe(true)
  expect(out?.components?.every(({ style }) => style === 2)).toBe(true)
})

test('the one that is primary stands out; among equals all do', () => {
  const style = (choices: Choice[]) =>
    rowsOf([{ parts: [{ kind: 'choices', choices }] }]).flatMap(({ components = [] }) =>
      components.map((c) => c.style),
    )
  expect(
    style([
      { action: 'a@1', label: 'A', primary: true },
      { action: 'b@1', label: 'B' },
    ]),
  ).toEqual([1, 2])
  expect(
    style([
      { action: 'a@1', label: 'A' },
      { action: 'b@1', label: 'B' },
    ]),
  ).toEqual([1, 1])
})

test('many choices are a menu, more than 25 two of them', () => {
  const choices = (count: number): Card => ({
    parts: [
      {
        kind: 'choices',
        choices: times(count, (i) => ({ action: `open:${i}@1`, label: `L${i}`, hint: 'h' })),
      },
    ],
  })
  expect(rowsOf([choices(6)]).map(({ components = [] }) => components[0]?.options?.length)).toEqual([6])
  expect(rowsOf([choices(26)]).map(({ components = [] }) => components[0]?.options?.length)).toEqual([25, 1])
})

test('an action too long for an id is an option of a menu', () => {
  const action = `open:${'x'.repeat(93)}@1`
  const [row] = rowsOf([{ parts: [{ kind: 'choices', choices: [{ action, label: 'Open' }] }] }])
  expect(row?.components?.[0]?.options).toEqual([{ label: 'Open', value: action }])
})

test('where nobody can type, a button opens a field; in a shared consultation a mention is the way', () => {
  expect(labels(rowsOf([QUESTION], { words: 'button' })).flat()).toContain('Answer in words')
  expect(shown([QUESTION], { words: 'mention' })).toContain('Mention me')
  expect(labels(rowsOf([QUESTION])).flat()).not.toContain('Answer in words')
})

test('a chart is a picture with its words, or bars where files may not go', () => {
  const [message] = sent([{ parts: [SAMPLES.score_chart] }])
  expect(message?.attachments.map(({ name }) => name)).toEqual(['score-chart.png'])
  expect(textOf(message?.components)).toContain('of 100')
  expect(shown([{ parts: [SAMPLES.score_chart] }], { files: false })).toMatch(/```\n[\s\S]*█/)
})

test('files of the same name keep apart', () => {
  const [message] = sent([{ parts: [SAMPLES.file, SAMPLES.file] }])
  expect(new Set(message?.attachments.map(({ name }) => name)).size).toBe(2)
})

test('a table stands in columns, a wide one row by row', () => {
  const small: Part = { kind: 'table', caption: 'T', columns: ['', 'A'], rows: [['r', 'x']] }
  expect(shown([{ parts: [small] }])).toContain('```\n   A\nr  x\n```')
  const wide: Part = { kind: 'table', caption: 'T', columns: ['', 'A'], rows: [['r', words(100)]] }
  expect(shown([{ parts: [wide] }])).toMatch(/- \*\*r\*\*: A word/)
})

test('every kind of part is shown', () => {
  for (const part of Object.values(SAMPLES))
    if (part.kind !== 'progress') expect(shown([{ parts: [part] }])).not.toBe('')
})

test.each<[string, string, string]>([
  ['a mention', '<@123> @everyone <@&1> <#2>', '\\<\\@123> \\@everyone \\<\\@&1> \\<#2>'],
  ['marks', '*a* _b_ ~~c~~ `d` ||e||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
  ['a heading', '# a', '\\# a'],
  ['small print', '-# a', '\\-# a'],
  ['a quote', '> a', '\\> a'],
  ['a number', '12. a', '12\\. a'],
  ['a link', '[a](https://b.example)', '\\[a\\](https\\://b.example)'],
  ['a time', '<t:1:R> :smile:', '\\<t\\:1:R> \\:smile:'],
])('%s that somebody typed is shown letter by letter', (_, typed, expected) => {
  const escaped = typed.replace(/[\\*_`[\]<>@#~|]/g, '\\$&')
  expect(shown([{ parts: [{ kind: 'text', text: `a\n\n${escaped}` }] }])).toContain(
    // A dash or a number in front makes an item of our own list.
    /^(12|-)/.test(typed) ? 'a' : expected,
  )
})

test('a long text is spread over messages, cut at a sentence', () => {
  const text = times(400, (i) => `Sentence number ${i} is here.`).join(' ')
  const messages = sent([{ title: 'Long', parts: [{ kind: 'text', text }] }])
  expect(messages.length).toBeGreaterThan(2)
  expect(textOf(messages.map(({ components }) => components)).match(/Sentence number/g)).toHaveLength(400)
})

test('in plain words everything is one text', () => {
  const { components, attachments } = inPlainWords([
    QUESTION,
    { parts: [{ kind: 'text', text: words(9_000) }] },
  ])
  const message = { flags: 1 << 15, components, allowed_mentions: { parse: [] } }
  expect([problemsOfMessage(message), attachments]).toEqual([[], []])
})
