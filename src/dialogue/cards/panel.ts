import { LEVEL_NAMES } from '../../advice/words.ts'
import { bullets, card, choices, text } from '../../card/build.ts'
import type { Card, Choice, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Criterion } from '../../knowledge/schema/criterion.ts'
import type { Level } from '../../knowledge/schema/levels.ts'
import { LEVELS } from '../../knowledge/schema/levels.ts'
import { inProse } from '../answer/answer.ts'
import type { Consultation, View } from '../conversation.ts'
import { type Dispute, dissentsOf, type Side, type Stand, winnerOfView } from '../panel.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

const compare = ({ conversation }: Context): Choice =>
  buttonsAt(conversation.step).choice('views', ['compare'], LABELS.compareViews, { primary: true })

/** How it goes, every question, and the way to compare. */
export function eachCards(context: Context): Card[] {
  const { criteria } = context.consultant.catalogue
  return [
    card(
      'Everyone answers for themselves',
      text(
        'Each of you presses an answer to each question, in any order. Nobody sees who chose what until you compare; an answer can be pressed anew until then.',
      ),
    ),
    ...criteria.map((criterion) => questionFor(context, criterion)),
    card(null, text('When everybody has answered:'), choices(compare(context))),
  ]
}

function questionFor({ conversation }: Context, { id, name, question, levels }: Criterion): Card {
  const buttons = buttonsAt(conversation.step)
  return card(
    name,
    text(question),
    choices(
      ...LEVELS.map((level) =>
        buttons.choice('view', [id, level], levels[level].label, { hint: levels[level].hint }),
      ),
      buttons.quiet('view', [id, 'unknown'], LABELS.notSure),
    ),
  )
}

/** For one person alone: what was noted, and what is left. */
export function notedCard(
  { consultant: { catalogue } }: Context,
  levels: View['levels'],
  open: readonly Criterion[],
): Card {
  const noted = Object.entries(levels).map(([id, level]) => `${shortOf(catalogue, id)} ${levelWord(level)}`)
  const left =
    open.length === 0
      ? 'You have answered everything.'
      : `Still to answer: ${inProse(open.map(({ short }) => short))}.`
  return card(null, text(`Noted for you: ${noted.join(', ')}. ${left}`))
}

const shortOf = (catalogue: Catalogue, id: string): string => catalogue.criterion(id)?.short ?? id

const levelWord = (level: Level | 'unknown' | undefined): string =>
  level === undefined ? '-' : level === 'unknown' ? 'not sure' : LEVEL_NAMES[level]

/** Who has answered so far; `name` has just answered everything, or null. */
export function answeredCard(context: Context, name: string | null, views: readonly View[]): Card {
  const names = views.map((view) => escapeMarkup(view.name))
  const so = names.length === 0 ? 'Nobody has answered yet.' : `So far: ${inProse(names)}.`
  const done = name === null ? '' : `${escapeMarkup(name)} has answered everything. `
  const few = views.length < 2 ? ' It takes two to compare.' : ''
  const words = `${done}${so}${few}`
  return card(null, text(words), choices(compare(context)))
}

/** More columns nobody can read in a chat. */
const MOST_COLUMNS = 5

/** Where the views differ, and what each of them leads to. */
export function differencesCard(
  { consultant }: Context,
  active: Consultation,
  { agreed, disputes, requirements }: Stand,
  views: readonly View[],
): Card {
  const { catalogue } = consultant
  const alike = agreed.map((id) => `${shortOf(catalogue, id)} ${levelWord(requirements.levels[id]?.level)}`)
  return card(
    'Where you differ',
    alike.length === 0 ? null : text(`You agree on ${inProse(alike)}.`),
    bullets(disputes.map((dispute) => disputeLine(catalogue, dispute))),
    {
      kind: 'table',
      caption: 'What each of you alone would be recommended',
      columns: ['', ...views.slice(0, MOST_COLUMNS).map(({ name }) => escapeMarkup(name))],
      rows: [
        ...catalogue.criteria.map(({ id, short }) => [
          short,
          ...views.slice(0, MOST_COLUMNS).map(({ levels }) => levelWord(levels[id])),
        ]),
        [
          'Recommendation',
          ...views
            .slice(0, MOST_COLUMNS)
            .map((view) => nameOf(catalogue, winnerOfView(consultant, active, view))),
        ],
      ],
    },
    views.length > MOST_COLUMNS
      ? text(`${views.length - MOST_COLUMNS} more have answered; they count all the same.`)
      : null,
  )
}

function disputeLine(catalogue: Catalogue, { criterion, sides, matters }: Dispute): string {
  const said = sides.map(({ level, names }) => `${LEVEL_NAMES[level]} (${namesIn(names)})`)
  if (!matters) {
    const either = nameOf(catalogue, sides[0]?.winner ?? null)
    return `**${shortOf(catalogue, criterion)}**: ${said.join(', ')}; ${either} either way.`
  }
  const led = sides.map((side, i) => `${said[i]} leads to ${nameOf(catalogue, side.winner)}`)
  return `**${shortOf(catalogue, criterion)}**: ${led.join('; ')}.`
}

const namesIn = (names: readonly string[]): string => escapeMarkup(inProse(names))

const nameOf = (catalogue: Catalogue, id: string | null): string =>
  id === null ? 'nothing' : escapeMarkup(catalogue.nameOf(id))

/** Asks the group to settle one point. */
export function settleCard(
  { consultant: { catalogue }, conversation }: Context,
  { criterion, sides, matters }: Dispute,
  left: number,
): Card {
  const buttons = buttonsAt(conversation.step)
  const found = catalogue.criterion(criterion)
  const option = ({ level, names, winner }: Side): Choice =>
    buttons.choice('settle', [criterion, level], found?.levels[level].label ?? level, {
      hint: `${namesIn(names)}; leads to ${nameOf(catalogue, winner)}`,
    })
  return card(
    `Settle: ${found?.name ?? criterion}`,
    text(
      matters
        ? 'The recommendation depends on this. Talk it over; whoever presses does so for all of you.'
        : 'The recommendation is the same either way. Whoever presses does so for all of you.',
    ),
    left > 1 ? text(`${left} points are to be settled.`) : null,
    choices(...sides.map(option), buttons.quiet('settle', [criterion, 'open'], 'Leave it open')),
  )
}

/** What the group decided against, and what it would have led to; null where all agreed. */
export function dissentPart(context: Context, consultation: Consultation): Part | null {
  const { consultant } = context
  const { catalogue } = consultant
  const first = consultant.advise(consultation.requirements).winner
  const points = Map.groupBy(dissentsOf(consultant, consultation), ({ criterion }) => criterion)
  const lines = [...points].map(([criterion, dissents]) => {
    const settled = dissents[0]?.settled ?? null
    const decided = settled === null ? 'is left open' : `is settled as ${LEVEL_NAMES[settled]}`
    const said = dissents.map(({ level, names, winner }) => {
      const would = winner === first ? '' : `, which would lead to ${nameOf(catalogue, winner)}`
      return `${namesIn(names)} said ${LEVEL_NAMES[level]}${would}`
    })
    return `${shortOf(catalogue, criterion)} ${decided}; ${said.join('; ')}.`
  })
  return lines.length === 0 ? null : text(`**Dissent**: ${lines.join(' ')}`)
}
