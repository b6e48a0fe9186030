import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideCard } from '../../../adapters/shared/divide.ts'
import { pages } from '../../../adapters/shared/pages.ts'
import type { Card, Part } from '../../../src/card/card.ts'
import { plainText } from '../../../src/card/markup.ts'
import { cardToText } from '../../../src/card/plain.ts'
import { arbitraryCard } from '../../support/arbitrary-card.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

const shorterThan = (most: number) => (cards: readonly Card[]) =>
  cards.map(cardToText).join('').length <= most

const text = (words: string): Part => ({ kind: 'text', text: words })

describe('pages', () => {
  test('cards that fit together share one', () => {
    expect(pages([QUESTION, QUESTION], () => true)).toEqual([[QUESTION, QUESTION]])
  })

  test('a card is not divided if it fits a page of its own', () => {
    expect(pages([QUESTION, QUESTION], (cards) => cards.length < 2)).toEqual([[QUESTION], [QUESTION]])
  })

  test('a card that fits no page is divided, its title above the first half', () => {
    const card = { title: 'T', parts: [text('One sentence. Another one.')] }
    expect(pages([card], shorterThan(20))).toEqual([
      [{ title: 'T', parts: [text('One sentence. ')] }],
      [{ parts: [text('Another one.')] }],
    ])
  })

  test('the answers of a card stay together while they fit', () => {
    const card = { parts: [text('x '.repeat(200)), SAMPLES.choices, SAMPLES.checklist] }
    const last = pages([card], shorterThan(300)).at(-1)
    expect(last?.at(-1)).toEqual({ parts: [SAMPLES.choices, SAMPLES.checklist] })
  })

  test('what cannot be divided stands alone', () => {
    const card = { parts: [SAMPLES.progress] }
    expect(pages([card], () => false)).toEqual([[card]])
  })

  test('no letter is lost and every page fits, as far as cards can be divided', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCard, { maxLength: 3 }), (cards) => {
        const fits = shorterThan(1_500)
        for (const page of pages(cards, fits))
          expect(fits(page) || (page.length === 1 && divideCard(page[0] as Card) === null)).toBe(true)
        expect(lettersOf(pages(cards, fits).flat())).toEqual(expect.arrayContaining(lettersOf(cards)))
      }),
    )
  })
})

/** The words of texts, which are what is cut; labels and captions may be repeated. */
const lettersOf = (cards: readonly Card[]): string[] =>
  [
    cards
      .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [plainText(part.text)] : [])))
      .join('')
      .replace(/\s/g, ''),
  ].filter(
    (letters) => cards.every(({ parts }) => parts.every(({ kind }) => kind === 'text')) && letters !== '',
  )

describe('a divided part', () => {
  const halvesOf = (part: Part): Part[] | null =>
    divideCard({ parts: [part] })?.flatMap((card) => card.parts) ?? null

  test('of text keeps its marks on both sides, whatever the words are', () => {
    expect(halvesOf(text('**one \\*two\\* three four** and a [long label](https://a.example/_b_)'))).toEqual([
      text('**one \\*two\\* three four** '),
      text('and a [long label](https://a.example/_b_)'),
    ])
  })

  test('of a table repeats its columns', () => {
    const { rows } = SAMPLES.table
    expect(halvesOf(SAMPLES.table)).toEqual([
      { ...SAMPLES.table, rows: rows.slice(0, 1) },
      { ...SAMPLES.table, rows: rows.slice(1) },
    ])
  })

  test('of a checklist can be sent on its own', () => {
    expect(
      halvesOf(SAMPLES.checklist)?.map((part) => part.kind === 'checklist' && part.submit.action),
    ).toEqual(['needs', 'needs'])
  })

  test('of a single choice sets its hint apart', () => {
    const choice = { action: 'a@1', label: 'Simple', hint: 'one screen' }
    expect(halvesOf({ kind: 'choices', choices: [choice] })).toEqual([
      text('Simple: one screen'),
      { kind: 'choices', choices: [{ action: 'a@1', label: 'Simple' }] },
    ])
  })

  test('of a notice goes on as text', () => {
    expect(halvesOf({ kind: 'notice', tone: 'warning', text: 'First this. Then that.' })).toEqual([
      { kind: 'notice', tone: 'warning', text: 'First this. ' },
      text('Then that.'),
    ])
  })
})
