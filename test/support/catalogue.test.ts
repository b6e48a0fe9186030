import { expect, test } from 'vitest'
import { alternative } from '../../src/knowledge/schema/alternative.ts'
import { criterion } from '../../src/knowledge/schema/criterion.ts'
import { capabilityEntry, company, domain, guide, kindEntry } from '../../src/knowledge/schema/lists.ts'
import { buildCatalogue } from './catalogue.ts'

test('a test catalogue holds what a knowledge folder may hold', () => {
  const catalogue = buildCatalogue({
    alternatives: {
      alpha: {
        positions: [1],
        fits: { pace: { low: 0.5 } },
        capabilities: { motor: 'none' },
        related: ['bravo'],
      },
      bravo: {},
    },
    criteria: ['pace'],
    capabilities: ['motor'],
    kinds: { race: { levels: { pace: 'high' }, needs: { motor: 'must' } } },
  })
  const { alternatives, criteria, capabilities, kinds } = catalogue
  expect(alternatives.map((entry) => alternative.parse(entry))).toEqual(alternatives)
  expect(criteria.map((entry) => criterion.parse(entry))).toEqual(criteria)
  expect(capabilities.map((entry) => capabilityEntry.parse(entry))).toEqual(capabilities)
  expect(kinds.map((entry) => kindEntry.parse(entry))).toEqual(kinds)
  expect(domain.parse(catalogue.domain)).toEqual(catalogue.domain)
  expect(guide.parse(catalogue.guide)).toEqual(catalogue.guide)
  expect(company.parse(catalogue.company)).toEqual(catalogue.company)
})
