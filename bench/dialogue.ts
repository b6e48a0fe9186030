import type { Card } from '../src/card/card.ts'
import type { Input } from '../src/dialogue/conversation.ts'
import { LEVELS } from '../src/knowledge/schema/criterion.ts'

/** Presses of someone who answers every question by button. */
export interface Presser {
  /** @returns what they do when they see these cards; null when the result is shown and they are done */
  next(cards: readonly Card[]): Input | null
}

export const START: Input = { kind: 'command', command: 'start', text: '' }

/**
 * Someone who lets themselves be asked every question.
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
      const action = level ?? actions.find((other) => /^(begin|thorough)@/.test(other))
      return action === undefined ? null : { kind: 'action', action }
    },
  }
}

/** Whether an input answers a question by button. */
export const answersByButton = (input: Input): boolean => input.kind === 'action' && isLevel(input.action)

const isLevel = (action: string): boolean => action.startsWith('level:')

const actionsOf = (cards: readonly Card[]): string[] =>
  cards
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'choices' ? part.choices : []))
    .map(({ action }) => action)
