import { describe, expect, test } from 'vitest'
import { tokenise } from '../../src/knowledge/text.ts'
import { findNumbers } from '../../src/language/numbers.ts'

const valuesIn = (text: string): number[] => findNumbers(tokenise(text)).map(({ value }) => value)

describe('numbers in digits', () => {
  test.each([
    ['50k', 50_000],
    ['5K', 5_000],
    ['1.5m', 1_500_000],
    ['1,5 million', 1_500_000],
    ['10,000', 10_000],
    ['10.000', 10_000],
    ['10 000', 10_000],
    ['1 250 000', 1_250_000],
    ['10k+', 10_000],
    ['~300', 300],
    ['10 thousand', 10_000],
    ['0.250', 0.25],
  ])('%s', (text, value) => expect(valuesIn(text)).toEqual([value]))

  test('a version of three parts is no number', () => expect(valuesIn('release 4.2.7')).toEqual([]))

  test('figures side by side are one number only when the second has three digits', () => {
    expect(valuesIn('12 34')).toEqual([12, 34])
    expect(valuesIn('12, 345')).toEqual([12, 345])
  })
})

describe('numbers in words', () => {
  test.each([
    ['seventeen', 17],
    ['seventy', 70],
    ['twenty five', 25],
    ['twenty-five', 25],
    ['a hundred', 100],
    ['two hundred', 200],
    ['one hundred and fifty', 150],
    ['hundred thousand', 100_000],
    ['two thousand five hundred', 2_500],
    ['one hundred twenty thousand', 120_000],
    ['a dozen', 12],
    ['two dozen', 24],
    ['half a dozen', 6],
    ['half a million', 500_000],
  ])('%s', (text, value) => expect(valuesIn(text)).toEqual([value]))

  test('a number after "and" is its own when it does not continue the first', () => {
    expect(valuesIn('two developers and three designers')).toEqual([2, 3])
    expect(valuesIn('five and six')).toEqual([5, 6])
  })
})

describe('vague numbers are read as the middle of what people mean', () => {
  test.each([
    ['a couple of hundred', 200],
    ['a few thousand', 3_000],
    ['several hundred', 400],
    ['hundreds of users', 300],
    ['tens of thousands', 30_000],
    ['hundreds of thousands', 300_000],
    ['a few dozen', 36],
  ])('%s', (text, value) => expect(valuesIn(text)).toEqual([value]))

  test.each(['a couple of users', 'few people', 'half the team'])('"%s" holds none', (text) =>
    expect(valuesIn(text)).toEqual([]),
  )
})

test('a range gives both ends', () => {
  expect(valuesIn('2-3 devs')).toEqual([2, 3])
  expect(valuesIn('between 500 and 1000')).toEqual([500, 1000])
})
