import { card, choices, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup, plainText } from '../../card/markup.ts'
import type { Consultation } from '../conversation.ts'
import { titleOf } from '../naming.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { pointsOf } from './understood.ts'

const MOST_OFFERED = 10

/** Asks which two projects to put side by side. */
export function choosePairCard({ conversation }: Context, projects: readonly Consultation[]): Card {
  const action = buttonsAt(conversation.step).action('pair', ['chosen'])
  return card('Which two projects?', {
    kind: 'checklist',
    label: 'Tick two',
    options: projects.slice(0, MOST_OFFERED).map((project) => ({
      value: project.id,
      label: titleOf(project),
      hint: project.updatedAt.slice(0, 10),
      checked: false,
    })),
    submit: { action, label: 'Compare them' },
  })
}

/** Two projects side by side: what was said, point by point, and what came out. */
export function projectsCard(
  { consultant, conversation }: Context,
  projects: readonly [Consultation, Consultation],
): Card {
  const { catalogue } = consultant
  const columns = projects.map(({ requirements }) => {
    const { winner, ranking } = consultant.advise(requirements)
    const points = pointsOf(catalogue, requirements)
    const first = winner === null ? '-' : `${escapeMarkup(catalogue.nameOf(winner))} (${ranking[0]?.shown})`
    return new Map([...points.map(({ label, value }) => [label, value] as const), ['Recommendation', first]])
  })
  const labels = [...new Set(columns.flatMap((column) => [...column.keys()]))].filter(
    (label) => label !== 'Recommendation',
  )
  const rows = ['Recommendation', ...labels].map((label) => [
    label,
    ...columns.map((column) => column.get(label) ?? '-'),
  ])
  const differ = rows.filter(([, one, other]) => one !== other).length
  return card(
    projects.map((project) => plainText(titleOf(project))).join(' / '),
    text(
      differ === 0
        ? 'They are the same in every point.'
        : `They differ in ${differ} of ${rows.length} points.`,
    ),
    { kind: 'table', caption: 'Side by side', columns: ['', ...projects.map(titleOf)], rows },
    choices(buttonsAt(conversation.step).command('history', 'Earlier projects')),
  )
}
