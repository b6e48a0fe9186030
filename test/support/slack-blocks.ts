import { checkChart } from './slack-charts.ts'
import { checkElement, IN_ACTIONS, IN_INPUT, IN_SECTION } from './slack-elements.ts'
import { type Json, type Report, record } from './slack-report.ts'
import { checkPlain, checkRichText, checkText, textOf } from './slack-texts.ts'

/** Checks each block of a payload, and how many there are. */
export function checkBlocks(report: Report, blocks: unknown, most: number): void {
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
  data_visualization(report, path, fields) {
    if (report.surface !== 'message') report.add(path, 'charts are for messages')
    report.only(path, fields, ['title', 'chart'])
    report.text(`${path}.title`, fields.title, 50)
    checkChart(report, `${path}.chart`, record(fields.chart))
  },
  table(report, path, fields) {
    if (report.surface !== 'message') report.add(path, 'tables are for messages')
    report.only(path, fields, ['rows', 'column_settings'])
    checkTable(report, path, fields)
  },
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
