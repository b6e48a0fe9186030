import type { Card, FactsPart, FilePart, Part } from '../../src/card/card.ts'
import { labelled, pairs } from './columns.ts'
import { type Line, marked, plain } from './line.ts'
import { type Menu, type Option, quietChoices } from './menu.ts'
import { chart } from './render-chart.ts'
import { checklist, choices, form, quiet } from './render-choices.ts'
import { table } from './render-table.ts'
import { notice, paragraphs, sources, title } from './render-text.ts'
import { wrap } from './wrap.ts'

export const LEAST_COLUMNS = 20
/** Longer lines are hard to read. */
const MOST_COLUMNS = 100
const UNKNOWN_COLUMNS = 80

/** How wide to draw in a window that says it has `columns`, or says nothing. */
export const drawnColumns = (columns: number | undefined): number =>
  Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, columns || UNKNOWN_COLUMNS))

/**
 * Cards as lines of at most `columns` cells, one blank line between their parts.
 *
 * @param menu the numbers and letters of these cards, from `menuOf`
 */
export function render(
  cards: readonly Card[],
  menu: Menu,
  ticked: ReadonlySet<Option>,
  columns: number,
): Line[] {
  return blocksApart(
    cards.flatMap((card) => [
      card.title === undefined ? [] : title(card.title, columns),
      ...card.parts.map((part) => renderPart(part, menu, ticked, columns)),
      quiet(quietChoices(card), menu, columns),
    ]),
  )
}

/** The checklists of a menu, drawn again after something was ticked. */
export const renderTicks = (menu: Menu, ticked: ReadonlySet<Option>, columns: number): Line[] =>
  blocksApart(
    menu.presses.flatMap(({ of }) => ('options' in of ? [checklist(of, menu, ticked, columns)] : [])),
  )

/** Blocks with one blank line between them; empty ones take no room. */
const blocksApart = (blocks: readonly Line[][]): Line[] =>
  blocks.filter((block) => block.length > 0).flatMap((block, i) => (i === 0 ? block : [[], ...block]))

function renderPart(part: Part, menu: Menu, ticked: ReadonlySet<Option>, columns: number): Line[] {
  switch (part.kind) {
    case 'text':
      return paragraphs(part.text, columns)
    case 'facts':
      return facts(part, columns)
    case 'table':
      return table(part, columns)
    case 'score_chart':
      return chart(part, columns)
    case 'progress':
      return wrap([plain(`Question ${part.step} of at most ${part.of}`, 'dim')], columns)
    case 'choices':
      return choices(part.choices, menu, columns)
    case 'checklist':
      return checklist(part, menu, ticked, columns)
    case 'form':
      return form(part, columns)
    case 'sources':
      return sources(part, columns)
    case 'file':
      return file(part, columns)
    case 'notice':
      return notice(part, columns)
    default:
      return part satisfies never
  }
}

function facts(part: FactsPart, columns: number): Line[] {
  return pairs(
    part.facts.map(({ label, value }) => ({ mark: [], left: marked(label, 'bold'), right: marked(value) })),
    columns,
  )
}

function file(part: FilePart, columns: number): Line[] {
  const name = plain(part.name, 'bold')
  return [...labelled([plain('File: ')], [name], columns), ...wrap(marked(part.alt, 'dim'), columns)]
}
