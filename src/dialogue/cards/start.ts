import { card, choices, facts, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import { inProse } from '../answer/answer.ts'
import { COMMANDS } from '../commands.ts'
import type { Consultant } from '../consultant.ts'
import type { Consultation } from '../conversation.ts'
import { titleOf } from '../naming.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** First card of a project: tell it in your own words, or be asked. */
export function startCard({ consultant, conversation }: Context): Card {
  const { domain, criteria } = consultant.catalogue
  const buttons = buttonsAt(conversation.step)
  return card(
    `Which ${domain.noun.one} fits your project?`,
    text(domain.greeting, `_For example:_ ${escapeMarkup(domain.example)}`),
    choices(
      buttons.choice('begin', [], LABELS.askMe(criteria.length), { primary: true }),
      buttons.command('help', 'Help'),
    ),
  )
}

/** The open question again after something else was said, without the introduction. */
export function stillOpenCard({ consultant, conversation }: Context): Card {
  const buttons = buttonsAt(conversation.step)
  const { criteria } = consultant.catalogue
  return card(
    null,
    text('Tell me about the project whenever you like, or let me ask.'),
    choices(buttons.choice('begin', [], LABELS.askMe(criteria.length), { primary: true })),
  )
}

/** One line about where a person was when they come back. */
export function resumeCard(context: Context, active: Consultation): Card {
  const { consultant, conversation } = context
  const buttons = buttonsAt(conversation.step)
  const answered = Object.keys(active.requirements.levels).length
  const of = consultant.catalogue.criteria.length
  const where = active.concluded
    ? 'You had a recommendation; your answers are kept.'
    : `${answered} of ${of} questions answered; nothing is lost.`
  const named = active.client !== null || active.name !== null
  const name = named ? ` (${titleOf(active)})` : ''
  return card(
    'Welcome back',
    text(`${where} Started ${active.startedAt.slice(0, 10)}${name}.`),
    choices(
      buttons.command('summary', 'Summary'),
      ...(active.concluded ? [buttons.command('result', LABELS.showResult)] : []),
      buttons.command('restart', 'Start over'),
    ),
  )
}

/** What can be typed, the common commands with one line each. */
export function helpCard({ consultant }: Context): Card {
  const { alternatives } = consultant.catalogue
  const names = inProse(alternatives.map((alternative) => alternative.name))
  return card(
    'What you can type',
    text(
      `Anything, in your own words: a description of the project, an answer, or a question about ${names}.`,
      'A number chooses what is on the last card. These words work at any time:',
    ),
    facts(
      COMMANDS.map(
        ({ id, argument, help }) => [`${id}${argument && ` ${argument}`}`, escapeMarkup(help)] as const,
      ),
    ),
  )
}

/** Where to find people to talk to. */
export function engineerCard({ catalogue }: Consultant): Card {
  const { company } = catalogue
  return card(
    `Talk to an engineer at ${company.name}`,
    facts([
      ['Hotline', company.hotline],
      ['Website', `[${company.website}](${company.website})`],
      ...company.offices.map((office) => [office.place, escapeMarkup(office.address)] as const),
    ]),
    text('Have your summary at hand: say "summary" and copy it.'),
  )
}
