import type { types } from '@slack/bolt'
import type { Card, Choice, Part } from '../../src/card/card.ts'
import { MENTION_ME, wordsButton } from './answer-in-words.ts'
import type { SlackBlock } from './block.ts'
import { type Canvas, createCanvas, type Look } from './canvas.ts'
import { chart } from './render-chart.ts'
import { boxes, submit } from './render-checklist.ts'
import { form, longLabels, meanings, presses, quietChoices, rows } from './render-choices.ts'
import { sources } from './render-sources.ts'
import { table } from './render-table.ts'
import { facts, file, notice, progress, smallPrint, title } from './render-text.ts'
import { richText } from './rich-text.ts'

/** Cards as blocks, whatever room they take; a titled card is set off from what stands above it. */
export function blocksOf(cards: readonly Card[], look: Look): SlackBlock[] {
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

function cardBlocks(card: Card, canvas: Canvas, waiting: boolean): SlackBlock[] {
  const quiet = card.parts
    .flatMap((part) => (part.kind === 'choices' ? part.choices : []))
    .filter((choice) => choice.quiet)
  return [
    ...(card.title === undefined ? [] : title(card.title)),
    ...withWaysOut(
      card.parts.flatMap((part, i) => withNext(part, card.parts[i - 1], card.parts[i + 1], canvas)),
      longLabels(quiet),
      waysOut(card, quiet, canvas, waiting),
    ),
    ...(waiting && canvas.look.words === 'mention' ? smallPrint(MENTION_ME) : []),
  ]
}

function waysOut(card: Card, quiet: readonly Choice[], canvas: Canvas, waiting: boolean) {
  const elements = quietChoices(quiet, canvas)
  return waiting && canvas.look.words === 'button' ? [wordsButton(card, canvas), ...elements] : elements
}

/** A row of more elements than this is not joined by others. */
const MOST_IN_A_ROW = 5

/** The ways out stand last, in the row of the last button where that is alone or there is room. */
function withWaysOut(
  blocks: SlackBlock[],
  explained: SlackBlock[],
  elements: types.ActionsBlockElement[],
): SlackBlock[] {
  const last = blocks.at(-1)
  if (last?.type !== 'actions' || explained.length > 0) return [...blocks, ...explained, ...rows(elements)]
  const joined = [...last.elements, ...elements]
  return last.elements.length === 1 || joined.length <= MOST_IN_A_ROW
    ? [...blocks.slice(0, -1), ...rows(joined)]
    : [...blocks, ...rows(elements)]
}

/** Boxes that follow choices stand above the buttons of these: a press takes them along. */
function withNext(
  part: Part,
  before: Part | undefined,
  next: Part | undefined,
  canvas: Canvas,
): SlackBlock[] {
  if (part.kind === 'choices' && next?.kind === 'checklist') return meanings(part)
  if (part.kind === 'checklist' && before?.kind === 'choices')
    return [...boxes(part, canvas), ...presses(before, canvas), ...submit(part, canvas)]
  return partBlocks(part, canvas)
}

function partBlocks(part: Part, canvas: Canvas): SlackBlock[] {
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
      return [...meanings(part), ...presses(part, canvas)]
    case 'checklist':
      return [...boxes(part, canvas), ...submit(part, canvas)]
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
