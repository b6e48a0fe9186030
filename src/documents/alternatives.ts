import type { Ranked } from '../advice/advice.ts'
import { gapsOf } from '../advice/gaps.ts'
import { reasonOf } from '../advice/reasons.ts'
import { termName } from '../advice/words.ts'
import { inProse, sentence } from '../knowledge/prose.ts'
import type { Candidates, Consulted } from './consulted.ts'
import type { Run, Section } from './model.ts'
import { literal, marked, strong } from './runs.ts'
import { shortened } from './shorten.ts'

const MOST_REASON = 200

/** Who came next and where they lose; then what was ruled out, those the client named first. */
export function alternatives(consulted: Consulted, { ranked }: Candidates, mostExcluded: number): Section {
  const [first, ...next] = ranked
  const { bestOfCore, ranking } = consulted.advice
  const best = ranking.find(({ id }) => id === bestOfCore)
  const others = best && !next.includes(best) ? [...next, best] : next
  const items = [
    ...others.map((other) => runnerUp(consulted, first, other)),
    ...ruledOut(consulted, mostExcluded),
  ]
  const none: Run[] = [literal('Nothing else is left to compare with.')]
  return {
    heading: 'Alternatives, and why not',
    blocks: [{ kind: 'list', numbered: false, items: items.length ? items : [none] }],
  }
}

function runnerUp({ catalogue, requirements, citations }: Consulted, first: Ranked, other: Ranked): Run[] {
  const alternative = catalogue.alternative(other.id)
  const { behind, ahead } = gapsOf(first, other)
  const [widest] = behind
  const head = strong(`${catalogue.nameOf(other.id)}, ${other.shown.toFixed(1)} points: `)
  if (!alternative || !widest) return [head, literal('as good in everything that was asked.')]
  const { text, claim } = reasonOf(catalogue, requirements, alternative, widest.contribution)
  const better = ahead
    .filter(({ contribution }) => contribution.term.kind !== 'context')
    .slice(0, 2)
    .map(({ contribution }) => termName(catalogue, contribution.term))
  // What runs today is known by now, and that nothing is known of it for this kind says no more than the gap.
  const { kind } = widest.contribution.term
  const silent = kind === 'context' || (kind === 'kind' && claim === null)
  const why = silent ? [] : [literal(' '), ...marked(sentence(shortened(text, MOST_REASON)))]
  return [
    head,
    literal(
      `widest gap on ${termName(catalogue, widest.contribution.term)} (${widest.points.toFixed(1)} points).`,
    ),
    ...why,
    ...citations.cite(claim),
    ...(better.length === 0 ? [] : [literal(` Better on ${inProse(better)}.`)]),
    ...ahead.flatMap(({ contribution: { term } }) =>
      term.kind === 'context' ? [literal(AT_HAND[term.rule])] : [],
    ),
  ]
}

const AT_HAND = { existing: ' It is what runs today.', skills: ' The team knows it.' } as const

/** Each with its reason; what is beyond `most` is counted. */
export function ruledOut({ requirements, advice }: Consulted, most: number): Run[][] {
  const { context, refused } = requirements
  const named = new Set([...context.existing, ...context.skills, ...refused])
  const out = advice.ranking
    .filter(({ excluded }) => excluded !== null)
    .toSorted((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)))
  const items = out
    .slice(0, most)
    .map(({ excluded }): Run[] => [strong('Ruled out: '), ...marked(excluded ?? '')])
  const more = out.length - items.length
  if (more === 0) return items
  const counted = items.length === 0 ? `${more}` : `${more} more`
  return [...items, [literal(`${counted} ${more === 1 ? 'is' : 'are'} ruled out.`)]]
}
