import { describe, expect, test } from 'vitest'
import { findDeadline } from '../../src/language/deadline.ts'
import { NOW, understanding } from './understanding.ts'

const { read } = await understanding()
/** Weeks to the deadline a text states, rounded; null when it states none. */
const weeksIn = (text: string, asked = false): number | null => {
  const deadline = findDeadline(read(text), asked, NOW)
  return deadline && Math.round(deadline.weeks * 2) / 2
}

describe('a duration is a deadline when the words around it say so', () => {
  test.each([
    ['in 6 weeks', 6],
    ['internal tool, login, 4 weeks', 4],
    ['a shop for two devs. about two months.', 8.5],
    ['we have 6 weeks', 6],
    ['six weeks to launch', 6],
    ['2 weeks of runway left', 2],
    ['the deadline is 3 weeks away', 3],
    ['first version within two months', 8.5],
    ['in two and a half months', 11],
    ['ready in 4-6 weeks', 4],
    ['ready in 4 to 6 weeks', 4],
    ['in a couple of weeks', 2],
    ['a week from now', 1],
    ['in half a year', 26],
    ['a 3 month project', 13],
  ])('%s', (text, weeks) => expect(weeksIn(text)).toBe(weeks))
})

describe('ages, periods and lifetimes are no deadlines', () => {
  test.each([
    'the app lives 10 years',
    'for the last 2 years',
    'around for the next couple of years',
    'in the next 10 years',
    'every 10 sec',
    'sync every 2 weeks',
    'two devs, Python, 10 years',
    'the old one took 8 months',
    'the company is 10 years old',
    '2 years ago',
    '1 year of data',
    '30 days for free',
    'tokens expire after 2 weeks',
    'we get 500 orders in a day',
  ])('%s', (text) => expect(weeksIn(text)).toBeNull())
})

test('asked for the deadline, every duration counts', () => {
  expect(weeksIn('8 weeks', true)).toBe(8)
  expect(weeksIn('8 weeks')).toBeNull()
  expect(weeksIn('10 years', true)).toBe(520)
})

describe('dates are counted from the day the text is read', () => {
  test.each([
    ['before Christmas', 4.5],
    ['by March', 18.5],
    ['by 15 January', 7.5],
    ['by January 15th', 7.5],
    ['go live on 1 March 2027', 14],
    ['by the end of Q2', 31.5],
    ['Q2', null],
    ['by the end of the year', 5.5],
    ['until the end of the week', 0],
    ['launch in May', 27],
    ['next month', 4.5],
    ['launch next year', 40],
    ['by Friday', 0.5],
    ['until next Friday', 0.5],
    ['by Sunday', 1],
    ['before Monday week', 1],
    ['launch on Thursday', 0.5],
    ['by the end of next week', 1],
    ['by the end of next month', 5.5],
    ['by the end of next year', 57.5],
    ['by the end of summer', 43],
    ['by H1', 31.5],
    ['by 2027-03-01', 14],
    ['until 1.3.2027', 14],
  ])('%s', (text, weeks) => expect(weeksIn(text)).toBe(weeks))

  test('without a day to count from, no date is read', () => {
    expect(findDeadline(read('by March'), true, null)).toBeNull()
  })
})

describe('words that look like dates', () => {
  test.each([
    'it may launch later',
    'released in March 2019',
    'as of March',
    'thousands of connections next year',
    'this month we had 300 visitors',
    'written in spring',
    'a report every Friday before launch',
    'we met last Monday to plan the launch',
    'the backup runs on Sunday',
  ])('%s', (text) => expect(weeksIn(text)).toBeNull())
})
