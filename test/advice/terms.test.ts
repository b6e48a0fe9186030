import { describe, expect, test } from 'vitest'
import type { TermKey } from '../../src/advice/advice.ts'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { buildCatalogue, type TerseCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

/** Weight (in criteria; standing is 1) and value of one term of one alternative; null when there is no such term. */
function termOf(catalogue: Catalogue, given: Partial<Requirements>, id: string, key: TermKey) {
  const ranked = advise(catalogue, wanting(given)).ranking.find((entry) => entry.id === id)
  const standing = ranked?.contributions.find(({ term }) => term.kind === 'standing')
  const found = ranked?.contributions.find(({ term }) => JSON.stringify(term) === JSON.stringify(key))
  if (!standing || !found) return null
  return { weight: Math.round((found.share / standing.share) * 1e9) / 1e9, value: found.value }
}

const ALONE = (alternative: TerseCatalogue['alternatives'][string] = {}) =>
  buildCatalogue({
    alternatives: { alpha: alternative },
    criteria: ['pace'],
    capabilities: ['motor'],
    kinds: { race: {} },
  })

describe('standing', () => {
  test('is all there is before the first question: the mean of maintenance, community and age', () => {
    const catalogue = ALONE({ standing: { maintenance: 0.9, community: 0.6, age: 0.3 } })
    const [alpha] = advise(catalogue, wanting({})).ranking
    expect(alpha?.contributions).toHaveLength(1)
    expect(alpha?.score).toBeCloseTo(60, 9)
  })
})

describe('a criterion', () => {
  const PACE: TermKey = { kind: 'criterion', criterion: 'pace' }
  const high = { pace: { level: 'high', origin: 'answered' } } as const

  test('takes its value from the demand curve of the level', () => {
    expect(termOf(ALONE({ positions: [0.8] }), { levels: high }, 'alpha', PACE)).toEqual({
      weight: 1,
      value: 0.8,
    })
  })

  test('takes the fit of the entry itself where it gives one', () => {
    const catalogue = ALONE({ positions: [0.8], fits: { pace: { high: 0.1 } } })
    expect(termOf(catalogue, { levels: high }, 'alpha', PACE)?.value).toBe(0.1)
  })

  test.each([0.5, 1, 2] as const)('counts %d times with that emphasis', (times) => {
    expect(termOf(ALONE(), { levels: high, emphasis: { pace: times } }, 'alpha', PACE)?.weight).toBe(times)
  })

  test('counts the same whether it was answered or read from the text', () => {
    const read = { pace: { level: 'high', origin: 'text' } } as const
    expect(termOf(ALONE(), { levels: read }, 'alpha', PACE)?.weight).toBe(1)
  })

  test('counts half when only the kind of project implies it, with the emphasis given to it', () => {
    const catalogue = buildCatalogue({
      alternatives: { alpha: {} },
      criteria: ['pace'],
      kinds: { race: { levels: { pace: 'high' } } },
    })
    const kind = { id: 'race' }
    expect(termOf(catalogue, { kind }, 'alpha', PACE)?.weight).toBe(0.5)
    expect(termOf(catalogue, { kind, emphasis: { pace: 2 } }, 'alpha', PACE)?.weight).toBe(1)
  })

  test('is neither for nor against an alternative without a position', () => {
    const catalogue = buildCatalogue({ alternatives: { alpha: {} }, criteria: ['pace'] })
    for (const alternative of catalogue.alternatives) alternative.positions = {}
    expect(termOf(catalogue, { levels: high }, 'alpha', PACE)?.value).toBe(0.5)
  })
})

describe('a need', () => {
  const MOTOR: TermKey = { kind: 'need', need: 'motor' }
  const should = { motor: { priority: 'should', origin: 'answered' } } as const

  test.each([
    ['built-in', 1],
    ['first-party-extension', 0.9],
    ['third-party', 0.7],
    ['manual', 0.3],
    ['none', 0],
  ] as const)('that is met %s is worth %d', (level, value) => {
    expect(termOf(ALONE({ capabilities: { motor: level } }), { needs: should }, 'alpha', MOTOR)?.value).toBe(
      value,
    )
  })

  test('that the entry does not mention is worth as much as one met by hand', () => {
    expect(termOf(ALONE(), { needs: should }, 'alpha', MOTOR)?.value).toBe(0.3)
  })

  test.each([
    ['must', 1],
    ['should', 0.5],
    ['could', 0.25],
  ] as const)('that is a %s weighs %d of a criterion', (priority, weight) => {
    const needs = { motor: { priority, origin: 'answered' } } as const
    expect(termOf(ALONE(), { needs }, 'alpha', MOTOR)?.weight).toBe(weight)
  })

  test.each(['not_needed', 'excluded'] as const)('that is %s is no term', (priority) => {
    expect(termOf(ALONE(), { needs: { motor: { priority, origin: 'text' } } }, 'alpha', MOTOR)).toBeNull()
  })

  test('that only the kind of project implies counts half', () => {
    const catalogue = buildCatalogue({
      alternatives: { alpha: {} },
      capabilities: ['motor'],
      kinds: { race: { needs: { motor: 'must' } } },
    })
    expect(termOf(catalogue, { kind: { id: 'race' } }, 'alpha', MOTOR)?.weight).toBe(0.5)
  })
})

describe('the kind of project', () => {
  const RACE: TermKey = { kind: 'kind', id: 'race' }
  const kind = { id: 'race' }

  test('speaks for what is best for it, against what is to be avoided for it, and for nothing else', () => {
    expect(termOf(ALONE({ bestFor: ['race'] }), { kind }, 'alpha', RACE)).toEqual({ weight: 0.6, value: 1 })
    expect(termOf(ALONE({ avoidFor: ['race'] }), { kind }, 'alpha', RACE)?.value).toBe(0)
    expect(termOf(ALONE({ bestFor: ['other'] }), { kind }, 'alpha', RACE)?.value).toBe(0.5)
  })

  test('is no term when the knowledge base no longer has it', () => {
    expect(termOf(ALONE(), { kind: { id: 'gone' } }, 'alpha', { kind: 'kind', id: 'gone' })).toBeNull()
  })
})

describe('the context', () => {
  const { context: NO_CONTEXT } = noRequirements()
  const FLEET = buildCatalogue({
    alternatives: { alpha: {}, bravo: { related: ['alpha'] }, cobra: { related: [] }, delta: {} },
  })
  const RELATED = buildCatalogue({ alternatives: { alpha: { related: ['bravo'] }, bravo: {} } })
  const EXISTING: TermKey = { kind: 'context', rule: 'existing' }
  const SKILLS: TermKey = { kind: 'context', rule: 'skills' }

  test('a running system speaks for what it runs on, then for relatives of that', () => {
    const context = { ...NO_CONTEXT, existing: ['alpha'], skills: [], leaving: false }
    expect(termOf(FLEET, { context }, 'alpha', EXISTING)).toEqual({ weight: 1.5, value: 1 })
    expect(termOf(FLEET, { context }, 'bravo', EXISTING)?.value).toBe(0.7)
    expect(termOf(FLEET, { context }, 'cobra', EXISTING)?.value).toBe(0.3)
    expect(termOf(RELATED, { context }, 'bravo', EXISTING)?.value).toBe(0.7)
  })

  test('a system they are leaving speaks against what it runs on and nothing else', () => {
    const context = { ...NO_CONTEXT, existing: ['alpha'], skills: [], leaving: true }
    expect(termOf(FLEET, { context }, 'alpha', EXISTING)).toEqual({ weight: 1.5, value: 0 })
    expect(termOf(FLEET, { context }, 'bravo', EXISTING)?.value).toBe(1)
  })

  test('skills speak for what the team knows, then for relatives of that', () => {
    const context = { ...NO_CONTEXT, existing: [], skills: ['alpha', 'delta'], leaving: true }
    expect(termOf(FLEET, { context }, 'delta', SKILLS)).toEqual({ weight: 1, value: 1 })
    expect(termOf(FLEET, { context }, 'bravo', SKILLS)?.value).toBe(0.7)
    expect(termOf(FLEET, { context }, 'cobra', SKILLS)?.value).toBe(0.3)
  })

  test('is no term when it names only what the knowledge base does not have', () => {
    const context = { ...NO_CONTEXT, existing: ['gone'], skills: ['gone'], leaving: true }
    expect(termOf(FLEET, { context }, 'alpha', EXISTING)).toBeNull()
    expect(termOf(FLEET, { context }, 'alpha', SKILLS)).toBeNull()
  })
})

describe('a circumstance', () => {
  const TIDAL: TermKey = { kind: 'circumstance', rule: 'tidal' }
  const catalogue = buildCatalogue({
    alternatives: { alpha: { context: { tidal: 0.9 } }, bravo: {} },
    context: { tidal: { weight: 1.5, otherwise: 0.4 }, locks: {} },
  })
  const context = { ...noRequirements().context, rules: ['tidal'] }

  test('counts with the weight of its rule and the value of the entry', () => {
    expect(termOf(catalogue, { context }, 'alpha', TIDAL)).toEqual({ weight: 1.5, value: 0.9 })
  })

  test('gives an alternative whose entry says nothing the value the rule gives', () => {
    expect(termOf(catalogue, { context }, 'bravo', TIDAL)).toEqual({ weight: 1.5, value: 0.4 })
  })

  test('that does not hold, or that the knowledge base does not have, is no term', () => {
    expect(termOf(catalogue, { context }, 'alpha', { kind: 'circumstance', rule: 'locks' })).toBeNull()
    const gone = { ...context, rules: ['gone'] }
    expect(termOf(catalogue, { context: gone }, 'alpha', { kind: 'circumstance', rule: 'gone' })).toBeNull()
  })
})
