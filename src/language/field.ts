import type { PhraseMeaning } from './lexicon.ts'
import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'

/** Of the other words of a text, so many must be ones that are asked about the name or about several others. */
export const SUBJECT_SHARE = 0.6

export const FIELD_KINDS = [
  'field',
  'need',
  'mention',
  'project',
  'circumstance',
  'runtime',
  'term',
  'type',
] as const

/**
 * True when the text holds a word of the field, a capability, a kind of project or a measure elsewhere.
 *
 * @param kinds what shows it, besides measures
 */
export function speaksOfField(
  reading: Reading,
  except: readonly Range[] = [],
  kinds: readonly PhraseMeaning['kind'][] = FIELD_KINDS,
): boolean {
  const outside = (match: Range): boolean =>
    !except.some((range) => range.from <= match.from && match.to <= range.to)
  const spoken = kinds.some((kind) => reading.of(kind).some(outside))
  return spoken || reading.of('wording').some((match) => match.meaning.file === 'measures' && outside(match))
}
