/**
 * What Slack would refuse, from its published reference (docs.slack.dev, Block Kit and views) and from limits that
 * users met. Written without a look at the renderer's table, so that the two check each other.
 *
 * Stricter than Slack in four points: ids are unique in the whole payload, option values have at most 75 characters,
 * unknown fields are refused everywhere, and nothing in `mrkdwn` may mention anybody.
 */

type Json = Record<string, unknown>
type Surface = 'message' | 'modal' | 'home'

/** Problems of a message as it is posted, each with its place; none = Slack would take it. */
export function problemsOfMessage(message: unknown): string[] {
  const report = createReport('message')
  const { text, blocks } = record(message)
  report.text('text', text, 4_000)
  if (typeof text === 'string' && /[<>]/.test(text)) report.add('text', 'has unescaped angle brackets')
  checkBlocks(report, blocks, 50)
  if (Buffer.byteLength(JSON.stringify(blocks ?? [])) > 12_000) report.add('blocks', 'msg_blocks_too_long')
  const tables = list(blocks).filter((block) => ['table', 'data_table'].includes(String(record(block).type)))
  if (tables.length > 1) report.add('blocks', 'only_one_table_allowed')
  return report.done()
}

/** Problems of a modal or an App Home view. */
export function problemsOfView(view: unknown): string[] {
  const { type, title, submit, close, private_metadata, callback_id, blocks, ...rest } = record(view)
  const report = createReport(type === 'home' ? 'home' : 'modal')
  if (type !== 'home' && type !== 'modal') report.add('type', `is ${String(type)}`)
  report.only('', rest, ['external_id', 'clear_on_close', 'notify_on_close'])
  if (type === 'modal') checkModal(report, { title, submit, close }, list(blocks))
  else if (title ?? submit ?? close) report.add('', 'a home view has no title, submit or close')
  if (private_metadata !== undefined) report.text('private_metadata', private_metadata, 3_000)
  if (callback_id !== undefined) report.text('callback_id', callback_id, 255)
  checkBlocks(report, blocks, 100)
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) report.add('', 'view_too_large')
  return report.done()
}

function checkModal(report: Report, { title, submit, close }: Json, blocks: readonly unknown[]): void {
  checkPlain(report, 'title', title, 24)
  if (submit !== undefined) checkPlain(report, 'submit', submit, 24)
  else if (blocks.some((block) => record(block).type === 'input'))
    report.add('submit', 'is missing beside inputs')
  if (close !== undefined) checkPlain(report, 'close', close, 24)
}

interface Report {
  surface: Surface
  add(path: string, problem: string): void
  text(path: string, value: unknown, most: number): void
  count(path: string, value: unknown, least: number, most: number): readonly unknown[]
  only(path: string, value: Json, keys: readonly string[]): void
  id(path: string, value: unknown): void
  focus(path: string): void
  done(): string[]
}

function createReport(surface: Surface): Report {
  const problems: string[] = []
  const ids = new Set<string>()
  let focused = 0
  const add = (path: string, problem: string): void => void problems.push(`${path}: ${problem}`)
  const text: Report['text'] = (path, value, most) => {
    if (typeof value !== 'string') add(path, 'is not a text')
    else if (value.length === 0) add(path, 'must be more than 0 characters')
    else if (value.length > most) add(path, `has ${value.length} characters, at most ${most}`)
    else if (!value.isWellFormed()) add(path, 'is not well-formed')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be sent
    else if (/[\u0000-\u0008\u000b-\u001f]/.test(value)) add(path, 'has control characters')
  }
  return {
    surface,
    add,
    text,
    count(path, value, least, most) {
      const items = list(value)
      if (!Array.isArray(value)) add(path, 'is not a list')
      else if (items.length < least || items.length > most)
        add(path, `has ${items.length} items, ${least} to ${most}`)
      return items
    },
    only(path, value, keys) {
      for (const key of Object.keys(value)) if (!keys.includes(key)) add(`${path}.${key}`, 'is not a field')
    },
    id(path, value) {
      text(path, value, 255)
      if (ids.has(String(value))) add(path, `repeats ${String(value)}`)
      ids.add(String(value))
    },
    focus(path) {
      focused += 1
      if (focused > 1) add(path, 'is the second with focus_on_load')
    },
    done: () => problems,
  }
}

