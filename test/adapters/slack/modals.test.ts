import { expect, test } from 'vitest'
import { formModal, readForm } from '../../../adapters/slack/form-modal.ts'
import { homeView } from '../../../adapters/slack/home.ts'
import { readWords, wordsModal } from '../../../adapters/slack/words-modal.ts'
import type { FormDefinition } from '../../../src/desk.ts'
import { problemsOfView, textOf } from '../../support/slack-validator.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

const FIELD = {
  label: 'What would change?',
  placeholder: 'twice as many users',
  multiline: true,
  submit: 'Try it',
}
const ADDRESS = '{"channel":"C1"}'

const FORM: FormDefinition = {
  questions: ['size', 'speed'].map((criterion) => ({
    criterion,
    name: `The ${criterion}`,
    question: `Which ${criterion}?`,
    options: [
      { value: 'low', label: 'Low', hint: 'little' },
      { value: 'high', label: 'High', hint: `a lot, ${'and more than a description may take, '.repeat(3)}` },
    ],
    present: criterion === 'size' ? 'high' : null,
  })),
  needs: Array.from({ length: 23 }, (_, i) => ({ value: `n${i}`, label: `Need ${i}`, checked: i === 4 })),
}

const submitted = (view: { callback_id?: string; private_metadata?: string }, values: object) => ({
  callback_id: view.callback_id ?? '',
  private_metadata: view.private_metadata ?? '',
  state: { values: values as Parameters<typeof readWords>[0]['state']['values'] },
})

test('a field for words is a modal that Slack takes', () => {
  expect(problemsOfView(wordsModal(FIELD, 'what-if@3', ADDRESS))).toEqual([])
})

test('what was typed comes back with its action and where it goes', () => {
  const view = wordsModal(FIELD, 'what-if@3', ADDRESS)
  expect(readWords(submitted(view, { words: { text: { value: '3 &lt; 4 “users”' } } }))).toEqual({
    address: ADDRESS,
    input: { kind: 'action', action: 'what-if@3', text: '3 < 4 "users"' },
  })
})

test('words without an action are said freely', () => {
  const view = wordsModal(FIELD, null, ADDRESS)
  expect(readWords(submitted(view, { words: { text: { value: 'a shop' } } })).input).toEqual({
    kind: 'text',
    text: 'a shop',
  })
})

test('an address that no modal can carry is an error of ours', () => {
  expect(() => wordsModal(FIELD, null, 'x'.repeat(3_000))).toThrow('A modal cannot carry')
})

test('the whole form is a modal that Slack takes, with the present answers chosen', () => {
  const view = formModal(FORM, ADDRESS)
  expect(problemsOfView(view)).toEqual([])
  expect(view.blocks.map(({ type }) => type)).toEqual([
    'context',
    ...['header', 'input'],
    ...['header', 'input'],
    ...Array(3).fill('input'),
  ])
  expect(JSON.stringify(view)).toContain('"initial_option":{"text":{"type":"plain_text","text":"High"')
  expect(JSON.stringify(view)).toContain('"initial_options":[{"text":{"type":"plain_text","text":"Need 4"')
})

test('a hint too long for an option stands whole below the question', () => {
  const hints = formModal(FORM, ADDRESS).blocks.map((block) => ('hint' in block ? textOf(block.hint) : ''))
  expect(hints[2]).toMatch(/^High: a lot(, and more than a description may take){3},$/)
})

test('a submitted form comes back as answers; what was left open is left out', () => {
  const values = {
    b1: { 'question.size': { selected_option: { value: 'low' } } },
    b2: { 'question.speed': { selected_option: null } },
    b3: { 'needs.0': { selected_options: [{ value: '-n1' }, { value: '+n4' }] } },
    b4: { 'needs.1': { selected_options: [] } },
    b5: { 'needs.2': { selected_options: [{ value: '-n22' }] } },
  }
  expect(readForm(submitted(formModal(FORM, ADDRESS), values))).toEqual({
    address: ADDRESS,
    input: { kind: 'answers', levels: { size: 'low' }, needs: ['n1', 'n4', 'n22'] },
  })
})

test('the App Home shows cards, without native tables', () => {
  const view = homeView([QUESTION, { parts: [SAMPLES.table] }])
  expect(problemsOfView(view)).toEqual([])
  expect(textOf(view)).toContain('Panel')
})

test('an App Home that is too full says that there is more', () => {
  const view = homeView(Array.from({ length: 40 }, () => QUESTION))
  expect(problemsOfView(view)).toEqual([])
  expect(view.blocks.length).toBeLessThanOrEqual(100)
  expect(textOf(view.blocks.at(-1))).toBe('There is more than fits here: write to me in the Messages tab.')
})
