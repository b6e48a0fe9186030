import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { onTestFinished, vi } from 'vitest'
import { start } from '../../../adapters/terminal/index.ts'
import type { Card } from '../../../src/card/card.ts'
import type { Deliver, Desk, Incoming, Sent } from '../../../src/desk.ts'
import { createLog } from '../../../src/log.ts'
import { idleDesk } from '../../support/idle-desk.ts'

export const RESUME_HINT = 'Come back any time.'

/** A desk that takes down what comes in and answers from a list of cards, the last one again and again. */
function deskWith(replies: Card[]) {
  const incoming: Incoming[] = []
  let deliver: Deliver = async () => {}
  const reply = (
    cards: Card[],
    { event, conversation, address }: Omit<Incoming, 'input' | 'from' | 'at'>,
    purpose: Sent['purpose'] = 'reply',
  ) => deliver({ id: event, event, conversation, address, purpose, cards, attempt: 1 })
  const desk: Desk = {
    ...idleDesk,
    attach: async (_platform, given) => {
      deliver = given
      return 0
    },
    receive: async (each) => {
      incoming.push(each)
      await reply(replies.slice(Math.min(incoming.length, replies.length) - 1).slice(0, 1), each)
      return { first: null }
    },
  }
  return { desk, incoming, reply }
}

export interface Sitting {
  keyboard: boolean
  /** What the desk answers, the last one again and again. */
  replies?: Card[]
  /** What the desk does otherwise. */
  desk?: Partial<Desk>
  columns?: number
  signal?: AbortSignal
  /** Where files are saved. */
  folder?: string
}

/** Somebody at the terminal, at a keyboard or behind a pipe, with a desk that answers from a list. */
export function sitDown(options: Sitting) {
  const { desk, incoming, reply } = deskWith(
    options.replies ?? [{ parts: [{ kind: 'text', text: 'Fine.' }] }],
  )
  const input = Object.assign(new PassThrough(), { isTTY: options.keyboard })
  const output = Object.assign(new PassThrough(), { isTTY: options.keyboard, columns: options.columns ?? 80 })
  let raw = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    raw += text
  })
  const left = start({
    desk: { ...desk, ...options.desk },
    input,
    output,
    log: createLog('silent'),
    resumeHint: RESUME_HINT,
    ...(options.signal && { signal: options.signal }),
    ...(options.folder && { folder: options.folder }),
  })
  onTestFinished(() => {
    input.end()
  })
  return {
    input,
    output,
    incoming,
    reply,
    left,
    type: (text: string) => void input.write(text),
    raw: () => raw,
    screen: () => stripVTControlCharacters(raw),
    /** What came in after the start, once there are that many. */
    inputs: (count: number) =>
      vi.waitFor(() => {
        if (incoming.length <= count) throw new Error(`${incoming.length - 1} of ${count} messages came in`)
        return incoming.slice(1).map((each) => each.input)
      }),
  }
}