function checkBlocks(report: Report, blocks: unknown, most: number): void {
  for (const [i, each] of report.count('blocks', blocks, 1, most).entries()) {
    const path = `blocks[${i}]`
    const { block_id, type, ...fields } = record(each)
    if (block_id !== undefined) report.id(`${path}.block_id`, block_id)
    const check = BLOCKS[String(type)]
    if (check === undefined) report.add(path, `unknown block ${String(type)}`)
    else check(report, path, fields)
  }
}

type Check = (report: Report, path: string, fields: Json) => void

const BLOCKS: Record<string, Check> = {
  divider: (report, path, fields) => report.only(path, fields, []),
  header(report, path, fields) {
    report.only(path, fields, ['text'])
    checkPlain(report, `${path}.text`, fields.text, 150)
  },
  section(report, path, fields) {
    report.only(path, fields, ['text', 'fields', 'accessory', 'expand'])
    if (fields.text === undefined && fields.fields === undefined)
      report.add(path, 'has neither text nor fields')
    if (fields.text !== undefined) checkText(report, `${path}.text`, fields.text, 3_000)
    if (fields.fields !== undefined)
      for (const [i, field] of report.count(`${path}.fields`, fields.fields, 1, 10).entries())
        checkText(report, `${path}.fields[${i}]`, field, 2_000)
    if (fields.accessory !== undefined)
      checkElement(report, `${path}.accessory`, fields.accessory, IN_SECTION)
  },
  context(report, path, fields) {
    report.only(path, fields, ['elements'])
    for (const [i, element] of report.count(`${path}.elements`, fields.elements, 1, 10).entries()) {
      const at = `${path}.elements[${i}]`
      if (record(element).type === 'image') checkImage(report, at, record(element), ['type'])
      else checkText(report, at, element, 3_000)
    }
  },
  actions(report, path, fields) {
    report.only(path, fields, ['elements'])
    for (const [i, element] of report.count(`${path}.elements`, fields.elements, 1, 25).entries())
      checkElement(report, `${path}.elements[${i}]`, element, IN_ACTIONS)
  },
  input(report, path, fields) {
    report.only(path, fields, ['label', 'element', 'hint', 'optional', 'dispatch_action'])
    checkPlain(report, `${path}.label`, fields.label, 2_000)
    if (fields.hint !== undefined) checkPlain(report, `${path}.hint`, fields.hint, 2_000)
    checkElement(report, `${path}.element`, fields.element, IN_INPUT)
  },
  image(report, path, { title, ...fields }) {
    if (title !== undefined) checkPlain(report, `${path}.title`, title, 2_000)
    checkImage(report, path, fields, [])
  },
  rich_text(report, path, fields) {
    report.only(path, fields, ['elements'])
    checkRichText(report, path, fields.elements)
  },
  table(report, path, fields) {
    if (report.surface !== 'message') report.add(path, 'tables are for messages')
    report.only(path, fields, ['rows', 'column_settings'])
    checkTable(report, path, fields)
  },
}

const IN_SECTION = ['button', 'checkboxes', 'overflow', 'radio_buttons', 'static_select']
const IN_ACTIONS = ['button', 'checkboxes', 'overflow', 'radio_buttons', 'static_select']
const IN_INPUT = ['checkboxes', 'plain_text_input', 'radio_buttons', 'static_select']

function checkElement(report: Report, path: string, element: unknown, allowed: readonly string[]): void {
  const { type, action_id, confirm: _, focus_on_load, ...fields } = record(element)
  if (!allowed.includes(String(type))) report.add(path, `${String(type)} has no place here`)
  report.id(`${path}.action_id`, action_id)
  if (focus_on_load === true) report.focus(path)
  ELEMENTS[String(type)]?.(report, path, fields)
}

