/** What a peer asks, in the guide's order, without reading the answers. */
export interface Asked {
  questions: readonly string[]
  /** Texts on the buttons of every question. */
  choices: readonly string[]
}

/** Takes a turn: what somebody says in a conversation, answered by the next question or the last word. */
export type Talk = (conversation: string, text: string) => Promise<void>

/** What is said when every question was asked. */
export const LAST_WORD = 'Thank you, these were all questions.'
