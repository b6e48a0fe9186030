import { describe, expect, test } from 'vitest'
import type { Situation } from '../../src/knowledge/schema/situation.ts'
import { tokenise } from '../../src/knowledge/text.ts'
import { createLikenessReader } from '../../src/language/likeness.ts'
import { buildCatalogue } from '../support/catalogue.ts'

const { situations } = buildCatalogue({
  alternatives: {},
  situations: {
    regatta: {
      examples: [
        'the club races on the lake, a young crew wants speed and a fast boat',
        'a fast boat for the races of our club, the crew is young',
        'speed matters: races on the lake, fast boat, young crew, our club',
      ],
    },
    ferry: {
      examples: [
        'carries passengers and cars across the fjord on a timetable',
        'a timetable for passengers and cars across the fjord to the islands',
        'the islands need passengers and cars carried across the fjord',
      ],
    },
  },
})

const reader = createLikenessReader(situations)
const read = (text: string) => reader.read(tokenise(text))

describe('a description', () => {
  test('reads like the situation whose examples use its words', () => {
    expect(
      read('a young crew wants speed and a fast boat for the races of our club')?.situations[0]?.id,
    ).toBe('regatta')
    expect(
      read('passengers and cars across the fjord to the islands, timetable in summer')?.situations[0]?.id,
    ).toBe('ferry')
  })

  test('is told with shares between 0 and 1 that fall and add up to at most 1', () => {
    const { situations: told = [] } =
      read('a fast boat that carries the crew and passengers of our club') ?? {}
    const shares = told.map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1)
  })

  test('with hardly any known word reads like nothing', () => {
    expect(read('crew')).toBeNull()
    expect(read('zinc oxide for paint, twelve tons by friday')).toBeNull()
  })

  test('says more the more of its words are known', () => {
    const few = read('a fast boat for the races of our club, young crew')
    const many = read('a fast boat for the spring races of our club, young crew, speed on the lake')
    expect(many?.words).toBeGreaterThan(few?.words ?? 0)
  })

  test('reads the same in capitals and with blanks around it', () => {
    const text = 'passengers and cars across the fjord'
    expect(read(`  ${text.toUpperCase()}  `)).toEqual(read(text))
  })

  test('shows the words that speak most for each situation, as they were written', () => {
    const [first] = reader.explain(tokenise('Passengers and cars across the Fjord, on a Timetable'))
    expect(first?.id).toBe('ferry')
    expect(first?.words).toContain('Passengers')
  })
})

test('a word that a single example has says nothing', () => {
  const lonely: Situation[] = situations.map((one) => ({ ...one, examples: [...one.examples] }))
  lonely[0]?.examples.push('zinc oxide paint friday tons')
  expect(createLikenessReader(lonely).read(tokenise('zinc oxide paint friday tons'))).toBeNull()
})

test('without situations nothing is told', () => {
  const none = createLikenessReader([])
  expect(none.read(tokenise('a fast boat for the races of our club'))).toBeNull()
  expect(none.explain(tokenise('a fast boat'))).toEqual([])
})
