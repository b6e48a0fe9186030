import { randomUUID } from 'node:crypto'
import type { Deliver, Desk, Incoming } from '../../src/desk.ts'
import { failureFields, type Log } from '../../src/log.ts'
import type { Line } from './line.ts'
import { EMPTY_MENU, menuOf, type Option } from './menu.ts'
import { paint } from './paint.ts'
import type { Person } from './person.ts'
import { type Meaning, meaningOf } from './read-meaning.ts'
import type { Output } from './reader.ts'
import { drawnColumns, render, renderTicks } from './render.ts'
import { paragraphs } from './render-text.ts'
import { saveFiles } from './save-files.ts'

/** One terminal, one conversation a data file. */
const CONVERSATION = 'terminal:main'

const NOBODY_ELSE =
  'Nobody else reads along in a terminal. This is the post others would see in a chat; for a colleague there is the client brief, or "export".'

const UNAVAILABLE = 'I cannot answer just now. Please try again in a moment.'

export interface Session {
  /** Shows a reply; from then on its numbers and letters are the ones that count. */
  deliver: Deliver
  /** Talks until the person leaves or the input ends, then says `resumeHint` (marked text). */
  talk(resumeHint: string): Promise<void>
}

/**
 * One sitting at the terminal. What was said is kept by the desk and outlives it.
 *
 * @param folder where files are saved
 */
export function createSession(desk: Desk, person: Person, output: Output, folder: string, log: Log): Session {
  let menu = EMPTY_MENU
  let ticked: ReadonlySet<Option> = new Set()
  let replies = 0

  const columns = (): number => drawnColumns(output.columns)
  const show = (lines: Line[]): void =>
    person.print(`${person.atKeyboard ? '\n' : ''}${paint(lines, output)}\n`)
  const say = (words: string): void => show(paragraphs(words, columns()))

  // Never rejects: a reply that meets a closed window is not owed, the next start says where they were.
  const deliver: Deliver = async ({ purpose, cards }) => {
    replies += 1
    if (cards.length === 0) return
    if (purpose === 'share') say(NOBODY_ELSE)
    const shown = await saveFiles(cards, desk, folder)
    menu = menuOf(shown)
    ticked = new Set(menu.options.filter((option) => option.checked))
    show(render(shown, menu, ticked, columns()))
  }

  async function send(input: Incoming['input']): Promise<void> {
    const before = replies
    try {
      await desk.receive(incoming(input))
    } catch (error) {
      // The desk has already told the person, unless it could not take the message at all.
      if (replies > before) return
      log.warn(failureFields(error), 'message not taken')
      say(UNAVAILABLE)
    }
  }

  async function act(meaning: Exclude<Meaning, { kind: 'leave' }>): Promise<void> {
    switch (meaning.kind) {
      case 'send':
        return send(meaning.input)
      case 'tick':
        ticked = meaning.ticked
        return show(renderTicks(menu, ticked, columns()))
      case 'hint':
        return say(meaning.text)
      case 'nothing':
        return
      default:
        return meaning satisfies never
    }
  }

  /** True when they said that they leave, false when the input ended. */
  async function converse(): Promise<boolean> {
    person.prompt()
    for await (const message of person.messages) {
      const meaning = meaningOf(message, menu, ticked)
      if (meaning.kind === 'leave') return true
      await act(meaning)
      person.prompt()
    }
    return false
  }

  return {
    deliver,
    async talk(resumeHint) {
      await send({ kind: 'command', command: 'start', text: '' })
      const said = await converse()
      if (said || person.atKeyboard) person.print(paint(paragraphs(resumeHint, columns(), 'dim'), output))
      person.close()
    },
  }
}

const incoming = (input: Incoming['input']): Incoming => ({
  event: randomUUID(),
  conversation: CONVERSATION,
  address: 'main',
  // Whoever can open the data file can read all of it.
  from: { id: 'local', name: null, operator: true },
  input,
  at: new Date().toISOString(),
})
