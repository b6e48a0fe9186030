import { bullets, card, choices, sources, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Hit } from '../../knowledge/search.ts'
import { type Answer, asQuestion, inProse, sourceOf } from '../answer/answer.ts'
import { typeName } from '../answer/compare.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** An answer to a question: the sentence that answers first, then the reasons, then the sources. */
export function answerCard(answer: Answer): Card {
  return card(null, text(answer.lead), bullets(answer.more), sources(answer.sources))
}

/** What a search found: each question with the first sentence of its answer. */
export function foundCard({ consultant }: Context, hits: readonly Hit[]): Card {
  if (hits.length === 0)
    return card(null, text('I found nothing with these words. Fewer or other words may help.'))
  const lines = hits.map(({ entry }) => {
    const about = entry.alternative === null ? '' : `${consultant.catalogue.nameOf(entry.alternative)}: `
    const [answer = entry.answer] = entry.answer.split(/(?<=[.!?])\s/)
    return `**${about}${asQuestion(entry.wordings[0] ?? '')}** ${answer}`
  })
  return card('Found', bullets(lines), sources(hits.map(({ entry }) => sourceOf(entry.source))))
}

/** Alternatives side by side: type, position on each criterion, maintenance, latest release. */
export function compareCard(context: Context, answer: Answer, alternatives: readonly Alternative[]): Card {
  const { catalogue } = context.consultant
  const tenths = (value: number | undefined): string =>
    value === undefined ? '-' : `${Math.round(value * 10)}/10`
  const rows = [
    ['Type', ...alternatives.map((entry) => typeName(catalogue, entry))],
    ...catalogue.criteria.map((criterion) => [
      criterion.short,
      ...alternatives.map((entry) => tenths(entry.positions[criterion.id]?.value)),
    ]),
    ['Maintenance', ...alternatives.map((entry) => entry.maintenance.status)],
    ['Latest release', ...alternatives.map((entry) => entry.latest_release.version)],
  ]
  const columns = ['', ...alternatives.map((entry) => entry.name)]
  return card(
    inProse(alternatives.map((entry) => entry.name)),
    text(answer.lead),
    { kind: 'table', caption: 'Our judgement of each position; ask about one for the reason', columns, rows },
    bullets(answer.more),
    sources(answer.sources),
  )
}

/** Nothing was understood: say so, and what can be done instead. */
export function unclearCard(context: Context, attempt: number, asked: boolean): Card {
  const { domain } = context.consultant.catalogue
  const { active, step } = context.conversation
  const buttons = buttonsAt(step)
  if (attempt < 2) {
    return card(
      null,
      text(`I did not understand that. Say it in other words, or ask about a ${domain.noun.one}.`),
    )
  }
  if (asked) {
    return card(null, text('I still do not understand. Choose one below, or say "not sure" or "skip":'))
  }
  return card(
    null,
    text('I still do not understand. One of these may help:'),
    choices(
      active && active.pending?.kind !== 'open'
        ? buttons.command('start', 'Go on with the questions')
        : buttons.choice('begin', [], 'Ask me questions'),
      buttons.choice('command', ['help'], 'What can I type?'),
      buttons.choice('command', ['engineer'], LABELS.engineer),
    ),
  )
}
