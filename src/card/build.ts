import type {
  BriefRecipe,
  Card,
  ChartRecipe,
  Choice,
  FilePart,
  Part,
  ScoreChartPart,
  Source,
  Theme,
} from './card.ts'
import { escapeMarkup } from './markup.ts'
import { cardToText } from './plain.ts'

/** A card from its parts; parts that are `null` are left out, so that callers can write conditions inline. */
export function card(title: string | null, ...parts: (Part | null)[]): Card {
  const kept = parts.filter((part) => part !== null)
  return title === null ? { parts: kept } : { title, parts: kept }
}

export const text = (...paragraphs: string[]): Part => ({ kind: 'text', text: paragraphs.join('\n\n') })

/** Lines as a bullet list, or null when there are none. */
export function bullets(lines: readonly string[]): Part | null {
  return lines.length === 0 ? null : { kind: 'text', text: lines.map((line) => `- ${line}`).join('\n') }
}

export const notice = (tone: 'info' | 'warning', words: string): Part => ({
  kind: 'notice',
  tone,
  text: words,
})

export function facts(pairs: readonly (readonly [label: string, value: string])[]): Part | null {
  return pairs.length === 0
    ? null
    : { kind: 'facts', facts: pairs.map(([label, value]) => ({ label, value })) }
}

export const choices = (...list: (Choice | null)[]): Part => ({
  kind: 'choices',
  choices: list.filter((choice) => choice !== null),
})

/** Sources without repeats, in the order they were first named; null when there are none. */
export function sources(list: readonly Source[]): Part | null {
  const seen = new Map<string, Source>()
  for (const item of list) if (!seen.has(item.source)) seen.set(item.source, item)
  return seen.size === 0 ? null : { kind: 'sources', sources: [...seen.values()] }
}

const FORMATS = { pdf: { ending: 'pdf', name: 'PDF' }, markdown: { ending: 'md', name: 'Markdown' } } as const
const MOST_OF_A_NAME = 40

/** The client brief as a file; its name holds the client's, as far as that can be written in plain letters. */
export function briefFile(recipe: Omit<BriefRecipe, 'document'>): FilePart {
  const client = fileWords(recipe.client ?? '')
  const name = ['client-brief', client, recipe.date].filter((word) => word !== '').join('-')
  const format = FORMATS[recipe.format]
  return {
    kind: 'file',
    name: `${name}.${format.ending}`,
    alt: `The client brief as ${format.name}: recommendation, reasons, risks, alternatives, next steps, sources`,
    recipe: { document: 'brief', ...recipe },
  }
}

/** A score chart as a picture file. */
export function chartFile(chart: ScoreChartPart, theme: Theme): FilePart {
  const recipe: ChartRecipe = { document: 'chart', format: 'png', chart, theme }
  return { kind: 'file', name: 'score-chart.png', alt: escapeMarkup(cardToText(card(null, chart))), recipe }
}

/**
 * Data as a JSON file.
 *
 * @param name without its ending
 * @param alt what it is, marked text
 */
export const dataFile = (name: string, alt: string, data: unknown): FilePart => ({
  kind: 'file',
  name: `${name}.json`,
  alt,
  recipe: { document: 'data', format: 'json', data },
})

/** Small letters, digits and hyphens: what every file system takes. */
const fileWords = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_OF_A_NAME)
    .replace(/^-+|-+$/g, '')
