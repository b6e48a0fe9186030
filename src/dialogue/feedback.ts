import type { Understood } from '../language/understand.ts'
import type { Action } from './actions.ts'
import { claimsCard, feedbackCard, remarkCard, whyCard } from './cards/feedback.ts'
import { LINES, lineCard } from './cards/lines.ts'
import {
  type Pending,
  REASONS,
  type Reason,
  type Told,
  type ToldClaim,
  type Turn,
  type Verdict,
} from './conversation.ts'
import { digress } from './proceed.ts'
import { reasonsFor } from './reasons.ts'
import { activeOf, type Context, turn, wait } from './state.ts'

export const VERDICTS: readonly Verdict[] = ['useful', 'not_useful', 'wrong']

/** Asks what they think of what was told last. */
export function askFeedback(context: Context): Turn {
  if (context.conversation.told === null) return digress(context, [lineCard(LINES.nothingToRate)])
  return turn(context.conversation, [feedbackCard(context)])
}

/** A verdict: praise needs no words, the others can have some. */
export function rate(context: Context, { args: [wanted] }: Action): Turn | null {
  const verdict = VERDICTS.find((known) => known === wanted)
  const { told } = context.conversation
  if (verdict === undefined) return null
  if (told === null) return digress(context, [lineCard(LINES.nothingToRate)])
  const rated = { ...context, conversation: { ...context.conversation, told: null } }
  switch (verdict) {
    case 'useful':
      return { ...digress(rated, [lineCard(LINES.thanks)]), rated: { about: told.about, verdict } }
    case 'not_useful': {
      const waiting = waitForRemark(rated, { verdict, told, claim: null })
      return { ...turn(waiting.conversation, [whyCard(waiting)]), rated: { about: told.about, verdict } }
    }
    case 'wrong':
      return turn(context.conversation, [claimsCard(context, claimsIn(context, told))])
    default:
      return verdict satisfies never
  }
}

const waitForRemark = (
  context: Context,
  about: Omit<Extract<Pending, { kind: 'remark' }>, 'kind' | 'back'>,
): Context => wait(context, { kind: 'remark', ...about, back: activeOf(context).pending })

/** One claim is wrong: asks for a remark on it. */
export function doubtClaim(context: Context, { args: [index] }: Action): Turn | null {
  const { told } = context.conversation
  if (told === null) return null
  const claim = claimsIn(context, told)[Number(index)] ?? null
  const waiting = waitForRemark(context, { verdict: 'wrong', told, claim })
  return turn(waiting.conversation, [remarkCard(waiting, claim)])
}

/** Claims of a result follow from the requirements; those of an answer were kept with it. */
function claimsIn(context: Context, { about, claims }: Told): ToldClaim[] {
  if (about === 'answer') return claims
  const { catalogue, advise } = context.consultant
  const { requirements } = activeOf(context)
  const { ranking } = advise(requirements)
  const [first] = ranking
  const reasons = first ? reasonsFor(catalogue, requirements, first, ranking) : []
  return reasons
    .flatMap(({ text, claim }) => (claim === null ? [] : [{ text, sources: [claim.source] }]))
    .slice(0, MOST_CLAIMS)
}

const MOST_CLAIMS = 4

/** The answer to the question for a remark: words from a form, a reason, nothing, or no remark at all. */
export function remark(context: Context, { args: [given] }: Action, words: string | null): Turn | null {
  const { pending } = activeOf(context)
  if (pending?.kind !== 'remark') return null
  if (given === 'no') return digress(wait(context, pending.back), [lineCard(LINES.notRemarked)])
  return note(context, pending, { reason: REASONS.find((known) => known === given) ?? null, words })
}

/** A remark that was simply typed. */
export function remarkInWords(context: Context, words: string): Turn | null {
  const { pending } = activeOf(context)
  return pending?.kind === 'remark' ? note(context, pending, { reason: null, words }) : null
}

/** What is typed when a remark was asked for is one, unless it is a command. */
export const isRemark = ({ whole, opener, words }: Understood): boolean =>
  words > 0 && whole === null && opener === null

/** Longer remarks are cut. */
const MAX_REMARK = 2_000

function note(
  context: Context,
  { told, verdict, claim, back }: Extract<Pending, { kind: 'remark' }>,
  { reason, words }: { reason: Reason | null; words: string | null },
): Turn {
  const { claims: _, ...about } = told
  const typed = words?.trim().slice(0, MAX_REMARK) || null
  const noted = digress(wait(context, back), [lineCard(LINES.remarked)])
  return {
    ...noted,
    remark: { ...about, verdict, claim, reason, words: typed },
    // What is not useful was counted when it was said.
    ...(verdict === 'wrong' && { rated: { about: told.about, verdict } }),
  }
}
