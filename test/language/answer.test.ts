import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { answer, answerNeeds } = await understanding()

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

describe('yes or no alone answers the question that was put', () => {
  const FEW = 'Could you live with few ready-made packages?'
  const SLOW = 'Is it fine if a page takes a second or two?'
  test.each([
    ['ecosystem', FEW, 'not really', 'high'],
    ['ecosystem', 'How important are ready-made packages to you?', 'not really', 'low'],
    ['performance', SLOW, 'yes', 'low'],
    ['performance', SLOW, 'no', 'high'],
    ['performance', 'Is it a problem if a page takes a few seconds?', 'yes', 'high'],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('half a yes is the middle', () => {
  test.each([
    ['flexibility', 'Is a fixed project layout welcome?', 'only if we can bend it later'],
    ['ecosystem', 'Could you live with few ready-made packages?', 'if the core is good, i guess'],
    [
      'flexibility',
      'Should the framework make decisions for you?',
      'for the boring parts yes, for the data model no',
    ],
    ['flexibility', undefined, 'not much, not little'],
    ['complexity', undefined, 'neither tiny nor huge'],
  ])('%s: %s %s', (criterion, asked, text) => expect(answer(criterion, text, asked)).toBe('medium'))
})

describe('a step on a scale', () => {
  test.each([
    ['1 out of 5', 'low'],
    ['3 out of 5', 'medium'],
    ['4/5', 'high'],
    ['3 of 10', 'low'],
    ['7 out of 10', 'medium'],
    ['80 percent', 'high'],
    ['10%', 'low'],
  ])('%s', (text, level) => expect(answer('ecosystem', text)).toBe(level))
})

describe('who does not care has no preference, unless the criterion itself is what they do not care about', () => {
  test.each([
    ['flexibility', "don't care", 'unknown'],
    ['performance', 'we do not mind', 'unknown'],
    ['ecosystem', "don't care", 'low'],
    ['ecosystem', "i don't mind something new", 'low'],
    ['speed', 'not decided', 'unknown'],
    ['complexity', "we haven't decided", 'unknown'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('graded words', () => {
  test.each([
    ['ecosystem', 'very important', 'high'],
    ['flexibility', 'not very important', 'low'],
    ['complexity', '5 of 10', 'medium'],
    ['speed', 'yes and no', 'medium'],
    ['performance', 'not low', 'high'],
    ['ecosystem', 'not a dead project', 'medium'],
    ['ecosystem', 'not a concern, we throw it away in spring', 'low'],
    ['complexity', 'banana split, very', 'high'],
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
    ['speed', 'next friday', 'high'],
    ['speed', 'Thursday week', 'high'],
    ['speed', 'end of next month', 'high'],
    ['speed', 'a sprint', 'high'],
    ['speed', 'two quarters', 'medium'],
    ['speed', 'it matters, but quality goes first', 'low'],
    ['performance', 'twenty thousand, all connected over websockets', 'high'],
    ['performance', '30 people in one office', 'low'],
    ['performance', 'never more than 20 logged in', 'low'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('a limit says more than any other number', () => {
  test.each([
    ['performance', '5000 customers but never more than 20 logged in', 'low'],
    ['performance', '10k customers in total, never more than a dozen together', 'low'],
    ['performance', 'at most 5000 connections', 'high'],
    ['performance', 'max 20 minutes of downtime', null],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('a number counts what the question asks for', () => {
  const MANY = 'How many users or requests do you expect at the same time?'
  test.each([
    ['performance', MANY, '10 now, 100k if it works', 'high'],
    ['performance', MANY, 'our own school with its 900 pupils', 'medium'],
    ['performance', undefined, 'a steakhouse, so maybe 40 bookings on a saturday', 'low'],
    ['performance', MANY, 'they arrive at 9 and it stays like that', null],
    ['complexity', undefined, 'something with 14 that we drew on paper', null],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('what opens an answer outweighs its reasons', () => {
  test.each([
    ['flexibility', 'some, but a sane default layout would help', 'medium'],
    ['complexity', 'small, but must integrate with sap', 'high'],
    ['complexity', 'some discount logic, the rest is very simple and really small', 'medium'],
    ['complexity', 'the rest is easy', 'low'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('between two ends is the middle', () => {
  test.each([
    ['complexity', 'more than a service, less than a product'],
    ['complexity', 'smaller than sap, bigger than a toy'],
  ])('%s: %s', (criterion, text) => expect(answer(criterion, text)).toBe('medium'))

  test('but figures say more', () => {
    expect(answer('performance', 'more than 4000 but less than 6000 users at once')).toBe('high')
  })
})

describe('what denies something itself is not denied once more', () => {
  test.each([
    ['flexibility', "we aren't experts so please not too much choice", 'low'],
    ['flexibility', 'rather follow, we never regretted rails style defaults', 'low'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('yes and no open an answer or sum it up', () => {
  const CRITICAL = 'Is time to market critical for you?'
  test.each([
    ['speed', CRITICAL, 'the neighbours sell theirs, so yes', 'high'],
    ['speed', CRITICAL, 'the neighbours sell theirs and say yes', null],
    [
      'ecosystem',
      'Do you rely on third-party libraries?',
      'every package is reviewed by our bank, so no',
      'low',
    ],
    ['speed', 'How soon do you need the first version?', 'no se todavia', 'unknown'],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('an idea is not made of the words around "no idea"', () => {
  test.each([
    ['flexibility', 'no idea, ask our architect', 'unknown'],
    ['complexity', 'no idea, big i guess', 'high'],
    ['complexity', 'no idea, a back office with several roles', 'high'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('a list of things is some or many', () => {
  test.each([
    ['ecosystem', 'payments by card, graphql', null],
    ['ecosystem', 'graphql and background jobs', 'medium'],
    ['ecosystem', 'graphql, background jobs, file uploads, email', 'high'],
    ['speed', 'graphql, background jobs, file uploads, email', null],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('the same reply to opposite questions', () => {
  test.each([
    ['flexibility', 'Would a fixed project layout bother you?', 'not at all', 'low'],
    ['flexibility', 'Would a fixed project layout bother you?', 'yes, a lot', 'high'],
    ['flexibility', 'Is a fixed project layout welcome?', 'yes', 'low'],
    ['flexibility', 'Do you have strong opinions about libraries?', 'yes', 'high'],
    ['ecosystem', 'Would you use a framework with a small community?', 'no', 'high'],
    ['speed', 'Can the launch be postponed?', 'no', 'high'],
    ['speed', 'Would a delay hurt?', 'no', 'low'],
    ['complexity', 'Would a single page do?', 'yes', 'low'],
  ])('%s: %s %s', (criterion, asked, text, level) => expect(answer(criterion, text, asked)).toBe(level))
})

describe('indirect words', () => {
  test.each([
    ['complexity', 'you could draw it on a napkin', 'low'],
    ['complexity', 'every country has its own tax rules', 'high'],
    ['performance', 'our accountant and her cat', 'low'],
    ['performance', 'half the country when the show airs', 'high'],
    ['ecosystem', 'we roll our own', 'low'],
    ['ecosystem', 'helps, but not a deal breaker', 'medium'],
    ['ecosystem', 'whoever comes after me has to understand it', 'high'],
    ['speed', 'the old one still works, so no pressure', 'low'],
    ['speed', 'the fair opens in may', 'high'],
    ['flexibility', 'no bikeshedding please', 'low'],
    ['flexibility', 'our architect is picky', 'high'],
  ])('%s: %s', (criterion, text, level) => expect(answer(criterion, text)).toBe(level))
})

describe('times in other languages', () => {
  test.each([
    ['in zwei Wochen', 'high'],
    ['dans trois mois', 'medium'],
    ['trong 3 tháng', 'medium'],
    ['3ヶ月後', 'medium'],
  ])('%s', (text, level) => expect(answer('speed', text)).toBe(level))
})

describe('who cannot write something themselves wants it', () => {
  test.each([
    ["very. we can't write admin and permissions ourselves", ['admin', 'authorization']],
    ["we don't need an admin because we build one", []],
  ])('%s', (text, wanted) => expect(answerNeeds('ecosystem', text)).toEqual(wanted))
})
