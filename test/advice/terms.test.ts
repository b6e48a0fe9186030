import { describe, expect, test } from 'vitest'
import type { TermKey } from '../../src/advice/advice.ts'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { WEIGHTS } from '../../src/advice/weights.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { buildCatalogue, type TerseCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

/** Weight (in criteria) and value of one term of one alternative; null when there is no such term. */
function termOf(catalogue: Catalogue, given: Partial<Requirements>, id: string, key: TermKey) {
  const ranked = advise(catalogue, wanting(given)).ranking.find((entry) => entry.id === id)
  const standing = ranked?.contributions.find(({ term }) => term.kind === 'standing')
  const found = ranked?.contributions.find(({ term }) => JSON.stringify(term) === JSON.stringify(key))
  if (!standing || !found) return null
  const weight = (WEIGHTS.standing * found.share) / standing.share
  return { weight: Math.round(weight * 1e9) / 1e9, value: found.value }
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
    expect(termOf(ALONE({ bestFor: ['race'] }), { kind }, 'alpha', RACE)).toEqual({
      weight: WEIGHTS.kind,
      value: 1,
    })
    expect(termOf(ALONE({ avoidFor: ['race'] }), { kind }, 'alpha', RACE)?.value).toBe(0)
    expect(termOf(ALONE({ bestFor: ['other'] }), { kind }, 'alpha', RACE)?.value).toBe(
      WEIGHTS.kindUnmentioned,
    )
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
    expect(termOf(FLEET, { context }, 'alpha', EXISTING)).toEqual({ weight: WEIGHTS.existingKept, value: 1 })
    expect(termOf(FLEET, { context }, 'bravo', EXISTING)?.value).toBe(WEIGHTS.familiarRelated)
    expect(termOf(FLEET, { context }, 'cobra', EXISTING)?.value).toBe(WEIGHTS.familiarOther)
    expect(termOf(RELATED, { context }, 'bravo', EXISTING)?.value).toBe(WEIGHTS.familiarRelated)
  })

  test('a system they are leaving speaks against what it runs on, and for what most of it carries over to', () => {
    const context = { ...NO_CONTEXT, existing: ['alpha'], skills: [], leaving: true }
    expect(termOf(RELATED, { context }, 'alpha', EXISTING)).toEqual({
      weight: WEIGHTS.existing,
      value: WEIGHTS.moveNone,
    })
    expect(termOf(RELATED, { context }, 'bravo', EXISTING)?.value).toBe(WEIGHTS.moveSmall)
    expect(termOf(FLEET, { context }, 'cobra', EXISTING)?.value).toBe(WEIGHTS.moveUnknown)
  })

  test('where what runs lacks a need and nobody wants to leave it, the move that keeps most of it comes first', () => {
    const catalogue = buildCatalogue({
      alternatives: {
        alpha: {
          capabilities: { motor: 'manual' },
          moves: { bravo: 'small', cobra: 'medium', delta: 'large' },
        },
        bravo: {},
        cobra: {},
        delta: {},
        echo: {},
      },
      capabilities: ['motor'],
    })
    const context = { ...NO_CONTEXT, existing: ['alpha'], leaving: null }
    const valuesWith = (priority: 'should' | 'could', origin: 'text' | 'kind') => {
      const needs = { motor: { priority, origin } }
      return ['alpha', 'bravo', 'cobra', 'delta', 'echo'].map(
        (id) => termOf(catalogue, { context, needs }, id, EXISTING)?.value,
      )
    }
    const { moveNone, moveSmall, extendMedium, familiarOther } = WEIGHTS
    expect(valuesWith('should', 'text')).toEqual([
      moveNone,
      moveSmall,
      extendMedium,
      familiarOther,
      familiarOther,
    ])
    const kept = [1, familiarOther, familiarOther, familiarOther, familiarOther]
    expect(valuesWith('could', 'text')).toEqual(kept)
    expect(valuesWith('should', 'kind')).toEqual(kept)
  })

  test('a system they say nothing more of counts less', () => {
    const context = { ...NO_CONTEXT, existing: ['alpha'], skills: [], leaving: null }
    expect(termOf(FLEET, { context }, 'alpha', EXISTING)).toEqual({
      weight: WEIGHTS.existing * WEIGHTS.existingUnsaid,
      value: 1,
    })
    expect(WEIGHTS.existingUnsaid).toBeLessThan(1)
  })

  test.each([
    ['small', WEIGHTS.moveSmall],
    ['medium', WEIGHTS.moveMedium],
    ['large', WEIGHTS.moveLarge],
  ] as const)('a move that either entry calls %s is worth %d', (effort, value) => {
    const catalogue = buildCatalogue({ alternatives: { alpha: {}, bravo: {} } })
    const bravo = catalogue.alternative('bravo')
    bravo?.migration.push({
      path: 'Alpha to Bravo',
      from: ['alpha'],
      to: ['bravo'],
      effort,
      how: 'By hand.',
      pain: 'Some.',
      source: 'a test',
      as_of: null,
      verdict: 'confirmed',
    })
    const context = { ...NO_CONTEXT, existing: ['alpha'], skills: [], leaving: true }
    expect(termOf(catalogue, { context }, 'bravo', EXISTING)?.value).toBe(value)
  })

  test('an add-on is left, known and running together with what it is added to', () => {
    const catalogue = buildCatalogue({ alternatives: { alpha: {}, bravo: {} } })
    const bravo = catalogue.alternative('bravo')
    if (bravo) bravo.part_of = 'alpha'
    const running = { ...NO_CONTEXT, existing: ['alpha'], skills: [] }
    expect(termOf(catalogue, { context: { ...running, leaving: true } }, 'bravo', EXISTING)?.value).toBe(0.4)
    expect(termOf(catalogue, { context: { ...running, leaving: false } }, 'bravo', EXISTING)?.value).toBe(1)
  })

  test('skills speak for what the team knows, then for relatives of that', () => {
    const context = { ...NO_CONTEXT, existing: [], skills: ['alpha', 'delta'], leaving: true }
    expect(termOf(FLEET, { context }, 'delta', SKILLS)).toEqual({ weight: WEIGHTS.skills, value: 1 })
    expect(termOf(FLEET, { context }, 'bravo', SKILLS)?.value).toBe(WEIGHTS.familiarRelated)
    expect(termOf(FLEET, { context }, 'cobra', SKILLS)?.value).toBe(WEIGHTS.familiarOther)
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

describe('a circumstance that follows from an answer', () => {
  const HASTE: TermKey = { kind: 'circumstance', rule: 'haste' }
  const catalogue = buildCatalogue({
    alternatives: {
      alpha: { context: { novices: 0.2 } },
      bravo: { context: { novices: 0.9 }, related: ['alpha'] },
      cobra: { related: [] },
    },
    criteria: ['pace'],
    kinds: { race: { levels: { pace: 'high' } } },
    context: {
      novices: {},
      haste: {
        weight: 0.8,
        otherwise: 0.4,
        follows: { criterion: 'pace', levels: ['high'] },
        to_learn: true,
        rated_as: 'novices',
      },
    },
  })
  const pace = (level: 'medium' | 'high') => ({ pace: { level, origin: 'answered' } }) as const
  const context = { ...noRequirements().context, skills: ['cobra'] }

  test('holds at its levels only', () => {
    expect(termOf(catalogue, { levels: pace('medium'), context }, 'alpha', HASTE)).toBeNull()
    expect(termOf(catalogue, { levels: pace('high'), context }, 'alpha', HASTE)?.weight).toBe(0.8)
  })

  test('may be rated as another one is', () => {
    const given = { levels: pace('high'), context }
    expect(termOf(catalogue, given, 'alpha', HASTE)?.value).toBe(0.2)
    expect(termOf(catalogue, given, 'bravo', HASTE)?.value).toBe(0.9)
  })

  test('and is about learning: what the team knows or runs is learnt already, relatives of it nearly', () => {
    expect(termOf(catalogue, { levels: pace('high'), context }, 'cobra', HASTE)?.value).toBe(1)
    const running = { ...context, skills: [], existing: ['alpha'] }
    expect(termOf(catalogue, { levels: pace('high'), context: running }, 'alpha', HASTE)?.value).toBe(1)
    expect(termOf(catalogue, { levels: pace('high'), context: running }, 'bravo', HASTE)?.value).toBe(
      WEIGHTS.familiarRelated,
    )
    expect(termOf(catalogue, { levels: pace('high'), context: running }, 'cobra', HASTE)?.value).toBe(0.4)
  })

  test('and is about learning: is no term while nothing is known of the team', () => {
    expect(termOf(catalogue, { levels: pace('high') }, 'alpha', HASTE)).toBeNull()
    const strangers = { ...context, skills: ['gone'] }
    expect(termOf(catalogue, { levels: pace('high'), context: strangers }, 'alpha', HASTE)).toBeNull()
  })

  test('counts half where the kind of project merely implies the answer', () => {
    expect(termOf(catalogue, { kind: { id: 'race' }, context }, 'alpha', HASTE)?.weight).toBe(0.4)
  })

  test('counts once, and whole, where it was stated too', () => {
    const stated = { ...context, rules: ['haste'] }
    const [alpha] = advise(catalogue, wanting({ kind: { id: 'race' }, context: stated })).ranking
    expect(alpha?.contributions.filter(({ term }) => term.kind === 'circumstance')).toHaveLength(1)
    expect(termOf(catalogue, { kind: { id: 'race' }, context: stated }, 'alpha', HASTE)?.weight).toBe(0.8)
  })
})
