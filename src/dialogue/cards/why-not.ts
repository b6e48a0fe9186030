import type { Advice, Ranked } from '../../advice/advice.ts'
import { whatWouldFavour } from '../../advice/changes.ts'
import { type Gap, gapsOf } from '../../advice/gaps.ts'
import { termName } from '../../advice/words.ts'
import { card, choices, sources, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import { sentence, sourceOf } from '../answer/answer.ts'
import type { Consultation } from '../conversation.ts'
import { type Reason, reasonOf } from '../reasons.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { turningLines } from './details.ts'
import { LABELS } from './lines.ts'

/** Why an alternative was not recommended: ruled out, or where it loses most against the first. */
export function whyNotCard(context: Context, consultation: Consultation, advice: Advice, id: string): Card {
  const { catalogue } = context.consultant
  const name = escapeMarkup(catalogue.nameOf(id))
  const ranked = advice.ranking.find((entry) => entry.id === id)
  const [first] = advice.ranking
  const back = choices(buttonsAt(context.conversation.step).command('result', LABELS.backToResult))
  const say = (words: string): Card => card(LABELS.whyNot(name), text(sentence(words)), back)
  if (!ranked || !first) return say(`I have no checked facts on ${name} yet`)
  if (advice.winner === id) return say(`${name} is what I recommend`)
  const favour = favourPart(context, consultation, id)
  if (ranked.excluded !== null)
    return card(LABELS.whyNot(name), text(sentence(ranked.excluded)), favour, back)
  const { behind, ahead } = toldGaps(context, consultation, first, ranked)
  const winner = catalogue.nameOf(first.id)
  return card(
    LABELS.whyNot(name),
    text(`${name} has ${ranked.shown} points, ${winner} ${first.shown}.`),
    listOf(context, 'Where it loses', behind),
    listOf(context, 'Where it is better', ahead),
    favour,
    sources(behind.flatMap(({ reason }) => (reason.claim ? [sourceOf(reason.claim)] : []))),
    back,
  )
}

const MOST_WAYS = 3

/** The smallest changes that would put it first. */
function favourPart({ consultant }: Context, { requirements }: Consultation, id: string): Part {
  const { catalogue } = consultant
  const points = whatWouldFavour(catalogue, requirements, id).slice(0, MOST_WAYS)
  if (points.length === 0)
    return text(
      `No one or two changes of what was said would put ${escapeMarkup(catalogue.nameOf(id))} first.`,
    )
  return text(['**What would put it first**', ...turningLines(catalogue, points)].join('\n'))
}

interface Told extends Gap {
  reason: Reason
}

function toldGaps(
  { consultant }: Context,
  { requirements }: Consultation,
  first: Ranked,
  ranked: Ranked,
): { behind: Told[]; ahead: Told[] } {
  const alternative = consultant.catalogue.alternative(ranked.id)
  if (!alternative) return { behind: [], ahead: [] }
  const tell = (gap: Gap): Told => ({
    ...gap,
    reason: reasonOf(consultant.catalogue, requirements, alternative, gap.contribution),
  })
  const { behind, ahead } = gapsOf(first, ranked)
  return { behind: behind.slice(0, 3).map(tell), ahead: ahead.slice(0, 2).map(tell) }
}

function listOf({ consultant }: Context, title: string, gaps: readonly Told[]): Part | null {
  if (gaps.length === 0) return null
  const lines = gaps.map(({ contribution, points, reason }) => {
    const name = termName(consultant.catalogue, contribution.term)
    return `- ${name} (${points.toFixed(1)} points): ${sentence(reason.text)}`
  })
  return text([`**${title}**`, ...lines].join('\n'))
}
