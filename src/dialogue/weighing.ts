import { whatWouldChange } from '../advice/changes.ts'
import { escapeMarkup } from '../card/markup.ts'
import { isEmpty } from '../language/findings.ts'
import { answerComparison } from './answer/compare.ts'
import { compareCard } from './cards/answers.ts'
import { changesCard } from './cards/details.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { whatIfCard } from './cards/what-if.ts'
import { whyNotCard } from './cards/why-not.ts'
import type { Turn } from './conversation.ts'
import { mergeFindings } from './merge.ts'
import { digress } from './proceed.ts'
import { understand } from './references.ts'
import { activeOf, type Context, remember, turn, wait } from './state.ts'

/* Alternatives against each other, and the advice against another one. */

/** Alternatives side by side. */
export function compare(context: Context, argument: string): Turn {
  const { catalogue } = context.consultant
  const named = understand(context, argument).alternatives.map(({ id }) => id)
  const entries = withLastShown(context, named)
    .flatMap((id) => catalogue.alternative(id) ?? [])
    .slice(0, 4)
  if (entries.length < 2) {
    const { noun } = catalogue.domain
    const names = catalogue.alternatives.map((alternative) => alternative.name).join(', ')
    return digress(context, [lineCard(LINES.whatToCompare(noun.many, names))])
  }
  const remembered = remember(
    context,
    entries.map(({ id }) => id),
    null,
  )
  return digress(remembered, [compareCard(remembered, answerComparison(catalogue, entries), entries)])
}

/** One name is compared with what was spoken of last, no name means what was shown. */
function withLastShown(context: Context, named: readonly string[]): readonly string[] {
  const { conversation } = context
  if (named.length > 1) return named
  const others = conversation.shown.alternatives.filter((id) => !named.includes(id))
  if (named.length === 0) return others
  const [other = winnerOf(context)] = others
  return other === null || named.includes(other) ? named : [other, ...named]
}

function winnerOf(context: Context): string | null {
  const { concluded, requirements } = activeOf(context)
  return concluded ? context.consultant.advise(requirements).winner : null
}

/** Why one is not recommended; the next one when none is named. */
export function whyNot(context: Context, argument: string): Turn {
  const { consultant, conversation } = context
  const active = activeOf(context)
  const advice = consultant.advise(active.requirements)
  const [named] = understand(context, argument).alternatives
  const id = named?.id ?? (consultant.catalogue.alternative(argument) ? argument : undefined)
  const other = id ?? advice.ranking.find((entry) => entry.id !== advice.winner)?.id
  if (other === undefined) return digress(context, [lineCard(LINES.nothingElse)])
  return digress(remember(context, [other], null), [
    whyNotCard({ ...context, conversation }, active, advice, other),
  ])
}

/** What a change would do to the advice; without one, which changes would. */
export function whatIf(context: Context, argument: string): Turn {
  const { consultant, now } = context
  const active = activeOf(context)
  const { findings } = consultant.language.understand(argument, now)
  if (argument === '' || isEmpty(findings)) {
    const sets = whatWouldChange(consultant.catalogue, active.requirements)
    const [example] = consultant.catalogue.capabilities
    const hint = lineCard(LINES.whatToSuppose(escapeMarkup(example?.name ?? '')))
    return digress(context, argument === '' ? [changesCard(context, sets)] : [hint])
  }
  const requirements = mergeFindings(active.requirements, findings, 'text')
  const before = { requirements: active.requirements, advice: consultant.advise(active.requirements) }
  const after = { requirements, advice: consultant.advise(requirements) }
  const waiting = wait(context, { kind: 'what_if', requirements, back: active.pending })
  return turn(waiting.conversation, [whatIfCard(waiting, before, after)])
}
