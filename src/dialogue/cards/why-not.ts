import type { Advice, Ranked, TermKey } from '../../advice/advice.ts'
import { card, choices, sources, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import { sentence, sourceOf } from '../answer/answer.ts'
import type { Consultation } from '../conversation.ts'
import { type Reason, reasonOf } from '../reasons.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { contributionFor, termName } from './details.ts'

/** Smaller differences are rounding, not reasons. */
const NOTICEABLE = 0.05

/** Why an alternative was not recommended: ruled out, or where it loses most against the first. */
export function whyNotCard(context: Context, consultation: Consultation, advice: Advice, id: string): Card {
  const { catalogue } = context.consultant
  const name = escapeMarkup(catalogue.nameOf(id))
  const ranked = advice.ranking.find((entry) => entry.id === id)
  const [first] = advice.ranking
  const back = choices(buttonsAt(context.conversation.step).command('result', 'Back to the result'))
  const say = (words: string): Card => card(`Why not ${name}?`, text(sentence(words)), back)
  if (!ranked || !first) return say(`I have no checked facts on ${name} yet`)
  if (ranked.excluded !== null) return say(ranked.excluded)
  if (advice.winner === id) return say(`${name} is what I recommend`)
  const { behind, ahead } = gapsOf(context, consultation, first, ranked)
  const winner = catalogue.nameOf(first.id)
  return card(
    `Why not ${name}?`,
    text(`${name} has ${ranked.shown} points, ${winner} ${first.shown}.`),
    listOf(context, 'Where it loses', behind),
    listOf(context, 'Where it is better', ahead),
    sources(behind.flatMap(({ reason }) => (reason.claim ? [sourceOf(reason.claim)] : []))),
    back,
  )
}

interface Gap {
  term: TermKey
  /** Points the first is ahead in this term; negative where it is behind. */
  points: number
  reason: Reason
}

function gapsOf(
  { consultant }: Context,
  { requirements }: Consultation,
  first: Ranked,
  ranked: Ranked,
): { behind: Gap[]; ahead: Gap[] } {
  const alternative = consultant.catalogue.alternative(ranked.id)
  if (!alternative) return { behind: [], ahead: [] }
  const gaps = ranked.contributions.map((own): Gap => {
    const points = (contributionFor(first, own.term)?.points ?? 0) - own.points
    return { term: own.term, points, reason: reasonOf(consultant.catalogue, requirements, alternative, own) }
  })
  const sorted = gaps.toSorted((a, b) => b.points - a.points)
  return {
    behind: sorted.filter(({ points }) => points > NOTICEABLE).slice(0, 3),
    ahead: sorted.filter(({ points }) => points < -NOTICEABLE).slice(-2),
  }
}

function listOf({ consultant }: Context, title: string, gaps: readonly Gap[]): Part | null {
  if (gaps.length === 0) return null
  const lines = gaps.map(({ term, points, reason }) => {
    const name = termName(consultant.catalogue, term)
    return `- ${name} (${Math.abs(points).toFixed(1)} points): ${sentence(reason.text)}`
  })
  return text([`**${title}**`, ...lines].join('\n'))
}
