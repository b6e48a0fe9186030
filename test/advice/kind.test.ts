import { describe, expect, test } from 'vitest'
import { applyKind } from '../../src/advice/kind.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

const CATALOGUE = buildCatalogue({
  alternatives: {},
  criteria: ['pace', 'crew'],
  capabilities: ['motor', 'sail'],
  kinds: {
    race: { levels: { pace: 'high' }, needs: { sail: 'must' } },
    cruise: { levels: { crew: 'low' }, needs: { motor: 'could' } },
  },
})
const RACE = { id: 'race' }

describe('what a kind of project implies', () => {
  test('is added where nobody said anything', () => {
    expect(applyKind(CATALOGUE, wanting({ kind: RACE }))).toEqual(
      wanting({
        kind: RACE,
        levels: { pace: { level: 'high', origin: 'kind' } },
        needs: { sail: { priority: 'must', origin: 'kind' } },
      }),
    )
  })

  test.each(['answered', 'text'] as const)('never overrides what was %s', (origin) => {
    const said = wanting({
      kind: RACE,
      levels: { pace: { level: 'low', origin, words: 'no hurry' } },
      needs: { sail: { priority: 'not_needed', origin } },
    })
    expect(applyKind(CATALOGUE, said)).toEqual(said)
  })

  test('goes when the kind is corrected', () => {
    const before = applyKind(CATALOGUE, wanting({ kind: RACE }))
    const corrected = { ...before, kind: { id: 'cruise' } }
    expect(applyKind(CATALOGUE, corrected)).toEqual(applyKind(CATALOGUE, wanting({ kind: { id: 'cruise' } })))
  })

  test('is nothing for a kind the knowledge base does not have', () => {
    const gone = wanting({ kind: { id: 'gone' } })
    expect(applyKind(CATALOGUE, gone)).toEqual(gone)
  })

  test('leaves the given requirements as they were', () => {
    const given = Object.freeze(wanting({ kind: RACE, levels: Object.freeze({}), needs: Object.freeze({}) }))
    applyKind(CATALOGUE, given)
    expect(given).toEqual(wanting({ kind: RACE }))
  })
})
