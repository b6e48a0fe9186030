import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import { type Answer, answerOf, inProse, sentence, sourceOf } from './answer.ts'

/** Positions closer than this are called equal: they are judgements, not measurements. */
const CLEAR_DIFFERENCE = 0.1

/** The criteria on which an alternative stands clearly above all the others, widest lead first. */
function leadsOf(catalogue: Catalogue, entry: Alternative, all: readonly Alternative[]): string[] {
  const others = all.filter(({ id }) => id !== entry.id)
  const at = ({ positions }: Alternative, id: string): number => positions[id]?.value ?? 0
  return catalogue.criteria
    .map(({ id, virtue }) => ({
      virtue,
      by: at(entry, id) - Math.max(...others.map((other) => at(other, id))),
    }))
    .filter(({ by }) => by >= CLEAR_DIFFERENCE)
    .sort((a, b) => b.by - a.by)
    .map(({ virtue }) => virtue)
}

/** Alternatives side by side in words: what each is, and where each is ahead. */
export function answerComparison(catalogue: Catalogue, alternatives: readonly Alternative[]): Answer {
  const [a, b] = alternatives
  const taglines = alternatives.map((entry) =>
    sentence(`**${entry.name}** (${typeName(catalogue, entry)}): ${entry.tagline}`),
  )
  if (!a || !b) return answerOf(taglines[0] ?? '')
  const said = alternatives
    .map(({ name }, i) => ({ name, virtues: leadsOf(catalogue, alternatives[i] ?? a, alternatives) }))
    .filter(({ virtues }) => virtues.length > 0)
  const lead =
    said.length === 0
      ? `${inProse(alternatives.map(({ name }) => name))} stand close on every criterion`
      : said.map(({ name, virtues }) => `${name} is ahead on ${inProse(virtues)}`).join('; ')
  return answerOf(sentence(lead), {
    more: [...taglines, ...strongestReasons(alternatives)],
    sources: [a, b].flatMap((entry) => entry.strengths.slice(0, 1).map(sourceOf)),
    alternatives: alternatives.map((entry) => entry.id),
  })
}

/** How others moved from one of them to another; null when no such move is written up. */
export function answerMove(alternatives: readonly Alternative[]): Answer | null {
  const isOne = (id: string): boolean => alternatives.some((entry) => entry.id === id)
  const moves = alternatives
    .flatMap(({ migration }) => migration)
    .filter(({ from = [], to = [] }) => from.some(isOne) && to.some(isOne))
  const named = alternatives.map(({ id }) => id)
  // "From ... to ...": the one named first is most often the one they are on.
  const [move, other] = moves.toSorted((a, b) => startOf(a, named) - startOf(b, named))
  return move
    ? answerOf(wayOf(move), {
        more: [sentence(`Known pain: ${move.pain}`), ...(other ? [wayOf(other)] : [])],
        sources: [sourceOf(move)],
        alternatives: named,
      })
    : null
}

const wayOf = ({ path, how }: Alternative['migration'][number]): string => sentence(`${path}: ${how}`)

const startOf = ({ from = [] }: Alternative['migration'][number], named: readonly string[]): number =>
  Math.min(...from.map((id) => named.indexOf(id)).filter((at) => at >= 0))

/** What speaks most for each, and of two also what speaks most against. */
const strongestReasons = (alternatives: readonly Alternative[]): string[] =>
  alternatives.slice(0, 3).flatMap((entry) => {
    const [strength] = entry.strengths
    const [weakness] = alternatives.length > 2 ? [] : entry.weaknesses
    return [
      ...(strength ? [sentence(`For ${entry.name}: ${strength.claim}`)] : []),
      ...(weakness ? [sentence(`Against ${entry.name}: ${weakness.claim}`)] : []),
    ]
  })

export const typeName = (catalogue: Catalogue, alternative: Alternative): string =>
  catalogue.guide.types.find((type) => type.id === alternative.kind)?.name ?? alternative.kind
