import { type APIContainerComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import type { Card, ChecklistPart, Choice, Part } from '../../src/card/card.ts'
import { type Attachment, type Canvas, createCanvas, type Look } from './canvas.ts'
import { button, type Piece, type Row, textDisplay } from './components.ts'
import { DISCORD } from './limits.ts'
import { markdown, small } from './markdown.ts'
import { chart } from './render-chart.ts'
import { boxes, submit } from './render-checklist.ts'
import { form, longLabels, meanings, presses, waysOut } from './render-choices.ts'
import { file } from './render-files.ts'
import { sources } from './render-sources.ts'
import { table } from './render-table.ts'
import { facts, heading, notice, progress } from './render-text.ts'

/** What one message shows, and the files that go along. */
export interface Drawing {
  components: APIMessageTopLevelComponent[]
  attachments: Attachment[]
}

/** The one colour: the edge of what waits for an answer. */
const ACCENT = 0x2f6fde

/** Cards as one container each, whatever room they take. */
export function draw(cards: readonly Card[], look: Look): Drawing {
  const canvas = createCanvas(look)
  const waiting = cards.findLast(isAnswerable)
  const components = cards.flatMap((card) => {
    const pieces = cardPieces(card, canvas, card === waiting)
    return pieces.length === 0 ? [] : [container(pieces, card === waiting && card.title !== undefined)]
  })
  return { components, attachments: canvas.attachments }
}

const isAnswerable = ({ parts }: Card): boolean =>
  parts.some((part) => part.kind === 'checklist' || (part.kind === 'choices' && part.choices.length > 0))

const container = (components: Piece[], standsOut: boolean): APIContainerComponent => ({
  type: ComponentType.Container,
  ...(standsOut && { accent_color: ACCENT }),
  components,
})

function cardPieces(card: Card, canvas: Canvas, waiting: boolean): Piece[] {
  const { parts } = card
  const quiet = parts.flatMap((part) => (part.kind === 'choices' ? part.choices.filter(isQuiet) : []))
  const steps = parts.flatMap((part) => (part.kind === 'progress' ? [progress(part)] : []))
  const rows = waysOut(quiet, waiting ? ownButtons(card, canvas) : [], canvas)
  const body = [
    ...heading(card.title, steps),
    ...parts.flatMap((part, i) => withNext(part, parts[i - 1], parts[i + 1], canvas)),
    ...longLabels(quiet),
  ]
  return [
    ...body,
    ...(body.some(hasPresses) && rows.length > 0 ? [LINE] : []),
    ...rows,
    ...(waiting && canvas.look.words === 'mention'
      ? textDisplay(small('Mention me, or answer with a ping, to say it in words.'))
      : []),
  ]
}

const isQuiet = ({ quiet }: Choice): boolean => quiet === true

const hasPresses = ({ type }: Piece): boolean => type === ComponentType.ActionRow

/** Sets the ways out apart from the answers. */
const LINE: Piece = { type: ComponentType.Separator, divider: true }

/** Nobody can type into an ephemeral message: a button opens a field there. */
function ownButtons({ parts }: Card, canvas: Canvas): ReturnType<typeof button>[] {
  const { words, nextPart } = canvas.look
  const question = parts.some(({ kind }) => kind === 'progress' || kind === 'checklist')
  return [
    ...(words === 'button'
      ? [button(canvas.idFor('words', ''), question ? 'Answer in words' : 'Say it in words')]
      : []),
    ...(nextPart === null ? [] : [button(canvas.idFor('next', `${nextPart}`), 'More of the form')]),
  ]
}

/** Boxes that follow choices stand above the buttons of these: a press takes them along. */
function withNext(part: Part, before: Part | undefined, next: Part | undefined, canvas: Canvas): Piece[] {
  if (part.kind === 'choices' && next?.kind === 'checklist') return meanings(part)
  if (part.kind !== 'checklist') return pieces(part, canvas)
  return checklist(part, before?.kind === 'choices' ? presses(before, canvas) : [], canvas)
}

function checklist(part: ChecklistPart, answers: Row[], canvas: Canvas): Piece[] {
  const { explained, rows } = submit(part, canvas)
  return [...boxes(part, canvas), ...explained, ...joined(answers, rows)]
}

/** The button that sends the boxes stands in the row of the answers, where there is room. */
function joined(answers: Row[], [next, ...others]: Row[]): Row[] {
  const last = answers.at(-1)
  const both = [...(last?.components ?? []), ...(next?.components ?? [])]
  const fits = both.every(({ type }) => type === ComponentType.Button) && both.length <= DISCORD.row.buttons
  if (last === undefined || next === undefined || !fits)
    return [...answers, ...(next === undefined ? [] : [next]), ...others]
  return [...answers.slice(0, -1), { ...last, components: both }, ...others]
}

function pieces(part: Part, canvas: Canvas): Piece[] {
  switch (part.kind) {
    case 'text':
      return textDisplay(markdown(part.text))
    case 'facts':
      return facts(part)
    case 'table':
      return table(part)
    case 'score_chart':
      return chart(part, canvas)
    case 'progress':
      return []
    case 'choices':
      return [...meanings(part), ...presses(part, canvas)]
    case 'checklist':
      return checklist(part, [], canvas)
    case 'form':
      return form(part, canvas)
    case 'sources':
      return sources(part)
    case 'file':
      return file(part, canvas)
    case 'notice':
      return notice(part)
    default:
      return part satisfies never
  }
}
