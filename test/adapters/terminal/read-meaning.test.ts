import { expect, test } from 'vitest'
import { EMPTY_MENU, menuOf } from '../../../adapters/terminal/menu.ts'
import { type Meaning, meaningOf } from '../../../adapters/terminal/read-meaning.ts'
import type { Card } from '../../../src/card/card.ts'
import { QUESTION, SAMPLES } from './sample-cards.ts'

/** What a line means below a card on which only what the card itself ticks is ticked. */
function below(card: Card, line: string): Meaning {
  const menu = menuOf([card])
  return meaningOf(line, menu, new Set(menu.options.filter((option) => option.checked)))
}

const sent = (input: Extract<Meaning, { kind: 'send' }>['input']): Meaning => ({ kind: 'send', input })
const text = (words: string): Meaning => sent({ kind: 'text', text: words })

const CHOICES: Card = { parts: [SAMPLES.choices] }
const FORM: Card = { parts: [SAMPLES.form, SAMPLES.choices] }

test.each(['1', ' 1 ', '[1]', '1.', '1)', 'simple', 'Simple.'])('%j presses the first choice', (line) => {
  expect(below(CHOICES, line)).toEqual(sent({ kind: 'action', action: 'answer:low' }))
})

test.each(['4', 'why do you ask', 'Why do you ask?'])('%j presses a way out', (line) => {
  expect(below(CHOICES, line)).toEqual(sent({ kind: 'action', action: 'why' }))
})

test.each(['0', '5', '50000', '1 2'])(
  '%j, which is not on a card that asks nothing, sends nothing',
  (line) => {
    expect(below(CHOICES, line)).toEqual({
      kind: 'hint',
      text: 'Type one number from 1 to 4, or say it in your own words.',
    })
  },
)

test.each(['50000', '200', '0', '6'])('%j, beyond the numbers of a question, is an answer', (line) => {
  expect(below(QUESTION, line)).toEqual(text(line))
})

test('a number is text where nothing is numbered', () => {
  expect(meaningOf('7', EMPTY_MENU, new Set())).toEqual(text('7'))
})

test('letters tick boxes and clear ticked ones, and send nothing', () => {
  const { options } = menuOf([QUESTION])
  expect(below(QUESTION, 'a')).toEqual({ kind: 'tick', ticked: new Set(options) })
  expect(below(QUESTION, 'A,b')).toEqual({ kind: 'tick', ticked: new Set(options.slice(0, 1)) })
})

test.each(['', '3', 'next'])('%j sends the ticked boxes', (line) => {
  expect(below(QUESTION, line)).toEqual(sent({ kind: 'action', action: 'needs', values: ['login'] }))
})

test('an answer takes along what was ticked before and with it', () => {
  expect(below(QUESTION, '2 a b')).toEqual(
    sent({ kind: 'action', action: 'answer:high', values: ['panel', 'login'] }),
  )
  expect(meaningOf('2', menuOf([QUESTION]), new Set())).toEqual(
    sent({ kind: 'action', action: 'answer:high', values: [] }),
  )
})

test('an answer takes no ticks along that nobody changed', () => {
  expect(below(QUESTION, '2')).toEqual(sent({ kind: 'action', action: 'answer:high' }))
})

test('a way out takes no ticks along', () => {
  expect(below(QUESTION, '4')).toEqual(sent({ kind: 'action', action: 'skip' }))
})

test.each(['c', 'a c', 'a panel', ',', '3 weeks', '2 or 3'])('%j is text below a question', (line) => {
  expect(below(QUESTION, line)).toEqual(text(line))
})

test('an empty line means nothing where there is no checklist', () => {
  expect(below(CHOICES, '  ')).toEqual({ kind: 'nothing' })
})

test('a form takes the next free text, while its numbers and commands still work', () => {
  expect(below(FORM, 'twice as many')).toEqual(
    sent({ kind: 'action', action: 'what-if', text: 'twice as many' }),
  )
  expect(below(FORM, '2000')).toEqual(sent({ kind: 'action', action: 'what-if', text: '2000' }))
  expect(below(FORM, '3')).toEqual(sent({ kind: 'action', action: 'skip' }))
  expect(below(FORM, '/help')).toEqual(sent({ kind: 'command', command: 'help', text: '' }))
})

test.each([
  ['/help', 'help', ''],
  ['/compare a b', 'compare', 'a b'],
  ['/Why-Not  a', 'why-not', 'a'],
  ['/ask one\ntwo', 'ask', 'one\ntwo'],
] as const)('%j is a command', (line, command, rest) => {
  expect(below(QUESTION, line)).toEqual(sent({ kind: 'command', command, text: rest }))
})

test.each(['/nonsense', '/', 'help', 'back', '/var/log is full'])('%j goes to the desk as text', (line) => {
  expect(below(CHOICES, line)).toEqual(text(line))
})

test.each(['exit', 'quit', 'Bye', ':q', '/exit', ' quit '])('%j leaves', (line) => {
  expect(below(FORM, line)).toEqual({ kind: 'leave' })
})

test('free text arrives as it was typed', () => {
  const brief = `  a brief\n\n${'with 50k users '.repeat(2700)}\u0000`
  expect(below(CHOICES, brief)).toEqual(text(brief))
})
