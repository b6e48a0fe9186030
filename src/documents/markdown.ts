import type { ScoreChartPart } from '../card/card.ts'
import { plainText } from '../card/markup.ts'
import type { Block, Brief, CitedSource, Run, Section } from './model.ts'

/** A brief as Markdown (CommonMark with tables), whole: nothing has to fit a page. */
export function toMarkdown(brief: Brief): string {
  const byline = brief.byline.map(escaped).join(' · ')
  return `${[
    `# ${escaped(brief.title)}`,
    `${escaped(brief.publisher)} · ${byline}`,
    ...brief.banners.map((banner) => `> ${inline(banner)}`),
    ...brief.sections.map(section),
    '---',
    `_${escaped(brief.colophon)}_`,
  ].join('\n\n')}\n`
}

const section = ({ heading, blocks }: Section): string =>
  [`## ${escaped(heading)}`, ...blocks.map(block)].join('\n\n')

function block(part: Block): string {
  switch (part.kind) {
    case 'lead':
    case 'paragraph':
      return inline(part.text)
    case 'quote':
      return `> ${inline(part.text)}`
    case 'list':
      return part.items.map((item, i) => `${part.numbered ? `${i + 1}.` : '-'} ${inline(item)}`).join('\n')
    case 'facts':
      return part.rows.map(({ label, value }) => `- **${escaped(label)}**: ${within(value)}`).join('\n')
    case 'table':
      return table([part.head.map(escaped), ...part.rows.map((cells) => cells.map(within))])
    case 'chart':
      return chart(part.chart)
    case 'sources':
      return part.items.map(source).join('\n')
    default:
      return part satisfies never
  }
}

function chart({ caption, candidates, rows }: ScoreChartPart): string {
  const head = ['', ...candidates.map(({ name }) => escaped(plainText(name)))]
  const scores = ['**Overall**', ...candidates.map(({ score }) => `**${score.toFixed(1)}**`)]
  const others = rows.map(({ label, values }) => [
    escaped(plainText(label)),
    ...values.map((value) => (value === null ? 'not rated' : String(Math.round(value)))),
  ])
  return [`${escaped(plainText(caption))}:`, table([head, scores, ...others])].join('\n\n')
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function source({ number, source: name, remark }: CitedSource): string {
  const place = /^https?:/.test(name) ? `<${name}>` : escaped(name)
  return `- \\[${number}\\] ${place} (${escaped(remark)})`
}

/** Runs in the middle of a line. */
const within = (runs: readonly Run[]): string => runs.map(span).join('')

/** Runs at the start of a line, where digits and dashes could start a list. */
const inline = (runs: readonly Run[]): string => within(runs).replace(/^(\s*)([-+]|\d+(?=[.)]))/, '$1\\$2')

function span({ text, bold, italic, code, href }: Run): string {
  if (code) return `\`${text.replaceAll('`', "'")}\``
  const words = escaped(text)
  if (href) return words === escaped(href) ? `<${href}>` : `[${words}](${href})`
  // Marks must stand at the words, not at the blanks around them.
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  if (core === '') return words
  const mark = bold ? '**' : italic ? '_' : ''
  return `${before}${mark}${core}${mark}${after}`
}

/** Every sign that could start markup, HTML or a link is taken literally; a line feed is a blank. */
const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&@]/g, '\\$&')
    .replace(/\b(https?):\/\//g, '$1\\://')
