import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Turn } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'
import { actionsOf } from './moves.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const consultant = await createConsultant(join(ROOT, 'knowledge'))
const step = createStep(consultant)
const type = (conversation: Conversation | null, text: string): Turn =>
  step(conversation, { kind: 'text', text }, NOW)
const press = (turn: Turn, beginning: string, text?: string): Turn => {
  const action = actionsOf(turn.cards).find((each) => each.startsWith(beginning))
  if (action === undefined) throw new Error(`no ${beginning}; there are ${actionsOf(turn.cards).join(', ')}`)
  return step(turn.conversation, { kind: 'action', action, ...(text !== undefined && { text }) }, NOW)
}
const shown = ({ cards }: Turn): string => cards.map(cardToText).join('\n')
const counted = ({ tallies = [] }: Turn): string[] => tallies.map(({ kind, name }) => `${kind} ${name}`)

const answered = (): Turn => type(null, 'does django have an orm?')
const recommended = (): Turn =>
  type(type(null, 'A shop with an admin panel, secret word zqx').conversation, 'result')

describe('feedback', () => {
  test('on an answer is one press away, and praise is counted and nothing else', () => {
    const turn = press(press(answered(), 'command:feedback'), 'feedback:useful')
    expect(counted(turn)).toEqual(['feedback answer:useful'])
    expect(turn.remark).toBeUndefined()
  })

  test('that it was not useful is counted at once, and its reason kept', () => {
    const why = press(press(recommended(), 'command:feedback'), 'feedback:not_useful')
    expect(counted(why)).toEqual(['feedback result:not_useful'])
    const turn = press(why, 'remark:too_little')
    expect(turn.remark).toMatchObject({ about: 'result', reason: 'too_little', words: null })
    expect(counted(turn)).toEqual([])
  })

  test('that a claim of an answer is wrong keeps the claim, its sources and the remark', () => {
    const claims = press(press(answered(), 'command:feedback'), 'feedback:wrong')
    const turn = type(press(claims, 'claim:0').conversation, 'it changed in the last release')
    expect(turn.remark).toMatchObject({
      verdict: 'wrong',
      alternatives: ['django'],
      topic: 'orm',
      claim: { text: expect.stringContaining('ORM'), sources: [expect.stringContaining('http')] },
      words: 'it changed in the last release',
    })
    expect(counted(turn)).toContain('feedback answer:wrong')
    expect(turn.conversation.active?.said ?? []).toEqual([])
  })

  test('on a claim of a recommendation keeps none of the words of the project', () => {
    const claims = press(press(recommended(), 'command:feedback'), 'feedback:wrong')
    const turn = press(press(claims, 'claim:0'), 'remark:words', 'No longer so.')
    expect(turn.remark).toMatchObject({ about: 'result', words: 'No longer so.' })
    expect(JSON.stringify(turn.remark)).not.toContain('zqx')
  })

  test('a command instead of a remark is a command', () => {
    const why = press(press(answered(), 'command:feedback'), 'feedback:not_useful')
    const turn = type(why.conversation, 'help')
    expect(turn.remark).toBeUndefined()
    expect(type(turn.conversation, 'a sentence about nothing').remark).toBeUndefined()
  })

  test('asked for before anything was told says so', () => {
    expect(shown(type(null, 'feedback'))).toContain('Ask me something first')
  })

  test('leads back to the question that waited', () => {
    const turn = type(type(type(null, 'ask me').conversation, 'what is an orm?').conversation, 'not useful')
    expect(shown(press(turn, 'remark:no'))).toContain('Question 1')
  })
})

describe('what is counted of a turn', () => {
  test('are intent, topic and alternative of a question', () => {
    expect(counted(answered())).toEqual(['text sure', 'intent capability', 'topic orm', 'alternative django'])
  })

  test('is that something was declined, and nothing of what it was', () => {
    expect(counted(type(null, 'what is the weather in Hanoi?'))).toEqual(['text declined'])
  })

  test('is what was asked and not known', () => {
    const turn = type(null, 'does litestar plan to support zqx in the next release of the year?')
    const missing = counted(turn).filter((name) => name.startsWith('missing'))
    expect(turn.sureness === 'sure' ? [] : missing).not.toContain('zqx')
  })

  test('is a recommendation once, and again when other answers change it', () => {
    const result = recommended()
    expect(counted(result).filter((name) => name.startsWith('recommended'))).toHaveLength(1)
    expect(counted(type(result.conversation, 'result'))).not.toContainEqual(
      expect.stringMatching(/^recommended/),
    )
  })

  test('is what was read from a text and taken back by a button', () => {
    const summary = type(type(null, 'A shop with an admin panel').conversation, 'change')
    const turn = press(summary, 'drop:need:admin')
    expect(counted(turn)).toContain('misread need:admin')
  })

  test('is a situation that was taken back', () => {
    const described =
      'Six volunteers log in, the archivist corrects the records of forty years, members see their own'
    const summary = type(type(null, described).conversation, 'change')
    expect(counted(press(summary, 'drop:likeness'))).toContainEqual(
      expect.stringMatching(/^misread situation:/),
    )
  })

  test('is never a word that was typed', () => {
    for (const text of [
      'zqx and more zqx',
      'does zqx have an orm?',
      'a zqx shop for 500 users',
      'is zqx good?',
    ])
      expect(JSON.stringify(type(null, text).tallies ?? [])).not.toContain('zqx')
  })
})
