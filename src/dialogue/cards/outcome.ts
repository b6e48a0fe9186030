import type { Requirements } from '../../advice/requirements.ts'
import { card, choices, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Consultant } from '../consultant.ts'
import type { Consultation } from '../conversation.ts'
import { titleOf } from '../naming.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'

const MOST_CANDIDATES = 3

/** Those the recommendation names, best first. */
export const candidatesOf = ({ advise }: Consultant, requirements: Requirements): string[] =>
  advise(requirements)
    .ranking.filter(({ excluded }) => excluded === null)
    .slice(0, MOST_CANDIDATES)
    .map(({ id }) => id)

/** Asks what became of a recommendation. */
export function outcomeCard(context: Context, project: Consultation): Card {
  const { consultant, conversation } = context
  const buttons = buttonsAt(conversation.step)
  const candidates = candidatesOf(consultant, project.requirements)
  const day = project.updatedAt.slice(0, 10)
  const named = project.client ?? project.name
  const about = named === null ? '' : ` for ${titleOf(project)}`
  const [first] = candidates
  const advised =
    first === undefined ? 'we spoke' : `I recommended ${escapeMarkup(consultant.catalogue.nameOf(first))}`
  return card(
    'What did you choose in the end?',
    text(
      `On ${day} ${advised}${about}. I ask this once; your answer is only counted, to see how good the advice is.`,
    ),
    choices(
      ...candidates.map((id) =>
        buttons.choice('outcome', [project.id, id], escapeMarkup(consultant.catalogue.nameOf(id))),
      ),
      buttons.choice('outcome', [project.id, 'others'], 'Something else'),
      buttons.quiet('outcome', [project.id, 'undecided'], 'Not decided'),
      buttons.quiet('outcome', [project.id, 'off'], "Don't ask me such things"),
    ),
  )
}

/** Asks which other one it was. */
export function othersCard({ consultant, conversation }: Context, project: Consultation): Card {
  const buttons = buttonsAt(conversation.step)
  const candidates = candidatesOf(consultant, project.requirements)
  const others = consultant.catalogue.alternatives.filter(({ id }) => !candidates.includes(id))
  return card(
    null,
    text('Which one?'),
    choices(
      ...others.map(({ id, name }) => buttons.choice('outcome', [project.id, id], escapeMarkup(name))),
      buttons.choice('outcome', [project.id, 'other'], 'None of these'),
    ),
  )
}
