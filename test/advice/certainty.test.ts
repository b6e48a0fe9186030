import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { applyKind } from '../../src/advice/kind.ts'
import type { Emphasis, Requirements } from '../../src/advice/requirements.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { LEVELS, type Level } from '../../src/knowledge/schema/levels.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { catalogues, requirements, wanting } from './arbitrary.ts'
import { winnerByHand } from './by-hand.ts'

const isOpen = (given: Requirements, criterion: string) => !Object.hasOwn(given.levels, criterion)

const withLevel = (given: Requirements, criterion: string, level: Level): Requirements => ({
  ...given,
  levels: { ...given.levels, [criterion]: { level, origin: 'answered' } },
})

/** Every way to answer the open criteria, the long way round. */
function completionsOf(catalogue: Catalogue, given: Requirements): Requirements[] {
  const open = catalogue.criteria.filter(({ id }) => isOpen(given, id))
  return open.reduce(
    (all, { id }) => all.flatMap((one) => LEVELS.map((level) => withLevel(one, id, level))),
    [given],
  )
}

/** Every step of an answered level or its emphasis, the long way round. */
function stepsFrom(catalogue: Catalogue, given: Requirements): Requirements[] {
  const next = { low: ['medium'], medium: ['low', 'high'], high: ['medium'] } as const
  const nextEmphasis: Record<Emphasis, Emphasis[]> = { 0.5: [1], 1: [0.5, 2], 2: [1] }
  const answered = catalogue.criteria.filter(({ id }) => !isOpen(given, id))
  return answered.flatMap(({ id }) => [
    ...next[given.levels[id]?.level ?? 'low'].map((level) => withLevel(given, id, level)),
    ...nextEmphasis[given.emphasis[id] ?? 1].map((to) => ({
      ...given,
      emphasis: { ...given.emphasis, [id]: to },
    })),
  ])
}

/** How many of the variations keep the winner, each counted on its own and by hand. */
function countKept(catalogue: Catalogue, given: Requirements, variations: Requirements[]) {
  const winner = winnerByHand(catalogue, given)
  const kept = variations.filter((variation) => winnerByHand(catalogue, variation) === winner)
  return { kept: kept.length, of: variations.length }
}

const shareOf = ({ kept, of }: { kept: number; of: number }) => (of === 0 ? 1 : kept / of)

describe('counted by brute force', () => {
  test('certainty is the share of all completions that keep the winner', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const count = countKept(catalogue, given, completionsOf(catalogue, given))
        const { certainty, counts } = advise(catalogue, given)
        expect(counts.completions).toEqual(count)
        expect(certainty).toBe(shareOf(count))
      }),
    )
  })

  test('robustness is the share of all single steps that keep the winner', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const count = countKept(catalogue, given, stepsFrom(catalogue, given))
        const { robustness, counts } = advise(catalogue, given)
        expect(counts.steps).toEqual(count)
        expect(robustness).toBe(shareOf(count))
      }),
    )
  })
})

// Bravo leads until the pace is high; only then is it Alpha.
const RACE = buildCatalogue({
  alternatives: { alpha: { standing: 0.4, positions: [1] }, bravo: { standing: 0.6, positions: [0.5] } },
  criteria: ['pace'],
  kinds: { race: { levels: { pace: 'high' } } },
})
const pace = (level: Level) => wanting({ levels: { pace: { level, origin: 'answered' } } })

describe('certainty', () => {
  test('is two thirds when one of three answers would change the winner', () => {
    expect(advise(RACE, wanting({}))).toMatchObject({
      winner: 'bravo',
      certainty: 2 / 3,
      confidence: 'likely',
    })
  })

  test('is whole when everything was answered', () => {
    expect(advise(RACE, pace('high'))).toMatchObject({ winner: 'alpha', certainty: 1 })
  })

  test('stays open where only the kind of project speaks, and an answer replaces what it implies', () => {
    const implied = wanting({ kind: { id: 'race' } })
    expect(applyKind(RACE, implied).levels).toHaveProperty('pace')
    expect(advise(RACE, implied)).toMatchObject({
      winner: 'alpha',
      certainty: 1 / 3,
      confidence: 'open',
      next: 'pace',
    })
  })
})

describe('robustness', () => {
  test('is whole when nothing was answered, implied levels included', () => {
    expect(advise(RACE, wanting({})).robustness).toBe(1)
    expect(advise(RACE, wanting({ kind: { id: 'race' } })).robustness).toBe(1)
  })

  test('counts steps of level and emphasis: of one level and two emphases here, only the level turns it', () => {
    expect(advise(RACE, pace('high'))).toMatchObject({ robustness: 2 / 3, confidence: 'likely' })
  })
})

test('the word follows the lower of the two shares', () => {
  expect(advise(RACE, pace('low')).confidence).toBe('settled')
  expect(advise(RACE, wanting({ kind: { id: 'race' } }))).toMatchObject({ robustness: 1, confidence: 'open' })
})
