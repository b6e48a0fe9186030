import type { Conversation, Turn } from '../../src/dialogue/conversation.ts'
import { newConversation } from '../../src/dialogue/state.ts'

/** A pure turn that counts, and remembers what it was given in order, as a consultation would. */
export function countTurn(snapshot: unknown, word: string): Turn {
  const before = isConversation(snapshot) ? snapshot : newConversation()
  const seen = [...before.shown.alternatives, word]
  const conversation = {
    ...before,
    step: before.step + 1,
    shown: { ...before.shown, alternatives: seen },
  }
  return {
    conversation,
    cards: [{ title: `turn ${conversation.step}`, parts: [{ kind: 'text', text: word }] }],
    effects: [],
  }
}

/** The words a saved conversation has seen, in order. */
export const seenBy = (snapshot: unknown): string[] =>
  isConversation(snapshot) ? snapshot.shown.alternatives : []

const isConversation = (snapshot: unknown): snapshot is Conversation =>
  typeof snapshot === 'object' && snapshot !== null && 'shown' in snapshot
