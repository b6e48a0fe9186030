import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import { type Answer, answerOf, inProse, sentence, sourceOf } from './answer.ts'

/** Positions closer than this are called equal: they are judgements, not measurements. */
const CLEAR_DIFFERENCE = 0.1

/** The criteria of two alternatives on which one stands clearly above the other, widest difference first. */
function differences(
  catalogue: Catalogue,
  a: Alternative,
  b: Alternative,
): { criterion: string; ahead: Alternative; by: number }[] {
  return catalogue.criteria
    .map(({ id }) => ({ criterion: id, gap: (a.positions[id]?.value ?? 0) - (b.positions[id]?.value ?? 0) }))
    .filter(({ gap }) => Math.abs(gap) >= CLEAR_DIFFERENCE)
    .map(({ criterion, gap }) => ({ criterion, ahead: gap > 0 ? a : b, by: Math.abs(gap) }))
    .sort((x, y) => y.by - x.by)
}

/** Alternatives side by side in words: what each is, and where each is ahead. */
export function answerComparison(catalogue: Catalogue, alternatives: readonly Alternative[]): Answer {
  const [a, b] = alternatives
  const taglines = alternatives.map((entry) =>
    sentence(`**${entry.name}** (${typeName(catalogue, entry)}): ${entry.tagline}`),
  )
  if (!a || !b) return answerOf(taglines[0] ?? '')
  const leads = [a, b].map((entry) => {
    const ahead = differences(catalogue, a, b).filter((difference) => difference.ahead === entry)
    const names = ahead.map(({ criterion }) => catalogue.criterion(criterion)?.virtue ?? criterion)
    return { entry, names }
  })
  const said = leads.filter(({ names }) => names.length > 0)
  const lead =
    said.length === 0
      ? `${a.name} and ${b.name} stand close on every criterion`
      : said.map(({ entry, names }) => `${entry.name} is ahead on ${inProse(names)}`).join('; ')
  return answerOf(sentence(lead), {
    more: [...taglines, ...strongestReasons(leads.map(({ entry }) => entry))],
    sources: [a, b].flatMap((entry) => entry.strengths.slice(0, 1).map(sourceOf)),
    alternatives: alternatives.map((entry) => entry.id),
  })
}

const strongestReasons = (alternatives: readonly Alternative[]): string[] =>
  alternatives.flatMap((entry) => {
    const [strength] = entry.strengths
    const [weakness] = entry.weaknesses
    return [
      ...(strength ? [sentence(`For ${entry.name}: ${strength.claim}`)] : []),
      ...(weakness ? [sentence(`Against ${entry.name}: ${weakness.claim}`)] : []),
    ]
  })

export const typeName = (catalogue: Catalogue, alternative: Alternative): string =>
  catalogue.guide.types.find((type) => type.id === alternative.kind)?.name ?? alternative.kind
