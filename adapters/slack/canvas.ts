import { type ActionKind, encodeActionId } from './action-id.ts'
import { SLACK } from './limits.ts'

/** How cards are to be shown. */
export interface Look {
  /** Where they stand: a table block is for messages only. */
  surface: 'message' | 'home'
  /** How to answer in words: by a button that opens a field, by a mention (shared threads), or by just typing. */
  words: 'button' | 'mention' | 'typing'
  /** Whether charts are drawn in text, because Slack refuses its own here. */
  textCharts?: boolean
}

/** What the parts of one message share while they are rendered. */
export interface Canvas {
  look: Look
  /** An action id that is used once in this message. */
  idFor(kind: ActionKind, action: string): string
  /** Takes the one table block of the message, if it is free and so much text fits into it. */
  takeTable(characters: number): boolean
  /** Takes one of the charts Slack draws in a message, if one is free. */
  takeChart(): boolean
}

export function createCanvas(look: Look): Canvas {
  let ids = 0
  const inMessage = look.surface === 'message'
  let tables: number = inMessage ? SLACK.message.tables : 0
  let charts: number = inMessage ? SLACK.message.charts : 0
  return {
    look,
    idFor: (kind, action) => encodeActionId(kind, ids++, action),
    takeTable(characters) {
      if (tables === 0 || characters > SLACK.table.text) return false
      tables -= 1
      return true
    },
    takeChart() {
      charts -= 1
      return charts >= 0
    },
  }
}
