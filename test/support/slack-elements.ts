import { type Json, list, type Report, record } from './slack-report.ts'
import { checkPlain, checkText } from './slack-texts.ts'

export const IN_SECTION = ['button', 'checkboxes', 'overflow', 'radio_buttons', 'static_select']
export const IN_ACTIONS = ['button', 'checkboxes', 'overflow', 'radio_buttons', 'static_select']
export const IN_INPUT = ['checkboxes', 'plain_text_input', 'radio_buttons', 'static_select']

/** Checks an interactive element, and whether it may stand there. */
export function checkElement(
  report: Report,
  path: string,
  element: unknown,
  allowed: readonly string[],
): void {
  const { type, action_id, confirm: _, focus_on_load, ...fields } = record(element)
  if (!allowed.includes(String(type))) report.add(path, `${String(type)} has no place here`)
  report.id(`${path}.action_id`, action_id)
  if (focus_on_load === true) report.focus(path)
  ELEMENTS[String(type)]?.(report, path, fields)
}

const ELEMENTS: Record<string, (report: Report, path: string, fields: Json) => void> = {
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
