import type { Card } from '../src/card/card.ts'
import type { Input } from '../src/dialogue/conversation.ts'
import { LEVELS } from '../src/knowledge/schema/levels.ts'
import type { AnswerCase } from './eval/cases.ts'

/** Someone who answers every question. */
export interface Presser {
  /** @returns what they do when they see these cards; null when the result is shown and they are done */
  next(cards: readonly Card[]): Input | null
}

export const START: Input = { kind: 'command', command: 'start', text: '' }

/**
 * Someone who lets themselves be asked every question and answers by button.
 *
 * @param number chooses their answers: its digits to base 3, so that consecutive numbers answer differently
 */
export function createPresser(number: number): Presser {
  let digits = number
  return {
    next(cards) {
      const actions = actionsOf(cards)
      const levels = actions.filter(isLevel)
      const level = levels[digits % LEVELS.length]
      if (level !== undefined) digits = Math.floor(digits / LEVELS.length)
      const action = level ?? onwards(actions)
      return action === undefined ? null : { kind: 'action', action }
    },
  }
}

/** Answers to one question; what is not understood leads to more than one. */
const PATIENCE = 12

/**
 * Someone who answers every question in words; whatever has no question they press past.
 *
 * @param number chooses their answers among those that were given to the same question
 */
export function createTalker(answers: readonly AnswerCase[], number: number): Presser {
  const given = Map.groupBy(answers, ({ criterion }): string => criterion)
  let said = 0
  return {
    next(cards) {
      const actions = actionsOf(cards)
      const asked = actions.find(isLevel)?.split(':')[1] ?? ''
      const choice = given.get(asked) ?? []
      said += 1
      const words = choice[(number + 7 * said) % choice.length]?.answer
      if (words !== undefined && said < PATIENCE) return { kind: 'text', text: words }
      const action = onwards(actions)
      return action === undefined || said >= PATIENCE ? null : { kind: 'action', action }
    },
  }
}

/** Whether an input answers a question by button. */
export const answersByButton = (input: Input): boolean => input.kind === 'action' && isLevel(input.action)

const isLevel = (action: string): boolean => action.startsWith('level:')

const onwards = (actions: readonly string[]): string | undefined =>
  actions.find((action) => /^(begin|thorough)@/.test(action))

const actionsOf = (cards: readonly Card[]): string[] =>
  cards
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'choices' ? part.choices : []))
    .map(({ action }) => action)