const ELEMENTS: Record<string, Check> = {
  button(report, path, fields) {
    report.only(path, fields, ['text', 'value', 'url', 'style', 'accessibility_label'])
    checkPlain(report, `${path}.text`, fields.text, 75)
    if (fields.value !== undefined) report.text(`${path}.value`, fields.value, 2_000)
    if (fields.url !== undefined) report.text(`${path}.url`, fields.url, 3_000)
    if (fields.accessibility_label !== undefined)
      report.text(`${path}.accessibility_label`, fields.accessibility_label, 75)
    if (fields.style !== undefined && fields.style !== 'primary' && fields.style !== 'danger')
      report.add(`${path}.style`, `is ${String(fields.style)}`)
  },
  overflow(report, path, fields) {
    report.only(path, fields, ['options'])
    checkOptions(report, path, fields, 5, ['plain_text'])
  },
  checkboxes(report, path, fields) {
    report.only(path, fields, ['options', 'initial_options'])
    checkOptions(report, path, fields, 10, ['plain_text', 'mrkdwn'])
  },
  radio_buttons(report, path, fields) {
    report.only(path, fields, ['options', 'initial_option'])
    checkOptions(report, path, fields, 10, ['plain_text', 'mrkdwn'])
  },
  static_select(report, path, fields) {
    report.only(path, fields, ['options', 'initial_option', 'placeholder'])
    checkOptions(report, path, fields, 100, ['plain_text'])
    if (fields.placeholder !== undefined) checkPlain(report, `${path}.placeholder`, fields.placeholder, 150)
  },
  plain_text_input(report, path, fields) {
    report.only(path, fields, ['initial_value', 'multiline', 'min_length', 'max_length', 'placeholder'])
    if (fields.placeholder !== undefined) checkPlain(report, `${path}.placeholder`, fields.placeholder, 150)
    for (const key of ['min_length', 'max_length'])
      if (Number(fields[key] ?? 0) > 3_000) report.add(`${path}.${key}`, 'is more than 3000')
  },
}

function checkOptions(
  report: Report,
  path: string,
  fields: Json,
  most: number,
  kinds: readonly string[],
): void {
  const options = report.count(`${path}.options`, fields.options, 1, most)
  const values = new Set<unknown>()
  for (const [i, each] of options.entries()) {
    const at = `${path}.options[${i}]`
    const { text, value, description, ...rest } = record(each)
    report.only(at, rest, [])
    if (!kinds.includes(String(record(text).type))) report.add(`${at}.text`, 'is of the wrong kind')
    checkText(report, `${at}.text`, text, 75)
    report.text(`${at}.value`, value, 75)
    if (description !== undefined) checkPlain(report, `${at}.description`, description, 75)
    if (values.has(value)) report.add(`${at}.value`, 'repeats')
    values.add(value)
  }
  const known = new Set(options.map((option) => JSON.stringify(option)))
  const initial =
    fields.initial_options === undefined
      ? list(fields.initial_option === undefined ? [] : [fields.initial_option])
      : report.count(`${path}.initial_options`, fields.initial_options, 1, most)
  if (!initial.every((option) => known.has(JSON.stringify(option))))
    report.add(path, 'starts with an option it does not have')
}

