import { type Json, list, type Report, record } from './slack-report.ts'

export function checkText(report: Report, path: string, value: unknown, most: number): void {
  const { type, text, emoji, verbatim, ...rest } = record(value)
  report.only(path, rest, [])
  if (type !== 'plain_text' && type !== 'mrkdwn') report.add(path, `text of type ${String(type)}`)
  if (type === 'mrkdwn' && emoji !== undefined) report.add(path, 'emoji is for plain_text')
  if (type === 'plain_text' && verbatim !== undefined) report.add(path, 'verbatim is for mrkdwn')
  report.text(`${path}.text`, text, most)
  if (type === 'mrkdwn' && /<[@!#]/.test(String(text))) report.add(path, 'mentions somebody')
  if (type === 'mrkdwn' && /&(?!amp;|lt;|gt;)/.test(String(text))) report.add(path, 'has an unescaped &')
}

export function checkPlain(report: Report, path: string, value: unknown, most: number): void {
  if (record(value).type !== 'plain_text') report.add(path, 'is not plain_text')
  else checkText(report, path, value, most)
}

const RICH = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote']
const INLINE = ['text', 'link', 'emoji']

export function checkRichText(report: Report, path: string, elements: unknown): void {
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

/** Everything in a payload that a person can read, in order. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (record(value).type === 'data_visualization') return chartText(record(value))
  const parts = Object.entries(record(value)).flatMap(([key, inner]) => {
    if (typeof inner === 'object' && inner !== null) return [textOf(inner)]
    return READABLE.includes(key) && typeof inner === 'string' && inner !== 'plain_text' ? [inner] : []
  })
  return parts.join('\n')
}

const READABLE = ['text', 'alt_text']

function chartText({ title, chart }: Json): string {
  const { series, axis_config } = record(chart)
  const names = list(series).map((each) => record(each).name)
  return [title, ...names, ...list(record(axis_config).categories)].join('\n')
}
