import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { answer } = await understanding()

describe('a yes means what was asked', () => {
  const PICK = 'Would you like to pick every component yourself?'
  const DECIDE = 'Should the framework make most decisions for you?'
  test.each([
    ['flexibility', PICK, 'yes', 'high'],
    ['flexibility', PICK, 'no', 'low'],
    ['flexibility', DECIDE, 'yes please', 'low'],
    ['flexibility', DECIDE, 'nope', 'high'],
    ['performance', 'Is it OK if people reload the page?', 'yes', 'low'],
    ['speed', 'Can the deadline slip?', 'no', 'high'],
    ['speed', 'Can the deadline slip?', 'probably', 'low'],
    [
      'flexibility',
      'Should the framework decide for you or do you choose every component yourself?',
      'yes',
      null,
    ],
    ['ecosystem', undefined, 'of course', 'high'],
    ['ecosystem', undefined, 'of course not', 'low'],
    ['speed', undefined, 'we do not', 'low'],
    ['speed', undefined, 'I guess so', 'high'],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('not knowing is an answer', () => {
  test.each([
    "I don't know",
    'dunno',
    'not sure yet',
    'no preference',
    'whatever',
    'it depends',
    'it is up to you',
    'maybe',
  ])('%s', (text) => expect(answer('flexibility', text)).toBe('unknown'))

  test('a guess behind it says more', () => {
    expect(answer('complexity', "I don't know, maybe 10 screens")).toBe('medium')
  })
})

describe('yes and no mean what the question makes of them', () => {
  test.each([
    ['complexity', 'Can it stay small and simple?', 'yes', 'low'],
    ['complexity', 'Can it stay small and simple?', 'no, there are approvals at every step', 'high'],
    ['ecosystem', 'Could you live with few ready-made packages?', 'yes', 'low'],
    ['speed', 'Is time to market critical for you?', 'non', 'low'],
    ['speed', 'How soon do you need the first version?', 'not decided', 'unknown'],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('graded words', () => {
  test.each([
    ['ecosystem', 'very important', 'high'],
    ['flexibility', 'not very important', 'low'],
    ['complexity', '5 of 10', 'medium'],
    ['speed', 'yes and no', 'medium'],
    ['performance', 'not low', 'high'],
    ['ecosystem', 'not a dead project', 'medium'],
    ['ecosystem', 'banana', null],
    ['ecosystem', 'do it', null],
    ['ecosystem', '', null],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('figures', () => {
  test.each([
    ['performance', '20k', 'high'],
    ['performance', 'a couple of hundred', 'medium'],
    ['performance', '10', 'low'],
    ['performance', 'low, but 20k sockets', 'high'],
    ['performance', 'small now, but must scale to a million users', 'high'],
    ['performance', '1 million registered but maybe 500 online', 'medium'],
    ['complexity', '60 tables', 'high'],
    ['speed', '6 weeks', 'high'],
    ['speed', '6-8 weeks', 'high'],
    ['speed', 'a couple of weeks', 'high'],
    ['speed', 'two and a half months', 'medium'],
    ['speed', 'no hurry, maybe 4 months', 'medium'],
    ['speed', '10 years', 'low'],
    ['speed', 'before Christmas', 'high'],
    ['speed', '15 January', 'medium'],
    ['speed', 'end of Q2', 'low'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})
