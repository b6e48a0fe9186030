import { checkMessageComponents, checkModalComponents } from './discord-components.ts'
import { createReport, type Json, type Report, record } from './discord-report.ts'

/**
 * What Discord would refuse, from its published references (components, messages, interactions, application
 * commands). Written without a look at the renderer's table, so that the two check each other.
 *
 * Stricter than Discord: messages are made of components only, nothing in a text may be live but our own links,
 * every message says that it mentions nobody, and unknown fields are refused.
 */

const IS_COMPONENTS_V2 = 1 << 15
const EPHEMERAL = 1 << 6

/**
 * Problems of a message as it is posted or edited; none = Discord would take it.
 *
 * @param files names of the files that are sent with it
 */
export function problemsOfMessage(message: unknown, files: readonly string[] = []): string[] {
  const report = createReport()
  const {
    flags,
    components,
    allowed_mentions,
    attachments,
    nonce,
    enforce_nonce,
    message_reference,
    ...rest
  } = record(message)
  report.only('', rest, [])
  if ((Number(flags) & IS_COMPONENTS_V2) === 0) report.add('flags', 'IS_COMPONENTS_V2 is missing')
  if ((Number(flags) & ~(IS_COMPONENTS_V2 | EPHEMERAL)) !== 0) report.add('flags', 'has others')
  checkMentions(report, allowed_mentions)
  if (nonce !== undefined) report.text('nonce', nonce, 1, 25)
  if (nonce !== undefined && enforce_nonce !== true) report.add('enforce_nonce', 'is missing')
  if (message_reference !== undefined)
    report.only('message_reference', record(message_reference), ['message_id', 'fail_if_not_exists'])
  const shown = checkMessageComponents(report, components)
  checkAttachments(report, attachments, shown, files)
  return report.done()
}

function checkMentions(report: Report, mentions: unknown): void {
  const { parse, ...rest } = record(mentions)
  report.only('allowed_mentions', rest, ['replied_user'])
  if (!Array.isArray(parse) || parse.length > 0 || record(mentions).replied_user === true)
    report.add('allowed_mentions', 'may mention somebody')
}

function checkAttachments(
  report: Report,
  attachments: unknown,
  shown: Set<string>,
  files: readonly string[],
): void {
  if (files.length > 10) report.add('files', 'are more than 10')
  const listed = attachments === undefined ? [] : report.list('attachments', attachments, 0, 10)
  const names = listed.map((each) => String(record(each).filename))
  for (const name of names) if (!files.includes(name)) report.add('attachments', `${name} was not sent`)
  for (const name of files) if (!shown.has(name)) report.add('files', `${name} is not shown`)
  for (const name of shown)
    if (files.length > 0 && !files.includes(name)) report.add('components', `${name} was not sent`)
}

/** Problems of a modal. */
export function problemsOfModal(modal: unknown): string[] {
  const report = createReport()
  const { custom_id, title, components, ...rest } = record(modal)
  report.only('', rest, [])
  report.text('custom_id', custom_id, 1, 100)
  report.text('title', title, 1, 45)
  checkModalComponents(report, components)
  return report.done()
}

/** Problems of the choices of an autocomplete. */
export function problemsOfChoices(data: unknown): string[] {
  const report = createReport()
  for (const [i, each] of report.list('choices', record(data).choices, 0, 25).entries()) {
    report.text(`choices[${i}].name`, record(each).name, 1, 100)
    report.text(`choices[${i}].value`, record(each).value, 1, 100)
  }
  return report.done()
}

/**
 * Problems of the commands of an application, given all at once.
 *
 * @param everywhere whether they are for all servers: only then places can be named
 */
export function problemsOfCommands(commands: unknown, everywhere = true): string[] {
  const report = createReport()
  for (const [i, each] of report.list('commands', commands, 0, 130).entries()) {
    const { contexts, integration_types, ...command } = record(each)
    const path = `commands[${i}]`
    if (everywhere) {
      report.list(`${path}.contexts`, contexts, 1, 3)
      report.list(`${path}.integration_types`, integration_types, 1, 2)
    } else if (contexts ?? integration_types) report.add(path, 'names places')
    checkCommand(report, path, command)
  }
  return report.done()
}

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u

function checkCommand(report: Report, path: string, command: Json): void {
  const { type = 1, name, description, options = [], ...rest } = command
  report.only(path, rest, ['default_member_permissions', 'nsfw', 'name_localizations', 'handler'])
  if (type === 1) {
    checkNamed(report, path, { name, description })
    checkCommandOptions(report, path, options)
    if (JSON.stringify(command).length > 8_000) report.add(path, 'has more than 8000 characters')
  } else {
    report.text(`${path}.name`, name, 1, 32)
    if (description) report.add(path, 'has a description, which is for chat commands')
  }
}

function checkNamed(report: Report, path: string, { name, description }: Json): void {
  if (!NAME.test(String(name)) || String(name) !== String(name).toLowerCase())
    report.add(`${path}.name`, `is ${String(name)}`)
  report.text(`${path}.description`, description, 1, 100)
}

function checkCommandOptions(report: Report, path: string, options: unknown): void {
  const names = new Set<unknown>()
  let optional = false
  for (const [i, each] of report.list(`${path}.options`, options, 0, 25).entries()) {
    const at = `${path}.options[${i}]`
    const {
      type,
      name,
      description,
      required = false,
      autocomplete,
      max_length,
      options: inner,
      ...rest
    } = record(each)
    report.only(at, rest, ['choices', 'min_length'])
    checkNamed(report, at, { name, description })
    if (names.has(name)) report.add(at, `repeats ${String(name)}`)
    names.add(name)
    if (required === true && optional) report.add(at, 'is required behind one that is not')
    optional ||= required !== true && type !== 1
    if (max_length !== undefined) report.number(`${at}.max_length`, max_length, 1, 6_000)
    if (type === 1) checkCommandOptions(report, at, inner ?? [])
    else if (type !== 3) report.add(at, `is of type ${String(type)}`)
    if (autocomplete !== undefined && type !== 3) report.add(at, 'completes no text')
  }
}

/** Everything in a payload that a person can read, in order. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  const parts = Object.entries(record(value)).flatMap(([key, inner]) => {
    if (typeof inner === 'object' && inner !== null) return [textOf(inner)]
    return READABLE.includes(key) && typeof inner === 'string' ? [inner] : []
  })
  return parts.join('\n')
}

const READABLE = ['content', 'label', 'description', 'title', 'placeholder']
