import { expect, test } from 'vitest'
import { formModal } from '../../../adapters/slack/form-modal.ts'
import { homeView } from '../../../adapters/slack/home.ts'
import { messagesFrom } from '../../../adapters/slack/messages.ts'
import { wordsModal } from '../../../adapters/slack/words-modal.ts'
import type { Choice, Part } from '../../../src/card/card.ts'
import { problemsOfMessage, problemsOfView } from '../../support/slack-validator.ts'
import { SAMPLES } from '../terminal/sample-cards.ts'

const words = (length: number): string => 'word '.repeat(length / 5).trim()
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const choices = (count: number, action: (i: number) => string): Part => ({
  kind: 'choices',
  choices: times(count, (i): Choice => ({ action: action(i), label: `${i}` })),
})
const table = (rows: number, columns: number, cell: string): Part => ({
  kind: 'table',
  caption: 'Table',
  columns: times(columns, () => ''),
  rows: times(rows, () => times(columns, () => cell)),
})

const chart = (candidates: number, rows: number): Part => ({
  kind: 'score_chart',
  caption: 'Chart',
  candidates: times(candidates, (i) => ({ name: `candidate ${i}`, score: i })),
  rows: times(rows, (i) => ({ label: `row ${i}`, values: times(candidates, () => 50) })),
})

/** For each limit a part that goes beyond it. */
const BEYOND: [what: string, part: Part][] = [
  ['26 buttons', choices(26, (i) => `${'long-'.repeat(18)}${i}@1`)],
  ['101 options of a menu', choices(101, (i) => `open:${i}@1`)],
  ['an action too long for an option', choices(6, (i) => `${'long-'.repeat(18)}${i}@1`)],
  ['a long text in small print', { ...SAMPLES.file, alt: words(6_400) }],
  ['a long label of boxes', { ...SAMPLES.checklist, label: words(2_400) }],
  ['a table of 101 rows', table(101, 1, 'x')],
  ['a table of 21 columns', table(1, 21, 'x')],
  ['a table of more than 10,000 characters', table(1, 1, words(11_000))],
  ['a long caption of a chart', { ...SAMPLES.score_chart, caption: words(2_500) }],
  ['a chart of 7 candidates', chart(7, 2)],
  ['a chart of 21 rows', chart(2, 20)],
]

test.each(BEYOND)('%s: Slack takes what it is rendered to', (_, part) => {
  const messages = messagesFrom([{ parts: [part] }], { words: 'typing' })
  expect(messages.flatMap(problemsOfMessage)).toEqual([])
})

test('a title longer than a header goes on below it', () => {
  const [message] = messagesFrom([{ title: words(200), parts: [] }], { words: 'typing' })
  expect(problemsOfMessage(message)).toEqual([])
  expect(message?.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text'])
})

test('an App Home of more than 250 kB is cut', () => {
  const view = homeView(times(60, () => ({ parts: [{ kind: 'text', text: words(5_000) }] })))
  expect(problemsOfView(view)).toEqual([])
})

test('the field of a modal keeps to the limits, whatever its texts are', () => {
  const field = { label: words(2_500), placeholder: words(300), multiline: false, submit: words(60) }
  expect(problemsOfView(wordsModal(field, null, ''))).toEqual([])
})

test('a question of the form keeps to the limits, whatever its texts are', () => {
  const options = times(3, (i) => ({ value: `${i}`, label: words(120), hint: words(900) }))
  const question = { criterion: 'size', name: words(2_500), question: words(500), options, present: null }
  expect(problemsOfView(formModal({ questions: [question], needs: [] }, ''))).toEqual([])
})
