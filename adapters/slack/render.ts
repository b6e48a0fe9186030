import type { types } from '@slack/bolt'
import type { Card, Choice, Part } from '../../src/card/card.ts'
import { wordsButton } from './answer-in-words.ts'
import { type Canvas, createCanvas, type Look } from './canvas.ts'
import { chart } from './render-chart.ts'
import { checklist } from './render-checklist.ts'
import { choices, form, longLabels, quietChoices, rows } from './render-choices.ts'
import { sources } from './render-sources.ts'
import { table } from './render-table.ts'
import { facts, file, notice, progress, smallPrint, title } from './render-text.ts'
import { richText } from './rich-text.ts'

/** Cards as blocks, whatever room they take; a titled card is set off from what stands above it. */
export function blocksOf(cards: readonly Card[], look: Look): types.KnownBlock[] {
  const canvas = createCanvas(look)
  const waiting = cards.findLast(isAnswerable)
  return cards.flatMap((card, i) => {
    const blocks = cardBlocks(card, canvas, card === waiting)
    const apart = i > 0 && card.title !== undefined && blocks.length > 0
    return apart ? [{ type: 'divider' }, ...blocks] : blocks
  })
}

const isAnswerable = ({ parts }: Card): boolean =>
  parts.some((part) => part.kind === 'checklist' || (part.kind === 'choices' && part.choices.length > 0))

function cardBlocks(card: Card, canvas: Canvas, waiting: boolean): types.KnownBlock[] {
  const quiet = card.parts
    .flatMap((part) => (part.kind === 'choices' ? part.choices : []))
    .filter((c) => c.quiet)
  return [
    ...(card.title === undefined ? [] : title(card.title)),
    ...withWaysOut(
      card.parts.flatMap((part) => partBlocks(part, canvas)),
      longLabels(quiet),
      waysOut(card, quiet, canvas, waiting),
    ),
    ...(waiting && canvas.look.words === 'mention' ? smallPrint('Mention me to answer in words.') : []),
  ]
}

function waysOut(card: Card, quiet: readonly Choice[], canvas: Canvas, waiting: boolean) {
  const elements = quietChoices(quiet, canvas)
  return waiting && canvas.look.words === 'button' ? [wordsButton(card, canvas), ...elements] : elements
}

/** The ways out stand last, in the row of the button that sends a checklist where that is the last row. */
function withWaysOut(
  blocks: types.KnownBlock[],
  explained: types.KnownBlock[],
  elements: types.ActionsBlockElement[],
): types.KnownBlock[] {
  const last = blocks.at(-1)
  const afterBoxes = last?.type === 'actions' && blocks.at(-2)?.type === 'input'
  return afterBoxes && explained.length === 0
    ? [...blocks.slice(0, -1), ...rows([...last.elements, ...elements])]
    : [...blocks, ...explained, ...rows(elements)]
}

function partBlocks(part: Part, canvas: Canvas): types.KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return richText(part.text)
    case 'facts':
      return facts(part)
    case 'table':
      return table(part, canvas)
    case 'score_chart':
      return chart(part, canvas)
    case 'progress':
      return progress(part)
    case 'choices':
      return choices(part, canvas)
    case 'checklist':
      return checklist(part, canvas)
    case 'form':
      return form(part, canvas)
    case 'sources':
      return sources(part)
    case 'file':
      return file(part)
    case 'notice':
      return notice(part)
    default:
      return part satisfies never
  }
}
