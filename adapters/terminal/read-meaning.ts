import { type Incoming, isCommand } from '../../src/desk.ts'
import { type Menu, type Option, optionOf, type Press, submitOf } from './menu.ts'

/** What a line means below the last reply. */
export type Meaning =
  | { kind: 'send'; input: Incoming['input'] }
  /** Boxes ticked or cleared; nothing is sent yet. */
  | { kind: 'tick'; ticked: Set<Option> }
  /** Answered here, without the desk. */
  | { kind: 'hint'; text: string }
  | { kind: 'leave' }
  | { kind: 'nothing' }

const LEAVE = /^(\/?exit|\/?quit|bye|:q)$/i
const COMMAND = /^\/([a-z-]+)(?:\s+([\s\S]*))?$/i
const NUMBER = /^(?:\[(\d+)\]|(\d+)[.)]?)$/

/**
 * Reads one message: a way out, a command, a number or letters of the menu, words of a button, else free text.
 *
 * @param ticked the boxes that are ticked so far
 */
export function meaningOf(message: string, menu: Menu, ticked: ReadonlySet<Option>): Meaning {
  const line = message.trim()
  if (line === '') return emptyLine(menu, ticked)
  if (LEAVE.test(line)) return { kind: 'leave' }
  return (
    commandOf(line) ?? pickOf(line, menu, ticked) ?? wordsOf(line, menu, ticked) ?? freeText(message, menu)
  )
}

/** Enter alone sends the last checklist. */
function emptyLine(menu: Menu, ticked: ReadonlySet<Option>): Meaning {
  const submit = submitOf(menu)
  return submit ? pressed(submit, ticked) : { kind: 'nothing' }
}

function commandOf(line: string): Meaning | null {
  const [, name = '', text = ''] = COMMAND.exec(line) ?? []
  const command = name.toLowerCase()
  return isCommand(command) ? { kind: 'send', input: { kind: 'command', command, text: text.trim() } } : null
}

/** Numbers and letters; null when the line holds anything else, or a number that may be an answer. */
function pickOf(line: string, menu: Menu, ticked: ReadonlySet<Option>): Meaning | null {
  const tokens = line.split(/[\s,]+/).filter(Boolean)
  const numbers = tokens.map(numberIn).filter((number) => number !== null)
  const options = tokens.map((token) => optionOf(menu, token)).filter((option) => option !== undefined)
  const understood = numbers.length + options.length
  if (menu.presses.length === 0 || understood === 0 || understood < tokens.length) return null
  const presses = numbers.map((number) => menu.presses[number - 1])
  if (presses.includes(undefined)) return menu.question ? null : hint(menu)
  if (presses.length > 1) return hint(menu)
  const [press] = presses
  return press
    ? pressed(press, new Set([...ticked, ...options]))
    : { kind: 'tick', ticked: toggled(ticked, options) }
}

function numberIn(token: string): number | null {
  const [, bracketed, bare] = NUMBER.exec(token) ?? []
  const digits = bracketed ?? bare
  return digits === undefined ? null : Number(digits)
}

function toggled(ticked: ReadonlySet<Option>, options: readonly Option[]): Set<Option> {
  return new Set(ticked).symmetricDifference(new Set(options))
}

/** A button's words typed out press it. */
function wordsOf(line: string, menu: Menu, ticked: ReadonlySet<Option>): Meaning | null {
  const press = menu.presses.find((each) => bare(each.label) === bare(line))
  return press ? pressed(press, ticked) : null
}

const bare = (words: string): string => words.toLowerCase().replace(/[\s?.!]+$/, '')

/** A press, with what is ticked; an answer takes ticks along only if somebody changed them. */
function pressed({ of, action, checklist }: Press, ticked: ReadonlySet<Option>): Meaning {
  const options = checklist?.options ?? []
  const changed = options.some((option) => ticked.has(option) !== option.checked)
  if (of !== checklist && !changed) return { kind: 'send', input: { kind: 'action', action } }
  const values = options.filter((option) => ticked.has(option)).map((option) => option.value)
  return { kind: 'send', input: { kind: 'action', action, values } }
}

/** What was typed, untouched: an answer to the form that is open, or simply text. */
function freeText(text: string, menu: Menu): Meaning {
  if (menu.form) return { kind: 'send', input: { kind: 'action', action: menu.form.submit.action, text } }
  return { kind: 'send', input: { kind: 'text', text } }
}

function hint({ presses: { length } }: Menu): Meaning {
  const numbers = length === 1 ? 'The only number here is 1' : `Type one number from 1 to ${length}`
  return { kind: 'hint', text: `${numbers}, or say it in your own words.` }
}
