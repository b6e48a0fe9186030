import type { Advice, Ranked } from '../../advice/advice.ts'
import { moveTo } from '../../advice/moving.ts'
import type { Requirements } from '../../advice/requirements.ts'
import { CLEAR_LEAD } from '../../advice/weights.ts'
import { card, choices, notice, sources, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import { cardToText } from '../../card/plain.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative, Move } from '../../knowledge/schema/alternative.ts'
import { inProse, sentence, sourceOf } from '../answer/answer.ts'
import { typeName } from '../answer/compare.ts'
import type { Consultation } from '../conversation.ts'
import { type Reason, reasonOf, reasonsFor } from '../reasons.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'
import { dissentPart } from './panel.ts'
import { pointsByGiver } from './understood.ts'

/** Longest recommendation before "more", in characters of its plain text without sources and buttons. */
export const MAX_RESULT = 1_200
const MOST_CANDIDATES = 3
const MOST_REASONS = 3

/** The recommendation: what, why, what speaks against it, who is next, how sure. */
export function resultCard(context: Context, consultation: Consultation, advice: Advice): Card {
  const candidates = candidatesOf(advice)
  const [first] = candidates
  const winner = first && context.consultant.catalogue.alternative(first.id)
  if (!first || !winner) return nothingLeftCard(context, consultation.requirements, advice)
  const reasons = reasonsFor(context.consultant.catalogue, consultation.requirements, first, advice.ranking)
  for (let count = MOST_REASONS; count > 0; count -= 1) {
    const shown = reasons.slice(0, count)
    const result = build(context, consultation, advice, { winner, candidates, reasons: shown })
    if (textLength(result) <= MAX_RESULT || count === 1) return result
  }
  return nothingLeftCard(context, consultation.requirements, advice)
}

/** The first ones; beside a winner the guide does not present, the best of those it does is always one of them. */
function candidatesOf({ ranking, bestOfCore }: Advice): Ranked[] {
  const left = ranking.filter(({ excluded }) => excluded === null)
  const first = left.slice(0, MOST_CANDIDATES)
  const core = left.find(({ id }) => id === bestOfCore)
  return core === undefined || first.includes(core) ? first : [...first.slice(0, -1), core]
}

/** Characters to be read: sources and buttons are not part of the text. */
const textLength = (shown: Card): number =>
  cardToText({ ...shown, parts: shown.parts.filter(({ kind }) => kind !== 'sources' && kind !== 'choices') })
    .length

interface Shown {
  winner: Alternative
  candidates: Ranked[]
  reasons: Reason[]
}

function build(context: Context, consultation: Consultation, advice: Advice, shown: Shown): Card {
  const { winner, candidates, reasons } = shown
  const { catalogue } = context.consultant
  const against = counterArgument(context, consultation, advice, winner, candidates[1])
  const move = moveTo(catalogue, consultation.requirements, winner)
  const claims = reasons.flatMap(({ claim }) => (claim ? [sourceOf(claim)] : []))
  return card(
    `Recommendation: ${winner.name}`,
    text(
      `**${winner.name}** (${typeName(catalogue, winner).toLowerCase()}) ${leadWords(advice)} ${sureWords(advice)}`,
    ),
    whyPart(reasons),
    giversPart(catalogue, consultation),
    dissentPart(context, consultation),
    text(`**What speaks against it**: ${against.text}`),
    move && text(moveWords(catalogue, consultation, move, winner)),
    runnersUp(context, advice, candidates),
    maintenanceNotice(winner),
    sources([...claims, ...against.sources, ...(move ? [sourceOf(move)] : [])]),
    afterwards(context, candidates),
  )
}

function whyPart(reasons: readonly Reason[]): Part {
  if (reasons.length > 0)
    return text(['**Why**', ...reasons.map((reason) => `- ${reasonLine(reason)}`)].join('\n'))
  return notice(
    'info',
    'Nothing you said decides yet: this is only how well kept up, widespread and proven each is.',
  )
}

const MAX_GIVERS = 160

/** Where several people answered: who said what. */
function giversPart(catalogue: Catalogue, { requirements, givers }: Consultation): Part | null {
  const words = pointsByGiver(catalogue, requirements, givers)
  return words === null ? null : text(`**Who said what**: ${sentence(shorten(words, MAX_GIVERS))}`)
}

const reasonLine = (reason: Reason): string =>
  `${sentence(shorten(reason.text))}${reason.said ? ` _${reason.said}_` : ''}`

const MAX_REASON = 130
const MAX_TAGLINE = 90

/** Cut at the end of a clause if there is one, else at a word; asking about the point gives the whole. */
function shorten(words: string, most = MAX_REASON): string {
  if (words.length <= most) return words
  const head = words.slice(0, most)
  // A sentence or a clause may end a reason; a comma only does when it does not leave a list half told.
  const clause = Math.max(head.lastIndexOf('; '), head.lastIndexOf('. '))
  if (clause > most / 3) return head.slice(0, clause)
  return `${head.slice(0, head.lastIndexOf(' ')).replace(/[,;:]$/, '')} ...`
}

function moveWords(
  catalogue: Catalogue,
  consultation: Consultation,
  move: Move,
  winner: Alternative,
): string {
  const left = consultation.requirements.context.existing.filter((id) => move.from?.includes(id))
  const from = inProse(left.map((id) => catalogue.nameOf(id)))
  return `**Moving**: ${from} to ${winner.name}. Known pain: ${sentence(shorten(move.pain))}`
}

/** How far ahead the first is, in words with the number behind. */
function leadWords({ lead, ranking }: Advice): string {
  const score = `${ranking[0]?.shown} of 100`
  if (lead === null) return `is the only one left (${score}).`
  const ahead = lead >= CLEAR_LEAD ? 'is clearly ahead' : 'is ahead, but it is close'
  return `${ahead}: ${score}, ${lead.toFixed(1)} points before the next.`
}

const SURE_WORDS = {
  settled: 'Settled: hardly any other answer would change this.',
  likely: 'Likely: some answers could still change this.',
  open: 'Still open: other answers could easily change this.',
} as const

const sureWords = ({ confidence }: Advice): string => SURE_WORDS[confidence]

interface Against {
  text: string
  sources: ReturnType<typeof sourceOf>[]
}

/** The strongest thing to say against the winner: always there. */
function counterArgument(
  context: Context,
  consultation: Consultation,
  advice: Advice,
  winner: Alternative,
  second: Ranked | undefined,
): Against {
  const { catalogue } = context.consultant
  const { counter } = advice
  if (counter?.kind === 'term' && second) {
    const rival = catalogue.alternative(counter.runnerUp)
    const contribution = second.contributions.find(
      ({ term }) => JSON.stringify(term) === JSON.stringify(counter.term),
    )
    if (rival && contribution) {
      const reason = reasonOf(catalogue, consultation.requirements, rival, contribution)
      const text = `${rival.name} does better here by ${counter.points.toFixed(1)} points. ${sentence(shorten(reason.text))}`
      return { text, sources: reason.claim ? [sourceOf(reason.claim)] : [] }
    }
  }
  const weakness = winner.weaknesses[counter?.kind === 'weakness' ? counter.index : 0]
  return weakness
    ? {
        text: `${sentence(weakness.claim)} ${sentence(weakness.why_it_matters)}`,
        sources: [sourceOf(weakness)],
      }
    : { text: 'nothing that we know of.', sources: [] }
}

function runnersUp(context: Context, { bestOfCore }: Advice, candidates: readonly Ranked[]): Part | null {
  const lines = candidates.slice(1).map(({ id, shown }) => {
    const alternative = context.consultant.catalogue.alternative(id)
    const place = id === bestOfCore ? `${shown}, the best of those in the guide` : shown
    return `- **${alternative?.name ?? escapeMarkup(id)}** (${place}): ${sentence(shorten(alternative?.tagline ?? '', MAX_TAGLINE))}`
  })
  return lines.length === 0 ? null : text(['**Also considered**', ...lines].join('\n'))
}

/** A project that is no longer kept up is never recommended without saying so. */
function maintenanceNotice(winner: Alternative): Part | null {
  if (winner.maintenance.status === 'active') return null
  return notice('warning', `${winner.name}: ${sentence(winner.maintenance.evidence)}`)
}

function afterwards({ conversation, consultant }: Context, candidates: readonly Ranked[]): Part {
  const buttons = buttonsAt(conversation.step)
  const second = candidates[1]
  return choices(
    buttons.choice('details', [], 'Score, point by point'),
    buttons.choice('changes', [], 'What would change it?'),
    second
      ? buttons.choice(
          'command',
          ['why-not', second.id],
          LABELS.whyNot(consultant.catalogue.nameOf(second.id)),
        )
      : null,
    buttons.command('change', LABELS.changeAnswer),
    buttons.command('brief', LABELS.brief),
    buttons.command('share', LABELS.share),
    buttons.command('engineer', LABELS.engineer),
    buttons.command('feedback', LABELS.feedback),
    buttons.command('restart', LABELS.another),
  )
}

/** When every alternative was ruled out: say by what, and how to go on. */
function nothingLeftCard(
  { conversation, consultant }: Context,
  requirements: Requirements,
  advice: Advice,
): Card {
  const buttons = buttonsAt(conversation.step)
  const lines = rulingsOf(consultant.catalogue, requirements, advice)
  const build = (shown: number): Card =>
    card(
      'Nothing is left',
      text('Your hard requirements rule out everything I know:', lines.slice(0, shown).join('\n')),
      shown < lines.length
        ? text(`${lines.length - shown} more: ask "why not ...?" about any of them.`)
        : null,
      choices(
        requirements.only.length > 0 ? buttons.choice('drop', ['only'], 'Consider the others too') : null,
        buttons.command('change', LABELS.changeAnswer),
        buttons.command('engineer', LABELS.engineer),
      ),
    )
  let shown = lines.length
  while (shown > 1 && textLength(build(shown)) > MAX_RESULT) shown -= 1
  return build(shown)
}

/** Each reason once, with those it rules out; what the person wanted to be considered comes first. */
function rulingsOf(catalogue: Catalogue, { only }: Requirements, { ranking }: Advice): string[] {
  const ruled = new Map<string, string[]>()
  const wanted = ranking.filter(({ id }) => only.includes(id))
  for (const { id, excluded } of new Set([...wanted, ...ranking]))
    ruled.set(excluded ?? '', [...(ruled.get(excluded ?? '') ?? []), catalogue.nameOf(id)])
  return [...ruled].map(([reason, names]) => `- **${escapeMarkup(inProse(names))}**: ${reason}`)
}
