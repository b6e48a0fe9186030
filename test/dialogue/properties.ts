import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { parseMarkup } from '../../src/card/markup.ts'
import { cardToText } from '../../src/card/plain.ts'
import { decodeAction, encodeAction, MAX_ACTION_LENGTH } from '../../src/dialogue/actions.ts'
import type { Consultation, Conversation, Input, Turn } from '../../src/dialogue/conversation.ts'
import { restore } from '../../src/dialogue/restore.ts'
import { activeOf, NOWHERE, newConversation } from '../../src/dialogue/state.ts'
import { LEVELS } from '../../src/knowledge/schema/levels.ts'
import { actionsOf, catalogue, choicesOf, consultant, copy, move, NOW, play, step, textsOf } from './moves.ts'

/** What holds for every sequence of inputs. */
export interface Property {
  name: string
  /** Sequences played in `npm test`; the bench plays many more. */
  runs: number
  /** @throws with the shortest sequence for which it does not hold */
  check(runs: number): void
}

type Look = (turn: Turn, input: Input, before: Conversation | null) => void

/** Looks at each turn of sequences of up to `length` moves. */
const ofTurns = (name: string, length: number, runs: number, look: Look): Property => ({
  name,
  runs,
  check: (numRuns) =>
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: length, size: 'max' }), (moves) =>
        play(moves, look),
      ),
      { numRuns },
    ),
})

const ALL = catalogue.alternatives.map(({ id }) => id).toSorted()
const BACK: Input = { kind: 'command', command: 'back', text: '' }

/** What "back" promises to restore. */
function answersIn(active: Consultation | null) {
  const fresh = activeOf({ consultant, conversation: newConversation(), now: NOW, by: null, place: NOWHERE })
  const { requirements, unsure, skipped, concluded, said, thorough } = active ?? fresh
  return { requirements, unsure, skipped, concluded, said, thorough }
}

export const PROPERTIES: readonly Property[] = [
  ofTurns(
    'a turn answers, with cards to be read aloud, buttons that can be sent and a way on',
    10,
    1200,
    ({ cards }) => {
      for (const card of cards) assert.notEqual(cardToText(card).trim(), '')
      const actions = actionsOf(cards)
      assert.ok(actions.length > 0, 'no way on')
      for (const action of actions) {
        assert.ok(action.length <= MAX_ACTION_LENGTH)
        assert.notEqual(decodeAction(action), null, action)
      }
    },
  ),

  ofTurns('a reply offers at most 25 main choices', 10, 1000, ({ cards }) => {
    assert.ok(choicesOf(cards).filter(({ quiet }) => !quiet).length <= 25)
  }),

  ofTurns('a turn is the same again, and the same after it was stored', 8, 1000, (turn, input, before) => {
    assert.deepEqual(copy(turn.conversation), turn.conversation)
    assert.deepEqual(restore(catalogue, turn.conversation), { conversation: turn.conversation, lost: null })
    assert.deepEqual(step(copy(before), copy(input), NOW), turn)
  }),

  ofTurns(
    'the ranking has every alternative once, with scores from 0 to 100',
    8,
    1000,
    ({ conversation }) => {
      if (conversation.active === null) return
      const { ranking } = consultant.advise(conversation.active.requirements)
      assert.deepEqual(ranking.map(({ id }) => id).toSorted(), ALL)
      for (const { score } of ranking) assert.ok(score >= 0 && score <= 100.000001)
    },
  ),

  ofTurns(
    'typed marks come back as the letters they are, never as bold, code or a link',
    10,
    1200,
    ({ cards }) => {
      const spans = textsOf(cards).flatMap(parseMarkup)
      const live = spans.filter(
        ({ text, bold, code, href }) => (bold || code || href) && `${text}${href}`.includes('zqx'),
      )
      assert.deepEqual(live, [])
    },
  ),

  ofTurns('"back" restores the answers as they were', 10, 1200, (turn, input, before) => {
    const { active, undo } = turn.conversation
    const one = undo.length === (before?.undo.length ?? 0) + 1
    const same = before?.active === null || before?.active?.id === active?.id
    if (!one || !same || input.kind === 'answers') return
    const restored = step(turn.conversation, BACK, NOW).conversation.active
    assert.deepEqual(answersIn(restored), answersIn(before?.active ?? null))
  }),

  ofTurns('a press that arrives twice does nothing the second time', 10, 1200, (turn, input) => {
    if (input.kind !== 'action') return
    const again = step(turn.conversation, input, NOW).conversation
    const { active, history, undo, shares } = turn.conversation
    assert.deepEqual(answersIn(again.active), answersIn(active))
    assert.deepEqual(again.shares, shares)
    assert.equal(again.history.length, history.length)
    assert.equal(again.undo.length, undo.length)
  }),

  ofTurns('a press from another project changes no answer', 10, 1200, (turn) => {
    const restarted = step(
      turn.conversation,
      { kind: 'command', command: 'restart', text: '' },
      NOW,
    ).conversation
    for (const action of actionsOf(turn.cards)) {
      const verb = decodeAction(action)?.verb
      if (verb === 'open' || verb === 'erase' || verb === 'command') continue
      const { conversation } = step(restarted, { kind: 'action', action, values: ALL }, NOW)
      assert.deepEqual(
        answersIn(conversation.active).requirements,
        answersIn(restarted.active).requirements,
        action,
      )
    }
  }),

  {
    name: 'answers in any order give the same advice',
    runs: 2000,
    check: (numRuns) => fc.assert(fc.property(answersInTwoOrders, inAnyOrder), { numRuns }),
  },
]

const criteria = catalogue.criteria.map(({ id }) => id)
const answersInTwoOrders = fc
  .tuple(...criteria.map(() => fc.option(fc.constantFrom(...LEVELS))))
  .chain((levels) => {
    const given = criteria.map((id, i) => [id, levels[i] ?? null] as const)
    const shuffled = fc.shuffledSubarray(given, { minLength: given.length })
    return fc.tuple(shuffled, shuffled)
  })

type Given = (readonly [criterion: string, level: string | null])[]

function inAnyOrder([one, other]: readonly [Given, Given]): void {
  const rankingAfter = (answers: Given): unknown => {
    let { conversation } = step(null, { kind: 'command', command: 'start', text: '' }, NOW)
    for (const [id, level] of answers) {
      const action =
        level === null
          ? encodeAction('skip', [id], conversation.step)
          : encodeAction('level', [id, level], conversation.step)
      conversation = step(conversation, { kind: 'action', action }, NOW).conversation
    }
    return consultant.advise(
      activeOf({ consultant, conversation, now: NOW, by: null, place: NOWHERE }).requirements,
    )
  }
  assert.deepEqual(rankingAfter(one), rankingAfter(other))
}
