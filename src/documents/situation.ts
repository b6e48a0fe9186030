import { pointsOf } from '../advice/points.ts'
import type { NeedRequirement, Priority, Requirements } from '../advice/requirements.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Block, Run, Section } from './model.ts'
import { literal, quoted } from './runs.ts'
import { charactersOf, shortened } from './shorten.ts'

/** The client's project: their own words first, then what follows from them point by point. */
export function situation(
  catalogue: Catalogue,
  requirements: Requirements,
  said: readonly string[],
  mostCharacters: number,
): Section {
  const rows = [
    ...levelRows(catalogue, requirements),
    ...needRows(catalogue, requirements),
    ...otherRows(catalogue, requirements),
  ]
  const quotes = quotesOf(said, mostCharacters)
  const nothing: Block = { kind: 'paragraph', text: [literal('Nothing was said about the project yet.')] }
  const facts: Block[] = rows.length === 0 ? [] : [{ kind: 'facts', rows }]
  return {
    heading: 'The project, in your words',
    blocks: quotes.length + facts.length === 0 ? [nothing] : [...quotes, ...facts],
  }
}

/** Their messages, and a note where not all of it fits. */
function quotesOf(said: readonly string[], most: number): Block[] {
  const messages = said
    .map((message) => message.trim().replace(/\s*\n\s*/g, ' / '))
    .filter((message) => message !== '')
  const lengths = messages.map((message) => charactersOf(message).length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let left = most
  const shown = messages.flatMap((message, i): Block[] => {
    const room = left
    left -= lengths[i] ?? 0
    return room <= 0 ? [] : [{ kind: 'quote', text: [quoted(shortened(message, room))] }]
  })
  return total <= most ? shown : [...shown, cutNote(most, total)]
}

const cutNote = (shown: number, total: number): Block => ({
  kind: 'paragraph',
  text: [{ text: `Shortened to about ${shown} of ${total.toLocaleString('en')} characters.`, quiet: true }],
})

interface Row {
  label: string
  value: Run[]
}

function levelRows({ criteria }: Catalogue, { levels, emphasis }: Requirements): Row[] {
  return criteria.flatMap((criterion) => {
    const level = levels[criterion.id]
    if (!level) return []
    const factor = emphasis[criterion.id] ?? 1
    const weight = factor === 1 ? '' : factor === 2 ? ' (counts double)' : ' (counts half)'
    return [{ label: criterion.short, value: [literal(`${criterion.levels[level.level].label}${weight}`)] }]
  })
}

const PRIORITIES: readonly [Priority, string][] = [
  ['must', 'Must have'],
  ['should', 'Wanted'],
  ['could', 'Nice to have'],
  ['not_needed', 'Not needed'],
  ['excluded', 'Not wanted'],
]

/** Needs of one priority in one row, so that forty of them still take a few lines only. */
function needRows(catalogue: Catalogue, { needs }: Requirements): Row[] {
  const entries: [string, NeedRequirement][] = Object.entries(needs)
  return PRIORITIES.flatMap(([priority, label]) => {
    const names = entries
      .filter(([, need]) => need.priority === priority)
      .flatMap(([id]) => catalogue.capability(id)?.name ?? [])
    return names.length === 0 ? [] : [{ label, value: [literal(names.join(', '))] }]
  })
}

const otherRows = (catalogue: Catalogue, requirements: Requirements): Row[] =>
  pointsOf(catalogue, { ...requirements, levels: {}, emphasis: {}, needs: {} }).map(({ label, value }) => ({
    label,
    value: [literal(value)],
  }))
