import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

/** Why each alternative is out, by id; those still in are left out. */
function reasons(catalogue: Catalogue, given: Partial<Requirements>): Record<string, string> {
  const out = advise(catalogue, wanting(given)).ranking.filter(({ excluded }) => excluded !== null)
  return Object.fromEntries(out.map(({ id, excluded }) => [id, excluded ?? '']))
}

const FLEET = buildCatalogue({
  alternatives: {
    alpha: { capabilities: { motor: 'built-in', sail: 'manual' } },
    bravo: { capabilities: { motor: 'manual', sail: 'third-party' } },
    cobra: { capabilities: { motor: 'none' } },
    delta: { status: 'dormant', capabilities: { motor: 'first-party-extension', sail: 'none' } },
  },
  capabilities: ['motor', 'sail'],
  hard: ['sail'],
  kinds: { race: { needs: { sail: 'must' } } },
})
const DORMANT = { delta: 'Delta is no longer maintained, so it is not advised for new work.' }
const motor = (priority: 'must' | 'should' | 'excluded') => ({
  motor: { priority, origin: 'answered' } as const,
})

describe('an alternative is out', () => {
  test('when it was refused', () => {
    expect(reasons(FLEET, { refused: ['bravo'] })).toEqual({
      ...DORMANT,
      bravo: 'Bravo was ruled out by name.',
    })
  })

  test('when only others may be considered', () => {
    const only = ['cobra', 'alpha', 'bravo']
    expect(reasons(FLEET, { only })).toEqual({ delta: 'Only Alpha, Bravo and Cobra may be considered.' })
    expect(reasons(FLEET, { only: ['alpha'] }).bravo).toBe('Only Alpha may be considered.')
  })

  test('when it does not offer a must', () => {
    expect(reasons(FLEET, { needs: motor('must') })).toEqual({
      ...DORMANT,
      cobra: 'Cobra does not offer Motor, a must here.',
    })
  })

  test('when a hard must would have to be added by hand', () => {
    const needs = { sail: { priority: 'must', origin: 'text' } } as const
    expect(reasons(FLEET, { needs })).toEqual({
      alpha: 'Alpha leaves Sail, a must here, to be added by hand.',
      delta: 'Delta does not offer Sail, a must here.',
    })
  })

  test('when the kind of project makes it a must, and the reason says so', () => {
    expect(reasons(FLEET, { kind: { id: 'race' } }).delta).toBe(
      'Delta does not offer Sail, a must for this kind of project (Race).',
    )
  })

  test('when it has something unwanted built in, but not when it can be left out', () => {
    expect(reasons(FLEET, { needs: motor('excluded') })).toEqual({
      ...DORMANT,
      alpha: 'Alpha comes with Motor built in, which is not wanted.',
    })
  })

  test('when it is dormant, unless they run it and mean to stay', () => {
    const running = { ...noRequirements().context, existing: ['delta'] }
    expect(reasons(FLEET, {})).toEqual(DORMANT)
    expect(reasons(FLEET, { context: { ...running, leaving: false } })).toEqual({})
    expect(reasons(FLEET, { context: { ...running, leaving: true } })).toEqual(DORMANT)
  })
})

describe('what they run it on', () => {
  const fleet = buildCatalogue({
    alternatives: {
      alpha: { requires: '1.10' },
      bravo: { requires: '1.9' },
      cobra: { requires: '1.11', alsoRunsOn: ['1.8'] },
      delta: {},
    },
  })
  const on = (runtime: string | null, rest: Partial<Requirements['context']> = {}) =>
    reasons(fleet, { context: { ...noRequirements().context, runtime, ...rest } })
  const ALPHA = (runtime: string) =>
    `Alpha needs Tide 1.10 or newer; an older release may still run on ${runtime}.`

  test('rules out what needs a newer version, read part by part and not as a decimal', () => {
    expect(on('1.9')).toEqual({
      alpha: ALPHA('1.9'),
      cobra: 'Cobra needs Tide 1.11 or newer; an older release may still run on 1.9.',
    })
    expect(on('1.10')).toEqual({ cobra: expect.stringContaining('1.11') })
    expect(on('2.0')).toEqual({})
  })

  test('rules nothing out while it is not known, or known as a whole number that fits', () => {
    expect(on(null)).toEqual({})
    expect(on('1')).toEqual({})
    expect(Object.keys(on('0'))).toEqual(['alpha', 'bravo', 'cobra'])
  })

  test('leaves in what runs on that older series too, down to its patches', () => {
    expect(on('1.8')).not.toHaveProperty('cobra')
    expect(on('1.8.3')).not.toHaveProperty('cobra')
    expect(on('1.7')).toHaveProperty('cobra')
  })

  test('does not rule out what already runs there, unless they are leaving it', () => {
    expect(on('1.9', { existing: ['alpha'] })).not.toHaveProperty('alpha')
    expect(on('1.9', { existing: ['alpha'], leaving: true })).toMatchObject({ alpha: ALPHA('1.9') })
  })
})

describe('an alternative stays in', () => {
  test('when a need it does not meet is no must', () => {
    expect(reasons(FLEET, { needs: motor('should') })).toEqual(DORMANT)
  })

  test('when nothing is known about how it meets a must', () => {
    const needs = { sail: { priority: 'must', origin: 'answered' } } as const
    expect(reasons(FLEET, { needs })).not.toHaveProperty('cobra')
  })

  test('when all that was asked for or refused is unknown to the knowledge base', () => {
    const needs = { gone: { priority: 'must', origin: 'text' } } as const
    expect(reasons(FLEET, { needs, refused: ['gone'], only: ['gone'] })).toEqual(DORMANT)
  })
})

test('the first of several reasons is given: refused, only, must, unwanted, dormant', () => {
  const needs = {
    sail: { priority: 'must', origin: 'text' },
    motor: { priority: 'excluded', origin: 'text' },
  } as const
  const all = { refused: ['delta'], only: ['alpha', 'bravo', 'cobra'], needs }
  expect(reasons(FLEET, all).delta).toBe('Delta was ruled out by name.')
  expect(reasons(FLEET, { ...all, refused: [] }).delta).toMatch(/^Only /)
  expect(reasons(FLEET, { needs }).delta).toMatch(/Sail, a must/)
  expect(reasons(FLEET, { needs }).alpha).toMatch(/Sail, a must/)
})
