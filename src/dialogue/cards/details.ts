import type { Advice, Ranked } from '../../advice/advice.ts'
import type { TurningPoint } from '../../advice/changes.ts'
import { contributionFor, fitTable } from '../../advice/fit-table.ts'
import { changeWords, termName } from '../../advice/words.ts'
import { card, choices, facts, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import { inProse } from '../answer/answer.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

const MOST_CANDIDATES = 3

/** The score taken apart: every term with its points, what was ruled out, and how sure it is. */
export function detailsCard(context: Context, advice: Advice): Card {
  const { catalogue } = context.consultant
  const candidates = advice.ranking.filter(({ excluded }) => excluded === null).slice(0, MOST_CANDIDATES)
  const out = advice.ranking.filter(({ excluded }) => excluded !== null)
  return card(
    'The score, point by point',
    chart(catalogue, candidates),
    text('In the table each figure is how many of the 100 points a line adds; together they are the score.'),
    pointsTable(catalogue, candidates),
    out.length === 0
      ? null
      : text(['**Ruled out**', ...out.map((r) => `- ${catalogue.nameOf(r.id)}: ${r.excluded}`)].join('\n')),
    facts([
      ['Certainty', `${percent(advice.certainty)} of the possible answers still open keep the first place`],
      ['Robustness', `${percent(advice.robustness)} of the small changes to your answers keep it`],
    ]),
    choices(buttonsAt(context.conversation.step).command('result', LABELS.backToResult)),
  )
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`

const chart = (catalogue: Catalogue, candidates: readonly Ranked[]): Part => ({
  kind: 'score_chart',
  caption: 'How well each one serves, 0 to 100',
  ...fitTable(catalogue, candidates),
})

function pointsTable(catalogue: Catalogue, candidates: readonly Ranked[]): Part {
  const terms = candidates[0]?.contributions.map(({ term }) => term) ?? []
  return {
    kind: 'table',
    caption: 'Points',
    columns: ['', ...candidates.map(({ id }) => catalogue.nameOf(id))],
    rows: [
      ...terms.map((term) => [
        termName(catalogue, term),
        ...candidates.map((candidate) => contributionFor(candidate, term)?.shown.toFixed(1) ?? ''),
      ]),
      ['Score', ...candidates.map(({ shown }) => shown.toFixed(1))],
    ],
  }
}

/** The smallest changes that would put another alternative first, with the scores before and after. */
export function changesCard(context: Context, points: readonly TurningPoint[]): Card {
  const { catalogue } = context.consultant
  const buttons = buttonsAt(context.conversation.step)
  return card(
    'What would change the advice',
    points.length === 0
      ? text('No one or two changes of your answers would; only a new hard requirement could.')
      : text(turningLines(catalogue, points).join('\n')),
    choices(buttons.command('result', LABELS.backToResult), buttons.command('change', LABELS.changeAnswer)),
  )
}

/** One line for each set of changes: who is first then, and what becomes of its score and that of the first of today. */
export const turningLines = (catalogue: Catalogue, points: readonly TurningPoint[]): string[] =>
  points.map(({ changes, winner, shifts }) => {
    const words = inProse(changes.map((change) => changeWords(catalogue, change)))
    const scores = shifts.map(({ id, before, after }) => {
      const name = id === winner ? '' : `${catalogue.nameOf(id)} `
      return `${name}${scoreWords(before)} → ${scoreWords(after)}`
    })
    return `- ${words}: then **${catalogue.nameOf(winner)}** (${scores.join('; ')})`
  })

const scoreWords = (score: number | null): string => (score === null ? 'ruled out' : score.toFixed(1))
