import { expect, test } from 'vitest'
import { possibleChanges } from '../../src/advice/possible-changes.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

const CATALOGUE = buildCatalogue({
  alternatives: {},
  criteria: ['pace', 'crew'],
  capabilities: ['motor', 'sail', 'galley'],
  checklists: { pace: ['motor', 'sail'] },
  kinds: { race: { levels: { crew: 'high' }, needs: { motor: 'should' } } },
})

test('levels come first, then emphases of answers, then needs; nothing that is so already', () => {
  const given = wanting({
    levels: { pace: { level: 'high', origin: 'text' } },
    emphasis: { pace: 2, crew: 2 },
    needs: {
      sail: { priority: 'must', origin: 'answered' },
      galley: { priority: 'excluded', origin: 'text' },
    },
    kind: { id: 'race' },
  })
  expect(possibleChanges(CATALOGUE, given)).toEqual([
    { kind: 'level', criterion: 'pace', to: 'low' },
    { kind: 'level', criterion: 'pace', to: 'medium' },
    { kind: 'level', criterion: 'crew', to: 'low' },
    { kind: 'level', criterion: 'crew', to: 'medium' },
    { kind: 'level', criterion: 'crew', to: 'high' },
    { kind: 'emphasis', criterion: 'pace', to: 1 },
    { kind: 'need', need: 'motor', to: 'must' },
    { kind: 'need', need: 'motor', to: 'not_needed' },
    { kind: 'need', need: 'sail', to: 'not_needed' },
    { kind: 'need', need: 'galley', to: 'not_needed' },
  ])
})
