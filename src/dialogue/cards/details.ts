import type { Advice, Change, Contribution, Ranked, TermKey } from '../../advice/advice.ts'
import { card, choices, facts, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import { inProse } from '../answer/answer.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LEVEL_NAMES, PRIORITY_NAMES } from './understood.ts'

const MOST_CANDIDATES = 3

/** The score taken apart: every term with its points, what was ruled out, and how sure it is. */
export function detailsCard(context: Context, advice: Advice): Card {
  const { catalogue } = context.consultant
  const candidates = advice.ranking.filter(({ excluded }) => excluded === null).slice(0, MOST_CANDIDATES)
  const out = advice.ranking.filter(({ excluded }) => excluded !== null)
  return card(
    'The score, point by point',
    chart(catalogue, candidates),
    text('Each figure is how many of the 100 points that line adds; they add up to the score.'),
    pointsTable(catalogue, candidates),
    out.length === 0
      ? null
      : text(['**Ruled out**', ...out.map((r) => `- ${catalogue.nameOf(r.id)}: ${r.excluded}`)].join('\n')),
    facts([
      ['Certainty', `${percent(advice.certainty)} of the possible answers still open keep the first place`],
      ['Robustness', `${percent(advice.robustness)} of the small changes to your answers keep it`],
    ]),
    choices(buttonsAt(context.conversation.step).command('result', 'Back to the result')),
  )
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`

function chart(catalogue: Catalogue, candidates: readonly Ranked[]): Part {
  const [first] = candidates
  const terms = first?.contributions.map(({ term }) => term) ?? []
  return {
    kind: 'score_chart',
    caption: 'How well each one serves, 0 to 100',
    candidates: candidates.map(({ id, shown }) => ({ name: catalogue.nameOf(id), score: shown })),
    rows: terms.map((term) => ({
      label: termName(catalogue, term),
      values: candidates.map((candidate) => {
        const own = contributionFor(candidate, term)
        return own ? Math.round(own.value * 100) : null
      }),
    })),
  }
}

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

/** The contribution of one term to an alternative's score. */
export const contributionFor = ({ contributions }: Ranked, term: TermKey): Contribution | undefined => {
  const key = JSON.stringify(term)
  return contributions.find((contribution) => JSON.stringify(contribution.term) === key)
}

/** What a term is called in a table. */
export function termName(catalogue: Catalogue, term: TermKey): string {
  switch (term.kind) {
    case 'standing':
      return 'Standing'
    case 'criterion':
      return catalogue.criterion(term.criterion)?.short ?? term.criterion
    case 'need':
      return catalogue.capability(term.need)?.name ?? term.need
    case 'kind':
      return 'Kind of project'
    case 'context':
      return term.rule === 'existing' ? 'Runs today' : 'Team skills'
    case 'circumstance':
      return catalogue.contextRule(term.rule)?.name ?? term.rule
    default:
      return term satisfies never
  }
}

/** The smallest changes that would put another alternative first. */
export function changesCard(context: Context, sets: readonly { changes: Change[]; winner: string }[]): Card {
  const { catalogue } = context.consultant
  const buttons = buttonsAt(context.conversation.step)
  const lines = sets.map(({ changes, winner }) => {
    const words = inProse(changes.map((change) => changeWords(catalogue, change)))
    return `- ${words}: then **${catalogue.nameOf(winner)}**`
  })
  return card(
    'What would change the advice',
    lines.length === 0
      ? text('No one or two changes of your answers would; only a new hard requirement could.')
      : text(lines.join('\n')),
    choices(buttons.command('result', 'Back to the result'), buttons.command('change', 'Change an answer')),
  )
}

function changeWords(catalogue: Catalogue, change: Change): string {
  switch (change.kind) {
    case 'level': {
      const name = catalogue.criterion(change.criterion)?.short ?? change.criterion
      return change.to === null ? `${name} not answered` : `${name} ${LEVEL_NAMES[change.to]}`
    }
    case 'emphasis': {
      const name = catalogue.criterion(change.criterion)?.short ?? change.criterion
      return `${name} counts ${change.to === 2 ? 'double' : change.to === 1 ? 'once' : 'half'}`
    }
    case 'need': {
      const name = catalogue.capability(change.need)?.name ?? change.need
      return `${name} ${change.to === null ? 'left out' : PRIORITY_NAMES[change.to]}`
    }
    default:
      return change satisfies never
  }
}
