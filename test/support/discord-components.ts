import { type Json, type Report, record } from './discord-report.ts'

/** Numbers of the kinds of components, as Discord's reference lists them. */
const TYPES: Record<number, string> = {
  1: 'action row',
  2: 'button',
  3: 'string select',
  4: 'text input',
  9: 'section',
  10: 'text display',
  11: 'thumbnail',
  12: 'media gallery',
  13: 'file',
  14: 'separator',
  17: 'container',
  18: 'label',
  21: 'radio group',
  22: 'checkbox group',
}

const IN_MESSAGE = [
  'action row',
  'section',
  'text display',
  'media gallery',
  'file',
  'separator',
  'container',
]
const IN_CONTAINER = IN_MESSAGE.filter((type) => type !== 'container')
const IN_MODAL = ['label', 'text display']
const IN_LABEL = ['text input', 'string select', 'radio group', 'checkbox group']

/** What is counted over a whole message. */
interface Sum {
  components: number
  text: number
  files: Set<string>
}

/** Checks the components of a message; gives the files they show. */
export function checkMessageComponents(report: Report, components: unknown): Set<string> {
  const sum: Sum = { components: 0, text: 0, files: new Set() }
  for (const [i, each] of report.list('components', components, 1, 40).entries())
    check(report, `components[${i}]`, each, IN_MESSAGE, sum)
  if (sum.components > 40) report.add('components', `has ${sum.components} components, at most 40`)
  if (sum.text > 4_000) report.add('components', `shows ${sum.text} characters, at most 4000`)
  return sum.files
}

/** Checks the components of a modal. */
export function checkModalComponents(report: Report, components: unknown): void {
  const sum: Sum = { components: 0, text: 0, files: new Set() }
  for (const [i, each] of report.list('components', components, 1, 5).entries())
    check(report, `components[${i}]`, each, IN_MODAL, sum)
}

function check(report: Report, path: string, value: unknown, allowed: readonly string[], sum: Sum): void {
  const { type, id: _, ...fields } = record(value)
  const name = TYPES[Number(type)] ?? `type ${String(type)}`
  sum.components += 1
  if (!allowed.includes(name)) report.add(path, `${name} has no place here`)
  CHECKS[name]?.(report, path, fields, sum)
}

type Check = (report: Report, path: string, fields: Json, sum: Sum) => void

