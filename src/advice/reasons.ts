import type { Catalogue } from '../knowledge/catalogue.ts'
import { capitalise } from '../knowledge/prose.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Sourced } from '../knowledge/schema/claim.ts'
import type { Contribution, Ranked, TermKey } from './advice.ts'
import { fitOf, type Likely, likelyIn } from './likeness.ts'
import type { Requirements } from './requirements.ts'
import { CAPABILITY_WORDS } from './words.ts'

/** Why a term of the score came out as it did, for people. */
export interface Reason {
  term: TermKey
  /** Marked text, one sentence without the words of the client. */
  text: string
  /** The client's words it follows from, as they were typed; null when it was not said in words. */
  said: string | null
  claim: Sourced | null
  points: number
  value: number
}

/** A term must serve this well to count as a reason for an alternative. */
const GOOD = 0.6

/**
 * What speaks for a ranked alternative: first where it leads the rest of the field most, then what adds most points.
 * What all do equally well decides nothing and comes last.
 *
 * @param ranking the whole ranking it stands in
 */
export function reasonsFor(
  catalogue: Catalogue,
  requirements: Requirements,
  ranked: Ranked,
  ranking: readonly Ranked[],
): Reason[] {
  const alternative = catalogue.alternative(ranked.id)
  if (!alternative) return []
  const others = ranking.filter(({ id, excluded }) => id !== ranked.id && excluded === null)
  const usual = meanPoints(others)
  const lead = ({ term, points }: Contribution): number => points - (usual.get(JSON.stringify(term)) ?? 0)
  return ranked.contributions
    .filter(({ value, term }) => value >= GOOD && term.kind !== 'standing')
    .toSorted((a, b) => lead(b) - lead(a) || b.points - a.points)
    .map((contribution) => reasonOf(catalogue, requirements, alternative, contribution))
}

/** Mean points of each term over some alternatives. */
function meanPoints(ranking: readonly Ranked[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { contributions } of ranking) {
    for (const { term, points } of contributions) {
      const key = JSON.stringify(term)
      sums.set(key, (sums.get(key) ?? 0) + points / ranking.length)
    }
  }
  return sums
}

/** One contribution in words. */
export function reasonOf(
  catalogue: Catalogue,
  requirements: Requirements,
  alternative: Alternative,
  { term, points, value }: Contribution,
): Reason {
  const { text, claim, said } = TELL[term.kind](catalogue, requirements, alternative, term as never)
  return { term, text, said: said || null, claim, points, value }
}

interface Told {
  text: string
  claim: Sourced | null
  said?: string | undefined
}

type Teller<K extends TermKey['kind']> = (
  catalogue: Catalogue,
  requirements: Requirements,
  alternative: Alternative,
  term: Extract<TermKey, { kind: K }>,
) => Told

const TELL: { [K in TermKey['kind']]: Teller<K> } = {
  standing: (_, __, alternative) => ({ text: alternative.standing.reason, claim: alternative.standing }),
  criterion: (catalogue, requirements, alternative, { criterion: id }) => {
    const criterion = catalogue.criterion(id)
    const wanted = requirements.levels[id]
    const position = alternative.positions[id]
    const because = wanted && criterion ? criterion.levels[wanted.level].because : (criterion?.name ?? id)
    const why = wanted ? (position?.fits?.[wanted.level]?.reason ?? position?.reason) : position?.reason
    return {
      text: `${capitalise(because)}: ${why ?? 'not rated'}`,
      claim: position ?? null,
      said: wanted?.words,
    }
  },
  need: (catalogue, requirements, alternative, { need }) => {
    const capability = alternative.capabilities[need]
    const name = catalogue.capability(need)?.name ?? need
    const text = capability
      ? `${name}, ${CAPABILITY_WORDS[capability.level]}: ${capability.how}`
      : `${name}: not known`
    return { text, claim: capability ?? null, said: requirements.needs[need]?.words }
  },
  kind: (catalogue, requirements, alternative, { id }) => {
    const name = catalogue.kind(id)?.name ?? id
    const best = alternative.best_for.find((entry) => entry.kinds?.includes(id))
    const worst = alternative.avoid_for.find((entry) => entry.kinds?.includes(id))
    const entry = best ?? worst
    const text = entry
      ? `${name}: ${best ? '' : 'not its ground; '}${entry.reason}`
      : `${name}: nothing special known`
    return { text, claim: entry ?? null, said: requirements.kind?.words }
  },
  likeness: (catalogue, requirements, alternative) => {
    const fitIn = ({ situation }: Likely): number => fitOf(situation, alternative, requirements)
    const likely = likelyIn({ catalogue }, requirements)
    const [most] = likely.toSorted((a, b) => b.share * fitIn(b) - a.share * fitIn(a))
    if (!most) return { text: 'It reads like nothing known', claim: null }
    const { name, reason } = most.situation
    const fit = fitIn(most)
    if (fit === 1) return { text: `Reads like ${name}: ${reason}`, claim: most.situation }
    return { text: `Reads like ${name}, which it fits to ${Math.round(100 * fit)} %`, claim: most.situation }
  },
  context: (catalogue, requirements, alternative, { rule }) => {
    const names = requirements.context[rule].map((id) => catalogue.nameOf(id)).join(', ')
    const text =
      rule === 'skills'
        ? `${alternative.name} and the team: it knows ${names}`
        : requirements.context.leaving
          ? `You plan to leave ${names}`
          : `Your present system runs on ${names}`
    return { text, claim: null }
  },
  circumstance: (catalogue, { context }, alternative, { rule: id }) => {
    const rule = catalogue.contextRule(id)
    const known = [...context.skills, ...context.existing].includes(alternative.id)
    if (rule?.to_learn && known) return { text: `${rule.name}: the team knows it already`, claim: null }
    const own = alternative.context[rule?.rated_as ?? id]
    return { text: `${rule?.name ?? id}: ${own?.reason ?? rule?.reason ?? 'not known'}`, claim: own ?? null }
  },
}
