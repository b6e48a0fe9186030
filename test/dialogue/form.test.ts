import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Input, Turn } from '../../src/dialogue/conversation.ts'
import { formFor, offeredNeeds, UNSURE } from '../../src/dialogue/form.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue } = consultant
const step = createStep(consultant)
const ids = catalogue.criteria.map(({ id }) => id)
const [first = '', second = '', third = ''] = ids
const [need = '', other = ''] = offeredNeeds(catalogue)

const send = (input: Input, conversation: Conversation | null = null, by: string | null = null): Turn =>
  step(conversation, input, NOW, by)
const answers = (levels: Record<string, string>, needs: string[] = []): Input => ({
  kind: 'answers',
  levels,
  needs,
})
const told = (words: string): Conversation => send({ kind: 'text', text: words }).conversation
const shown = ({ cards }: Turn): string => cards.map(cardToText).join('\n\n')

describe('the form', () => {
  test('asks every question, with "not sure" as an answer, and offers every need once', () => {
    const { questions, needs } = formFor(catalogue, null)
    expect(questions.map(({ criterion }) => criterion)).toEqual(ids)
    for (const { options, present } of questions) {
      expect(options.map(({ value }) => value)).toEqual(['low', 'medium', 'high', UNSURE])
      expect(present).toBeNull()
    }
    expect(new Set(needs.map(({ value }) => value)).size).toBe(needs.length)
    expect(needs.some(({ checked }) => checked)).toBe(false)
  })

  test('shows what is known', () => {
    const { conversation } = send(answers({ [first]: 'high', [second]: UNSURE }, [need]))
    const { questions, needs } = formFor(catalogue, conversation.active)
    expect(questions.map(({ present }) => present)).toEqual(['high', UNSURE, ...ids.slice(2).map(() => null)])
    expect(needs.filter(({ checked }) => checked).map(({ value }) => value)).toEqual([need])
  })
})

describe('a form that was sent', () => {
  test('is recorded in one step and answered with the recommendation', () => {
    const turn = send(answers({ [first]: 'high', [second]: UNSURE }, [need]))
    expect(turn.conversation.active).toMatchObject({
      requirements: { levels: { [first]: { level: 'high' } }, needs: { [need]: { priority: 'should' } } },
      unsure: [second],
      skipped: ids.slice(2),
      concluded: true,
    })
    expect(shown(turn)).toContain('Recommendation: ')
  })

  test('replaces what was answered before, and keeps the words of what stayed the same', () => {
    const before = send(
      { kind: 'action', action: `level:${third}:low@1` },
      told('at peak 30000 users at once, with an admin interface'),
    ).conversation
    const known = before.active?.requirements.levels.performance
    expect(known?.words).toBeDefined()
    const { conversation } = send(answers({ performance: 'high' }, [other]), before)
    expect(conversation.active?.requirements.levels).toEqual({ performance: known })
    expect(Object.keys(conversation.active?.requirements.needs ?? {})).toEqual([other])
  })

  test('keeps what it does not offer, and a refusal that nobody ticked', () => {
    const offered = offeredNeeds(catalogue)
    const elsewhere = catalogue.capabilities.find(({ id }) => !offered.includes(id))?.id ?? ''
    const before = told('We need no admin interface.')
    const needs = {
      ...before.active?.requirements.needs,
      [elsewhere]: { priority: 'must', origin: 'text' } as const,
    }
    const active = before.active && {
      ...before.active,
      requirements: { ...before.active.requirements, needs },
    }
    const { conversation } = send(answers({ [first]: 'low' }), { ...before, active })
    expect(conversation.active?.requirements.needs).toEqual(needs)
  })

  test('with values that are none changes nothing by them', () => {
    const strange = JSON.parse('{"__proto__":"high","constructor":"low","speed":"much"}')
    const { conversation } = send(answers(strange, ['__proto__', 'gone']))
    expect(conversation.active?.requirements).toMatchObject({ levels: {}, needs: {} })
  })

  test('can be taken back like any answer', () => {
    const { conversation } = send(answers({ [first]: 'high' }), told('An internal tool for 40 users'))
    const back = send({ kind: 'command', command: 'back', text: '' }, conversation)
    expect(back.conversation.active?.requirements).toEqual(
      told('An internal tool for 40 users').active?.requirements,
    )
  })

  test('says in a shared consultation who gave each answer', () => {
    const { conversation } = send(answers({ [first]: 'high' }), null, 'Ana')
    const again = send(answers({ [first]: 'high', [second]: 'low' }), conversation, 'Ben')
    expect(again.conversation.active?.givers).toMatchObject({
      [`level:${first}`]: 'Ana',
      [`level:${second}`]: 'Ben',
    })
  })
})
