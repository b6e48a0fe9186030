import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advice/advice.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { progressOf, whatNext } from '../../src/dialogue/questionnaire.ts'
import { activeOf, NOWHERE, newConversation } from '../../src/dialogue/state.ts'
import { ROOT } from '../architecture/sources.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue } = consultant
const [first, second, third] = catalogue.criteria.map(({ id }) => id)
const fresh = activeOf({
  consultant,
  conversation: newConversation(),
  now: new Date(0),
  by: null,
  place: NOWHERE,
})
const nothing = consultant.advise(fresh.requirements)
const with_ = (information: Record<string, number>, certainty = 0.5): Advice => ({
  ...nothing,
  information,
  certainty,
})

describe('the next question', () => {
  test('is the one that says most about the winner', () => {
    const advice = with_({ [first ?? '']: 0.1, [second ?? '']: 0.7, [third ?? '']: 0.2 })
    expect(whatNext(catalogue, fresh, advice)).toMatchObject({ kind: 'question', criterion: { id: second } })
  })

  test('follows the guide where two say the same', () => {
    const advice = with_({ [second ?? '']: 0.3, [third ?? '']: 0.3 })
    expect(whatNext(catalogue, fresh, advice)).toMatchObject({ criterion: { id: second } })
  })

  test('is never one that was skipped or left open', () => {
    const passed = { ...fresh, skipped: [second ?? ''], unsure: [third ?? ''] }
    const advice = with_({ [first ?? '']: 0.1, [second ?? '']: 0.7, [third ?? '']: 0.2 })
    expect(whatNext(catalogue, passed, advice)).toMatchObject({ criterion: { id: first } })
  })

  test('is none when no answer can change the winner, unless every question is wanted', () => {
    expect(whatNext(catalogue, fresh, with_({}, 1))).toEqual({
      kind: 'settled',
      left: catalogue.criteria.length,
    })
    const thorough = { ...fresh, thorough: true }
    expect(whatNext(catalogue, thorough, with_({}, 1))).toMatchObject({ kind: 'question' })
  })

  test('is none when all were passed', () => {
    const passed = { ...fresh, skipped: catalogue.criteria.map(({ id }) => id) }
    expect(whatNext(catalogue, passed, with_({}))).toEqual({ kind: 'result' })
  })
})

test('progress counts what was answered, skipped and left open', () => {
  const of = catalogue.criteria.length
  expect(progressOf(catalogue, fresh)).toEqual({ step: 1, of })
  expect(progressOf(catalogue, { ...fresh, skipped: [first ?? ''], unsure: [second ?? ''] })).toEqual({
    step: 3,
    of,
  })
})