const CHECKS: Record<string, Check> = {
  'action row'(report, path, fields, sum) {
    report.only(path, fields, ['components'])
    const inside = report.list(`${path}.components`, fields.components, 1, 5)
    const kinds = inside.map((each) => TYPES[Number(record(each).type)])
    if (kinds.includes('string select') && kinds.length > 1) report.add(path, 'a select stands alone')
    for (const [i, each] of inside.entries())
      check(report, `${path}.components[${i}]`, each, ['button', 'string select'], sum)
  },
  button(report, path, fields) {
    report.only(path, fields, ['style', 'label', 'emoji', 'custom_id', 'disabled', 'url'])
    report.number(`${path}.style`, fields.style, 1, 5)
    report.text(`${path}.label`, fields.label, 1, 80)
    if (fields.style === 5) report.text(`${path}.url`, fields.url, 1, 512)
    else report.id(`${path}.custom_id`, fields.custom_id)
  },
  'string select'(report, path, fields) {
    report.only(path, fields, [
      ...['custom_id', 'options', 'placeholder', 'min_values', 'max_values', 'disabled', 'required'],
    ])
    report.id(`${path}.custom_id`, fields.custom_id)
    if (fields.placeholder !== undefined) report.text(`${path}.placeholder`, fields.placeholder, 1, 150)
    const count = checkOptions(report, path, fields, 1, 25)
    checkCounts(report, path, fields, count, 25)
  },
  'text input'(report, path, fields) {
    report.only(path, fields, [
      ...['custom_id', 'style', 'min_length', 'max_length', 'required', 'value', 'placeholder'],
    ])
    report.id(`${path}.custom_id`, fields.custom_id)
    report.number(`${path}.style`, fields.style, 1, 2)
    if (fields.max_length !== undefined) report.number(`${path}.max_length`, fields.max_length, 1, 4_000)
    if (fields.placeholder !== undefined) report.text(`${path}.placeholder`, fields.placeholder, 1, 100)
  },
  section(report, path, fields, sum) {
    report.only(path, fields, ['components', 'accessory'])
    for (const [i, each] of report.list(`${path}.components`, fields.components, 1, 3).entries())
      check(report, `${path}.components[${i}]`, each, ['text display'], sum)
    check(report, `${path}.accessory`, fields.accessory, ['button', 'thumbnail'], sum)
  },
  'text display'(report, path, fields, sum) {
    report.only(path, fields, ['content'])
    report.text(`${path}.content`, fields.content, 1, 4_000)
    sum.text += String(fields.content ?? '').length
    const problem = liveIn(String(fields.content ?? ''))
    if (problem !== null) report.add(`${path}.content`, problem)
  },
  'media gallery'(report, path, fields, sum) {
    report.only(path, fields, ['items'])
    for (const [i, each] of report.list(`${path}.items`, fields.items, 1, 10).entries()) {
      const { media, description, ...rest } = record(each)
      report.only(`${path}.items[${i}]`, rest, ['spoiler'])
      checkMedia(report, `${path}.items[${i}].media`, media, sum)
      report.text(`${path}.items[${i}].description`, description, 1, 1_024)
    }
  },
  file(report, path, fields, sum) {
    report.only(path, fields, ['file', 'spoiler'])
    checkMedia(report, `${path}.file`, fields.file, sum)
  },
  separator(report, path, fields) {
    report.only(path, fields, ['divider', 'spacing'])
    if (fields.spacing !== undefined) report.number(`${path}.spacing`, fields.spacing, 1, 2)
  },
  container(report, path, fields, sum) {
    report.only(path, fields, ['components', 'accent_color', 'spoiler'])
    if (fields.accent_color !== undefined)
      report.number(`${path}.accent_color`, fields.accent_color, 0, 0xffffff)
    for (const [i, each] of report.list(`${path}.components`, fields.components, 1, 39).entries())
      check(report, `${path}.components[${i}]`, each, IN_CONTAINER, sum)
  },
  label(report, path, fields, sum) {
    report.only(path, fields, ['label', 'description', 'component'])
    report.text(`${path}.label`, fields.label, 1, 45)
    if (fields.description !== undefined) report.text(`${path}.description`, fields.description, 1, 100)
    check(report, `${path}.component`, fields.component, IN_LABEL, sum)
  },
  'radio group'(report, path, fields) {
    report.only(path, fields, ['custom_id', 'options', 'required'])
    report.id(`${path}.custom_id`, fields.custom_id)
    checkOptions(report, path, fields, 2, 10)
  },
  'checkbox group'(report, path, fields) {
    report.only(path, fields, ['custom_id', 'options', 'min_values', 'max_values', 'required'])
    report.id(`${path}.custom_id`, fields.custom_id)
    const count = checkOptions(report, path, fields, 1, 10)
    checkCounts(report, path, fields, count, 10)
  },
}

function checkMedia(report: Report, path: string, media: unknown, sum: Sum): void {
  const { url, ...rest } = record(media)
  report.only(path, rest, [])
  const [, name] = /^attachment:\/\/([\w.-]+)$/.exec(String(url)) ?? []
  if (name === undefined) report.add(path, 'shows no attachment')
  else sum.files.add(name)
}

function checkOptions(report: Report, path: string, fields: Json, least: number, most: number): number {
  const options = report.list(`${path}.options`, fields.options, least, most)
  const values = new Set<unknown>()
  for (const [i, each] of options.entries()) {
    const at = `${path}.options[${i}]`
    const { label, value, description, ...rest } = record(each)
    report.only(at, rest, ['default', 'emoji'])
    report.text(`${at}.label`, label, 1, 100)
    report.text(`${at}.value`, value, 1, 100)
    if (description !== undefined) report.text(`${at}.description`, description, 1, 100)
    if (values.has(value)) report.add(`${at}.value`, 'repeats')
    values.add(value)
  }
  return options.length
}

function checkCounts(report: Report, path: string, fields: Json, count: number, most: number): void {
  const { min_values, max_values } = fields
  if (min_values !== undefined) report.number(`${path}.min_values`, min_values, 0, most)
  if (max_values !== undefined) report.number(`${path}.max_values`, max_values, 1, Math.min(count, most))
}

/** What would come alive in a text although no text of ours needs it. */
function liveIn(markdown: string): string | null {
  const bare = markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').replace(/\]\(<https?:\/\/[^>\s]*>\)/g, ']()')
  const open = bare.replace(/\\[^A-Za-z0-9\s]/g, '')
  if (/@(everyone|here)/.test(open)) return 'mentions everybody'
  if (/<(@|#|\/|t:|id:|a?:)/.test(open)) return 'has a live mention, time, command or emoji'
  if (/https?:\/\//.test(open)) return 'has a live address'
  if (/\|\|/.test(open)) return 'has a spoiler'
  if (/:[\w+-]+:/.test(open)) return 'has an emoji code'
  return null
}
