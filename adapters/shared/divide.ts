import type { Card, ChecklistPart, Choice, Part } from '../../src/card/card.ts'
import { escapeMarkup, parseMarkup, type Span } from '../../src/card/markup.ts'
import { cutPosition } from './shorten.ts'

/** A card in two that show the same in the same order, or null when it cannot be divided. */
export function divideCard({ title, parts }: Card): [Card, Card] | null {
  const headed = (kept: Part[]): Card => (title === undefined ? { parts: kept } : { title, parts: kept })
  if (parts.length > 1) {
    const at = together(parts) ?? Math.ceil(parts.length / 2)
    return [headed(parts.slice(0, at)), { parts: parts.slice(at) }]
  }
  const halves = parts[0] === undefined ? null : dividePart(parts[0])
  return halves && [headed([halves[0]]), { parts: [halves[1]] }]
}

/** Where the answers of a card begin: they stay together as long as they can, because ticks go with a press. */
function together(parts: readonly Part[]): number | null {
  const at = parts.findIndex(({ kind }) => kind === 'choices' || kind === 'checklist')
  return at > 0 ? at : null
}

function dividePart(part: Part): [Part, Part] | null {
  switch (part.kind) {
    case 'text':
    case 'notice': {
      const halves = divideText(part.text)
      return (
        halves && [
          { ...part, text: halves[0] },
          { kind: 'text', text: halves[1] },
        ]
      )
    }
    case 'facts':
      return halved(part.facts, (facts) => ({ ...part, facts })) ?? divideFact(part.facts[0])
    case 'table':
      return halved(part.rows, (rows) => ({ ...part, rows }))
    case 'score_chart':
      return halved(part.rows, (rows) => ({ ...part, rows }))
    case 'choices':
      return halved(part.choices, (choices) => ({ ...part, choices })) ?? hintApart(part.choices[0])
    case 'checklist':
      return halved(part.options, (options) => ({ ...part, options })) ?? optionHintApart(part)
    case 'sources':
      return halved(part.sources, (sources) => ({ ...part, sources }))
    case 'form':
    case 'file':
    case 'progress':
      return null
    default:
      return part satisfies never
  }
}

function halved<T>(list: readonly T[], withOnly: (half: T[]) => Part): [Part, Part] | null {
  const middle = Math.ceil(list.length / 2)
  return list.length < 2 ? null : [withOnly(list.slice(0, middle)), withOnly(list.slice(middle))]
}

function divideFact(fact: { label: string; value: string } | undefined): [Part, Part] | null {
  const halves = fact && divideText(fact.value)
  return halves
    ? [
        { kind: 'facts', facts: [{ label: fact.label, value: halves[0] }] },
        { kind: 'text', text: halves[1] },
      ]
    : null
}

function hintApart(choice: Choice | undefined): [Part, Part] | null {
  if (!choice?.hint) return null
  const { hint, ...bare } = choice
  return [
    { kind: 'text', text: `${choice.label}: ${hint}` },
    { kind: 'choices', choices: [bare] },
  ]
}

function optionHintApart(part: ChecklistPart): [Part, Part] | null {
  const [option] = part.options
  if (!option?.hint) return null
  const { hint, ...bare } = option
  return [
    { kind: 'text', text: `${option.label}: ${hint}` },
    { ...part, options: [bare] },
  ]
}

/** A little more than half, so that a sentence that ends just behind the middle is not cut. */
const FIRST_SHARE = 0.6

/** Marked text in two, cut near the middle where it reads best; each half keeps its marks. */
function divideText(marked: string): [string, string] | null {
  const spans = parseMarkup(marked)
  const text = spans.map((span) => span.text).join('')
  if (text.length < 2) return null
  const at = cutPosition(text, Math.ceil(text.length * FIRST_SHARE))
  if (at >= text.length) return null
  let before = at
  const first: Span[] = []
  const second: Span[] = []
  for (const span of spans) {
    const head = span.text.slice(0, Math.max(0, before))
    const tail = span.text.slice(head.length)
    if (head !== '') first.push({ ...span, text: head })
    if (tail !== '') second.push({ ...span, text: tail })
    before -= span.text.length
  }
  return [toMarkup(first), toMarkup(second)]
}

const toMarkup = (spans: readonly Span[]): string => spans.map(marksOf).join('')

function marksOf({ text, bold, italic, code, href }: Span): string {
  if (code) return `\`${text}\``
  const literal = escapeMarkup(text)
  if (bold) return `**${literal}**`
  if (italic) return `_${literal}_`
  return href ? `[${literal}](${href})` : literal
}
