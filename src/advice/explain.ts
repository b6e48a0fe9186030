import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Advice, Kept, Ranked, TermKey } from './advice.ts'
import { applyKind } from './kind.ts'
import { emphasisOf } from './level-terms.ts'
import { likelyIn } from './likeness.ts'
import { own } from './own.ts'
import { reasonOf } from './reasons.ts'
import type { Origin, Requirements } from './requirements.ts'
import { PRIORITY_NAMES, termName } from './words.ts'

/** Something that counts, the same for every alternative. */
export interface ExplainedTerm {
  name: string
  /** What is wanted, such as "high, counts double"; null where there is nothing to want. */
  wanted: string | null
  /** Why it counts, such as "read from the text". */
  origin: string
  /** The person's own words it was read from; null when there are none. */
  words: string | null
  /** In criteria of normal emphasis. */
  weight: number
  /** Of all weights, 0 to 1. */
  share: number
}

/** How one alternative does in one term. */
export interface ExplainedValue {
  /** 0 to 1. */
  value: number
  /** Exact, 100 x value x share. */
  points: number
  /** As shown: these add up to the shown score. */
  shown: number
  /** Marked text. */
  because: string
  /** The judgements of the entry that the value is made of, such as its position; null where `because` says it all. */
  made: string | null
  source: string | null
  asOf: string | null
}

export interface ExplainedAlternative {
  id: string
  /** Exact, 0 to 100. */
  score: number
  shown: number
  excluded: string | null
  /** In the order of the terms. */
  values: ExplainedValue[]
}

/** An advice taken apart: every number it is made of, and where each comes from. */
export interface Explanation {
  terms: ExplainedTerm[]
  alternatives: ExplainedAlternative[]
  /** Open criteria with what an answer says about the first place, in bits; in the criteria's order. */
  questions: { criterion: string; bits: number }[]
  next: string | null
  certainty: Kept
  robustness: Kept
  confidence: Advice['confidence']
}

/** Takes an advice apart. Both must belong together: the advice is not computed anew. */
export function explain(catalogue: Catalogue, requirements: Requirements, advice: Advice): Explanation {
  const applied = applyKind(catalogue, requirements)
  const { ranking, information, next, counts, confidence } = advice
  return {
    terms: (ranking[0]?.contributions ?? []).map(({ term, weight, share }) => ({
      name: termName(catalogue, term),
      ...WANTED[term.kind](catalogue, applied, term as never),
      weight,
      share,
    })),
    alternatives: ranking.map((ranked) => explainedAlternative(catalogue, applied, ranked)),
    questions: Object.entries(information).map(([criterion, bits]) => ({ criterion, bits })),
    next,
    certainty: counts.completions,
    robustness: counts.steps,
    confidence,
  }
}

function explainedAlternative(
  catalogue: Catalogue,
  applied: Requirements,
  { id, score, shown, excluded, contributions }: Ranked,
): ExplainedAlternative {
  const alternative = catalogue.alternative(id)
  const values = contributions.map((contribution): ExplainedValue => {
    const reason = alternative && reasonOf(catalogue, applied, alternative, contribution)
    const { value, points } = contribution
    const claim = reason?.claim ?? null
    return {
      value,
      points,
      shown: contribution.shown,
      because: reason?.text ?? '',
      made: alternative ? madeOf(applied, alternative, contribution.term) : null,
      source: claim?.source ?? null,
      asOf: claim?.as_of ?? null,
    }
  })
  return { id, score, shown, excluded, values }
}

function madeOf({ levels }: Requirements, alternative: Alternative, term: TermKey): string | null {
  if (term.kind === 'standing') {
    const { maintenance, community, age } = alternative.standing
    return `mean of maintenance ${maintenance}, community ${community}, age ${age}`
  }
  if (term.kind !== 'criterion') return null
  const position = own(alternative.positions, term.criterion)
  const level = own(levels, term.criterion)?.level
  if (position === undefined || level === undefined) return 'no position'
  return position.fits?.[level] ? `set for ${level}` : `position ${position.value} on the curve for ${level}`
}

type Wanted = Pick<ExplainedTerm, 'wanted' | 'origin' | 'words'>

type Teller<K extends TermKey['kind']> = (
  catalogue: Catalogue,
  requirements: Requirements,
  term: Extract<TermKey, { kind: K }>,
) => Wanted

const WANTED: { [K in TermKey['kind']]: Teller<K> } = {
  standing: () => ({ wanted: null, origin: 'always counts', words: null }),
  criterion: (_, requirements, { criterion }) => {
    const said = own(requirements.levels, criterion)
    const emphasis = EMPHASIS_WORDS[emphasisOf(requirements, criterion)]
    return { wanted: [said?.level, emphasis].filter(Boolean).join(', '), ...saidIn(said) }
  },
  need: (_, { needs }, { need }) => {
    const said = own(needs, need)
    return { wanted: said ? PRIORITY_NAMES[said.priority] : null, ...saidIn(said) }
  },
  kind: (catalogue, { kind }, { id }) => {
    const wanted = catalogue.kind(id)?.name ?? id
    return { wanted, origin: ORIGIN_WORDS.text, words: kind?.words ?? null }
  },
  likeness: (catalogue, requirements) => {
    const likely = likelyIn({ catalogue }, requirements)
    const shares = likely.map(({ situation, share }) => `${situation.name} ${Math.round(100 * share)} %`)
    return { wanted: null, origin: `what the whole text resembles: ${shares.join(', ')}`, words: null }
  },
  context: (catalogue, { context }, { rule }) => {
    const names = context[rule].map((id) => catalogue.nameOf(id)).join(', ')
    const wanted = rule === 'existing' && context.leaving ? `away from ${names}` : names
    return { wanted, origin: ORIGIN_WORDS.text, words: null }
  },
  circumstance: (catalogue, { context, levels }, { rule }) => {
    const follows = context.rules.includes(rule) ? undefined : catalogue.contextRule(rule)?.follows
    if (!follows) return { wanted: null, origin: ORIGIN_WORDS.text, words: null }
    const name = catalogue.criterion(follows.criterion)?.short ?? follows.criterion
    const level = own(levels, follows.criterion)?.level
    return { wanted: null, origin: `follows from ${name} ${level}`, words: null }
  },
}

const EMPHASIS_WORDS = { 0.5: 'counts half', 1: '', 2: 'counts double' } as const

const ORIGIN_WORDS: Record<Origin, string> = {
  answered: 'answered',
  text: 'read from the text',
  kind: 'implied by the kind of project',
}

const saidIn = (said: { origin: Origin; words?: string } | undefined): Omit<Wanted, 'wanted'> => ({
  origin: ORIGIN_WORDS[said?.origin ?? 'text'],
  words: said?.words ?? null,
})
