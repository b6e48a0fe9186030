import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { own } from '../../src/advice/own.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { CAPABILITIES, CRITERIA, catalogues, requirements, terseCatalogues, wanting } from './arbitrary.ts'
import { isOutByHand, scoreByHand, winnerByHand } from './by-hand.ts'

const tenths = (shown: number) => Math.round(shown * 10)
const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
const reversed = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).reverse())

describe('for any knowledge base and any requirements', () => {
  test('every alternative is ranked once, those still in first, by falling score', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const { ranking, winner } = advise(catalogue, given)
        expect(ranking.map(({ id }) => id).sort()).toEqual(catalogue.alternatives.map(({ id }) => id).sort())
        const inside = ranking.filter(({ excluded }) => excluded === null)
        expect(ranking.slice(0, inside.length)).toEqual(inside)
        expect(winner).toBe(inside[0]?.id ?? null)
        for (const [i, { score }] of inside.entries())
          expect(score).toBeLessThanOrEqual((inside[i - 1]?.score ?? 100) + 1e-9)
      }),
    )
  })

  test('contributions add up to the score, shares to one and shown points to the shown score', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        for (const { score, shown, contributions } of advise(catalogue, given).ranking) {
          expect(Math.abs(total(contributions.map(({ points }) => points)) - score)).toBeLessThan(1e-9)
          expect(Math.abs(total(contributions.map(({ share }) => share)) - 1)).toBeLessThan(1e-9)
          expect(total(contributions.map((contribution) => tenths(contribution.shown)))).toBe(tenths(shown))
          expect(Math.abs(shown - score)).toBeLessThanOrEqual(0.05 + 1e-9)
          for (const one of contributions) expect(Math.abs(one.shown - one.points)).toBeLessThan(0.1 + 1e-9)
        }
      }),
    )
  })

  test('score, exclusion and winner are what counting by hand gives', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const { ranking, winner } = advise(catalogue, given)
        expect(winner).toBe(winnerByHand(catalogue, given))
        for (const { id, score, excluded } of ranking) {
          const one = catalogue.alternative(id)
          if (!one) return expect.fail(id)
          expect(Math.abs(score - scoreByHand(catalogue, given, one))).toBeLessThan(1e-9)
          expect(excluded !== null).toBe(isOutByHand(catalogue, given, one))
        }
      }),
    )
  })

  test('every exclusion is one sentence, and nothing is out that no rule speaks against', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const context = { ...given.context, runtime: null }
        const harmless: Requirements = { ...given, needs: {}, kind: null, context, refused: [], only: [] }
        for (const { excluded } of advise(catalogue, given).ranking) {
          if (excluded !== null) expect(excluded).toMatch(/^[A-Z](?:[^.]|\.(?=\d))+\.$/)
        }
        for (const { id, excluded } of advise(catalogue, harmless).ranking) {
          const dormant = catalogue.alternative(id)?.maintenance.status === 'dormant'
          if (!dormant) expect(excluded).toBeNull()
        }
      }),
    )
  })

  test('the order in which things were said does not matter', () => {
    fc.assert(
      fc.property(catalogues, requirements, (catalogue, given) => {
        const backwards: Requirements = {
          ...given,
          levels: reversed(given.levels),
          emphasis: reversed(given.emphasis),
          needs: reversed(given.needs),
          refused: [...given.refused].reverse(),
          only: [...given.only].reverse(),
          context: {
            ...given.context,
            existing: [...given.context.existing].reverse(),
            skills: [...given.context.skills].reverse(),
            rules: [...given.context.rules].reverse(),
          },
        }
        expect(advise(catalogue, backwards)).toEqual(advise(catalogue, given))
      }),
    )
  })

  test('a skipped criterion changes no score, whether or not the knowledge base has it', () => {
    fc.assert(
      fc.property(terseCatalogues, requirements, (terse, given) => {
        const skipped = { ...given, kind: null, levels: without(given.levels, 'crew') }
        const unasked = { ...terse, criteria: CRITERIA.filter((criterion) => criterion !== 'crew') }
        expect(advise(buildCatalogue(terse), skipped).ranking).toEqual(
          advise(buildCatalogue(unasked), skipped).ranking,
        )
      }),
    )
  })

  test('something that is not needed changes nothing', () => {
    fc.assert(
      fc.property(catalogues, requirements, fc.constantFrom(...CAPABILITIES), (catalogue, given, need) => {
        const silent = { ...given, kind: null, needs: without(given.needs, need) }
        const dropped = {
          ...silent,
          needs: { ...silent.needs, [need]: { priority: 'not_needed', origin: 'text' } as const },
        }
        expect(advise(catalogue, dropped)).toEqual(advise(catalogue, silent))
      }),
    )
  })

  test('a higher position never lowers the rank where the demand curve rises', () => {
    const raised = fc.record({
      criterion: fc.nat({ max: CRITERIA.length - 1 }),
      by: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(terseCatalogues, requirements, raised, (terse, given, { criterion, by }) => {
        const [id, alternative] = Object.entries(terse.alternatives)[0] ?? ['', {}]
        fc.pre(id !== '')
        const levels = {
          ...given.levels,
          [CRITERIA[criterion] ?? '']: { level: 'high', origin: 'answered' } as const,
        }
        const positions = (alternative.positions ?? []).map((at, i) =>
          i === criterion ? at + (1 - at) * by : at,
        )
        const better = {
          ...terse,
          alternatives: { ...terse.alternatives, [id]: { ...alternative, positions } },
        }
        const rankIn = (catalogue: typeof terse) =>
          advise(buildCatalogue(catalogue), { ...given, levels }).ranking.findIndex(
            (ranked) => ranked.id === id,
          )
        expect(rankIn(better)).toBeLessThanOrEqual(rankIn(terse))
      }),
    )
  })
})

test('keys that are names of JavaScript properties, or of things that are gone, are passed over', () => {
  const catalogue = buildCatalogue({
    alternatives: { alpha: {}, bravo: {} },
    criteria: ['pace'],
    capabilities: ['motor'],
  })
  const level = '{"level":"high","origin":"text"}'
  const need = '{"priority":"must","origin":"text"}'
  const keys = (value: string) =>
    `{"__proto__":${value},"constructor":${value},"toString":${value},"gone":${value}}`
  const strange = wanting({
    levels: JSON.parse(keys(level)),
    emphasis: JSON.parse(keys('2')),
    needs: JSON.parse(keys(need)),
    kind: { id: 'constructor' },
    context: {
      existing: ['__proto__'],
      skills: ['constructor'],
      leaving: true,
      rules: ['toString'],
      runtime: '0',
    },
    refused: ['toString'],
    only: ['gone'],
  })
  expect(advise(catalogue, strange)).toEqual(advise(catalogue, noRequirements()))
  expect(own(strange.levels, 'valueOf')).toBeUndefined()
})

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => id !== key))
}