function checkText(report: Report, path: string, value: unknown, most: number): void {
  const { type, text, emoji, verbatim, ...rest } = record(value)
  report.only(path, rest, [])
  if (type !== 'plain_text' && type !== 'mrkdwn') report.add(path, `text of type ${String(type)}`)
  if (type === 'mrkdwn' && emoji !== undefined) report.add(path, 'emoji is for plain_text')
  if (type === 'plain_text' && verbatim !== undefined) report.add(path, 'verbatim is for mrkdwn')
  report.text(`${path}.text`, text, most)
  if (type === 'mrkdwn' && /<[@!#]/.test(String(text))) report.add(path, 'mentions somebody')
  if (type === 'mrkdwn' && /&(?!amp;|lt;|gt;)/.test(String(text))) report.add(path, 'has an unescaped &')
}

function checkPlain(report: Report, path: string, value: unknown, most: number): void {
  if (record(value).type !== 'plain_text') report.add(path, 'is not plain_text')
  else checkText(report, path, value, most)
}

function checkImage(report: Report, path: string, fields: Json, more: readonly string[]): void {
  report.only(path, fields, ['alt_text', 'image_url', 'slack_file', ...more])
  report.text(`${path}.alt_text`, fields.alt_text, 2_000)
  const { image_url, slack_file } = fields
  if ((image_url === undefined) === (slack_file === undefined))
    report.add(path, 'needs image_url or slack_file')
  if (image_url !== undefined) report.text(`${path}.image_url`, image_url, 3_000)
  if (slack_file !== undefined && Object.keys(record(slack_file)).length !== 1)
    report.add(`${path}.slack_file`, 'needs id or url')
}

const RICH = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote']
const INLINE = ['text', 'link', 'emoji']

function checkRichText(report: Report, path: string, elements: unknown): void {
  for (const [i, each] of report.count(`${path}.elements`, elements, 1, Infinity).entries()) {
    const at = `${path}.elements[${i}]`
    const { type, style, elements: inner, ...rest } = record(each)
    report.only(at, rest, ['indent', 'border'])
    if (!RICH.includes(String(type))) report.add(at, `unknown element ${String(type)}`)
    if (type === 'rich_text_list' && style !== 'bullet' && style !== 'ordered')
      report.add(at, 'list without style')
    for (const [j, item] of report.count(`${at}.elements`, inner, 1, Infinity).entries()) {
      if (type === 'rich_text_list') checkInlines(report, `${at}.elements[${j}]`, record(item).elements)
      else checkInline(report, `${at}.elements[${j}]`, record(item))
    }
  }
}

function checkInlines(report: Report, path: string, elements: unknown): void {
  for (const [i, each] of report.count(path, elements, 1, Infinity).entries())
    checkInline(report, `${path}[${i}]`, record(each))
}

function checkInline(report: Report, path: string, { type, style, ...fields }: Json): void {
  if (!INLINE.includes(String(type))) report.add(path, `element ${String(type)} is live or unknown`)
  if (style !== undefined) report.only(`${path}.style`, record(style), ['bold', 'italic', 'code', 'strike'])
  if (type === 'text') report.text(`${path}.text`, fields.text, 12_000)
  if (type === 'link' && !/^https?:\/\/\S+$/.test(String(fields.url)))
    report.add(`${path}.url`, 'is no address')
  if (type === 'link' && fields.text !== undefined) report.text(`${path}.text`, fields.text, 12_000)
}

function checkTable(report: Report, path: string, { rows, column_settings }: Json): void {
  const widths = new Set<number>()
  let characters = 0
  for (const [i, row] of report.count(`${path}.rows`, rows, 1, 100).entries()) {
    const cells = report.count(`${path}.rows[${i}]`, row, 1, 20)
    widths.add(cells.length)
    for (const [j, cell] of cells.entries()) {
      const at = `${path}.rows[${i}][${j}]`
      const { type, text, elements } = record(cell)
      if (type === 'raw_text') report.text(`${at}.text`, text, 10_000)
      else if (type === 'rich_text') checkRichText(report, at, elements)
      else report.add(at, `cell of type ${String(type)}`)
      characters += textOf(cell).length
    }
  }
  if (widths.size > 1) report.add(path, 'has rows of different lengths')
  if (characters > 10_000) report.add(path, `has ${characters} characters, at most 10000`)
  if (column_settings !== undefined)
    for (const [i, each] of report.count(`${path}.column_settings`, column_settings, 1, 20).entries())
      report.only(`${path}.column_settings[${i}]`, record(each), ['align', 'is_wrapped'])
}

/** Everything in a payload that a person can read, in order. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  const parts = Object.entries(record(value)).flatMap(([key, inner]) => {
    if (typeof inner === 'object' && inner !== null) return [textOf(inner)]
    return READABLE.includes(key) && typeof inner === 'string' && inner !== 'plain_text' ? [inner] : []
  })
  return parts.join('\n')
}

const READABLE = ['text', 'alt_text']

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
