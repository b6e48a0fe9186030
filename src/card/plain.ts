import type { Card, ChoicesPart, Part, ScoreChartPart, Source, TablePart } from './card.ts'
import { plainText } from './markup.ts'

/**
 * The plain-text twin of a card: everything it shows, for notifications, screen readers, logs of transcripts and
 * `--json`. Numbered choices are in the order the terminal numbers them.
 */
export function cardToText(card: Card): string {
  const blocks = card.parts.map(partToText).filter((block) => block !== '')
  return (card.title === undefined ? blocks : [plainText(card.title), ...blocks]).join('\n\n')
}

function partToText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return plainText(part.text)
    case 'facts':
      return part.facts.map((fact) => `${plainText(fact.label)}: ${plainText(fact.value)}`).join('\n')
    case 'table':
      return tableToText(part)
    case 'score_chart':
      return chartToText(part)
    case 'progress':
      return `Question ${part.step} of at most ${part.of}`
    case 'choices':
      return choicesToText(part)
    case 'checklist':
      return [
        plainText(part.label),
        ...part.options.map((option) => `[${option.checked ? 'x' : ' '}] ${plainText(option.label)}`),
      ].join('\n')
    case 'form':
      return `${plainText(part.label)} (${plainText(part.placeholder)})`
    case 'sources':
      return `Sources: ${part.sources.map(sourceToText).join('; ')}`
    case 'file':
      return `${part.name}: ${plainText(part.alt)}`
    case 'notice':
      return `Note: ${plainText(part.text)}`
    default:
      return part satisfies never
  }
}

/** Address or name, with the date the source was true where one is known. */
export function sourceToText(source: Source): string {
  return source.asOf === null ? source.source : `${source.source} (${source.asOf})`
}

function tableToText(table: TablePart): string {
  const [, ...columns] = table.columns
  const rows = table.rows.map(([name, ...cells]) => {
    const values = cells.map((cell, i) => `${plainText(columns[i] ?? '')} ${plainText(cell)}`)
    return `${plainText(name ?? '')}: ${values.join('; ')}`
  })
  return [plainText(table.caption), ...rows].join('\n')
}

function chartToText(chart: ScoreChartPart): string {
  const head = chart.candidates.map((candidate) => `${plainText(candidate.name)} ${candidate.score} of 100`)
  const rows = chart.rows.map((row) => {
    const values = row.values.map(
      (value, i) => `${plainText(chart.candidates[i]?.name ?? '')} ${value === null ? 'not rated' : value}`,
    )
    return `${plainText(row.label)}: ${values.join(', ')}`
  })
  return [`${plainText(chart.caption)}: ${head.join(', ')}`, ...rows].join('\n')
}

function choicesToText(part: ChoicesPart): string {
  return part.choices
    .map((choice) => plainText(choice.label) + (choice.hint ? ` (${plainText(choice.hint)})` : ''))
    .join(' | ')
}
