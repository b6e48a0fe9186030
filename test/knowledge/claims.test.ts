import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimsOf, coverageOf, staleClaims } from '../../src/knowledge/claims.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { ROOT } from '../architecture/sources.ts'

const knowledge = await loadKnowledge(join(ROOT, 'knowledge'), null)
const claims = claimsOf(knowledge)

describe('the claims of the knowledge', () => {
  test('all have a source, a verdict and a date or "not known"', () => {
    expect(claims.length).toBeGreaterThan(500)
    for (const { claim } of claims) {
      expect(claim.source).toMatch(/\S/)
      expect(['confirmed', 'reported', 'outdated', 'wrong']).toContain(claim.verdict)
      expect(claim.as_of === null || /^\d{4}/.test(claim.as_of)).toBe(true)
    }
  })

  test('those of the situations are among them', () => {
    const entries = new Set(claims.map(({ entry }) => entry))
    expect(knowledge.situations.map(({ id }) => id).filter((id) => !entries.has(id))).toEqual([])
  })

  test('are each counted once in the coverage', () => {
    const rows = coverageOf(knowledge)
    expect(rows.reduce((sum, row) => sum + row.claims, 0)).toBe(claims.length)
    for (const { claims: count, verdicts } of rows) {
      expect(Object.values(verdicts).reduce((a, b) => a + b, 0)).toBe(count)
    }
  })

  test('are listed as old, oldest first, when their date lies before the day', () => {
    const old = staleClaims(knowledge, '2024-01-01').map(({ claim }) => claim.as_of ?? '')
    expect(old.length).toBeGreaterThan(0)
    expect(old).toEqual(old.toSorted())
    expect(old.every((date) => date < '2024')).toBe(true)
    expect(staleClaims(knowledge, '1990-01-01')).toEqual([])
  })

  test('a year or quarter is old only when its last day is', () => {
    const quarter = claims.find(({ claim }) => claim.as_of === '2026-Q3')
    expect(quarter).toBeDefined()
    const old = (before: string) => staleClaims(knowledge, before).map(({ claim }) => claim)
    expect(old('2026-09-30')).not.toContain(quarter?.claim)
    expect(old('2026-10-01')).toContain(quarter?.claim)
  })
})
