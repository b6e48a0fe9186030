import { card, choices, facts, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import { titleOf } from '../naming.ts'
import { activeOf, type Context } from '../state.ts'
import { briefCard } from './brief.ts'
import { buttonsAt } from './buttons.ts'
import { pointsOf, withGiver } from './understood.ts'

/** Asks for consent, says what is passed on, and offers a note. */
export function handOffCard(context: Context): Card {
  const { company } = context.consultant.catalogue
  const buttons = buttonsAt(context.conversation.step)
  const what = hasAnswers(context)
    ? 'your name, your note, what you told me about the project with the words it follows from, the recommendation, and the client brief'
    : 'your name and your note'
  return card(
    `Talk to an engineer at ${company.name}?`,
    text(
      `With your consent I pass on to ${company.name}: ${what}. An engineer then gets in touch with you here. Nothing is sent before you agree.`,
    ),
    {
      kind: 'form',
      label: 'A note to them',
      placeholder: 'What you would like to talk about, and when you can be reached',
      multiline: true,
      submit: { action: buttons.action('handoff', ['yes']), label: 'Pass it on with a note' },
    },
    choices(
      buttons.choice('handoff', ['yes'], 'Pass it on', { primary: true }),
      ...company.engagement.map(({ name, claim }, i) =>
        buttons.choice('handoff', [String(i)], `Pass it on as an enquiry: ${name.toLowerCase()}`, {
          hint: claim,
        }),
      ),
      buttons.quiet('handoff', ['contact'], 'Only show me the contact'),
      buttons.quiet('handoff', ['no'], 'Not now'),
    ),
  )
}

/** What engineers see: who asks for what, the project in short, and the brief. */
export function requestCard(
  context: Context,
  { note, enquiry }: { note: string | null; enquiry: string | null },
): Card {
  const { conversation, place } = context
  const who = place.name === null ? 'Somebody' : escapeMarkup(place.name)
  const take = buttonsAt(conversation.step).choice('take', [place.reference], 'I take it', { primary: true })
  return card(
    'Somebody asks for an engineer',
    text(`${who} would like to talk to an engineer, and agreed to pass this on.`),
    facts([
      ...(enquiry === null ? [] : [['Enquiry', escapeMarkup(enquiry)] as const]),
      ...(note === null ? [] : [['Note', escapeMarkup(note)] as const]),
    ]),
    ...(hasAnswers(context) ? projectParts(context) : []),
    choices(take),
  )
}

function projectParts(context: Context): (Part | null)[] {
  const { consultant } = context
  const active = activeOf(context)
  const { winner, ranking } = consultant.advise(active.requirements)
  const advised =
    winner === null
      ? 'nothing is left'
      : `${consultant.catalogue.nameOf(winner)} (${ranking[0]?.shown} of 100)`
  const points = pointsOf(consultant.catalogue, active.requirements)
  return [
    facts([
      ['Project', titleOf(active)],
      ['Recommendation', advised],
      ...points.map((point) => [point.label, withGiver(point, active.givers)] as const),
    ]),
    ...briefCard(context, active, null).parts.filter(({ kind }) => kind === 'file'),
  ]
}

const hasAnswers = (context: Context): boolean =>
  pointsOf(context.consultant.catalogue, activeOf(context).requirements).length > 0
