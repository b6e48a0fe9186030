import { readFileSync } from 'node:fs'
import type { Consultant } from '../dialogue/consultant.ts'
import { messageOf, PyframeError } from '../errors.ts'
import { type Basis, type Recommendation, type Recommended, recommendationOn } from './recommendation.ts'

/** What came of giving a kept recommendation again. */
export interface Replayed {
  /** True when the same bytes came out. */
  same: boolean
  /** What to show: the bytes again, or what changed with the new result beside the old one. */
  text: string
}

/**
 * Gives a recommendation again that was kept with `recommend --json`, from its text and date.
 *
 * @throws PyframeError 'data' when the file cannot be read or holds something else
 */
export function replay(consultant: Consultant, file: string): Replayed {
  const kept = readKept(file)
  const { text, date } = kept.basis
  const again = recommendationOn(consultant, text, new Date(date), kept.explain !== undefined)
  const bytes = JSON.stringify(again)
  if (bytes === JSON.stringify(kept)) return { same: true, text: bytes }
  return {
    same: false,
    text: [...changedFiles(kept.basis, again.basis), '', ...resultsBeside(kept, again)].join('\n'),
  }
}

function readKept(file: string): Recommendation {
  const cure = 'give a file that holds what recommend --json has printed'
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isKept(kept)) return kept
  } catch (cause) {
    throw new PyframeError('data', `cannot read ${file}: ${messageOf(cause)}`, { cure, cause })
  }
  throw new PyframeError('data', `${file} holds no recommendation`, { cure })
}

/** Everything that is read of it; the rest is only compared. */
function isKept(value: unknown): value is Recommendation {
  if (!isRecord(value) || !isRecord(value.basis)) return false
  const { ranking, levels, needs, basis } = value
  const { text, date, knowledge } = basis
  return (
    typeof text === 'string' &&
    typeof date === 'string' &&
    !Number.isNaN(Date.parse(date)) &&
    isRecord(knowledge) &&
    isRecord(knowledge.files) &&
    isRecord(levels) &&
    isRecord(needs) &&
    Array.isArray(ranking) &&
    ranking.every(
      (place) => isRecord(place) && typeof place.id === 'string' && typeof place.score === 'number',
    )
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Which files of the knowledge are no longer what they were. */
function changedFiles({ knowledge: before }: Basis, { knowledge: now }: Basis): string[] {
  const files = [...new Set([...Object.keys(before.files), ...Object.keys(now.files)])].sort()
  const lines = files.flatMap((file) => {
    const [was, is] = [before.files[file], now.files[file]]
    if (was === is) return []
    return [`  ${file}${was === undefined ? ' (new)' : is === undefined ? ' (gone)' : ''}`]
  })
  if (lines.length === 0) return ['The knowledge is the same; the program has changed.']
  return [`Changed since: ${lines.length} of ${files.length} files of the knowledge`, ...lines]
}

function resultsBeside(before: Recommended, now: Recommended): string[] {
  const lines = [
    ...differing('first', firstOf(before), firstOf(now)),
    ...differing('ruled out', outOf(before), outOf(now)),
    ...(['levels', 'needs'] as const).flatMap((part) =>
      differing(part, pairs(before[part]), pairs(now[part])),
    ),
    ...(['certainty', 'robustness', 'next'] as const).flatMap((part) =>
      differing(part, `${before[part] ?? 'none'}`, `${now[part] ?? 'none'}`),
    ),
  ]
  if (lines.length > 0) return lines
  const alike = JSON.stringify(before.ranking) === JSON.stringify(now.ranking)
  return [alike ? 'The result is the same.' : 'The result is the same but for scores below the first three.']
}

const differing = (what: string, before: string, now: string): string[] =>
  before === now ? [] : [what, `  then  ${before}`, `  now   ${now}`]

const SHOWN_PLACES = 3

const firstOf = ({ ranking }: Recommended): string =>
  ranking
    .filter(({ excluded }) => excluded === null)
    .slice(0, SHOWN_PLACES)
    .map(({ id, score }) => `${id} ${score}`)
    .join(', ') || 'nothing'

const outOf = ({ ranking }: Recommended): string =>
  ranking
    .filter(({ excluded }) => excluded !== null)
    .map(({ id }) => id)
    .sort()
    .join(', ') || 'nothing'

const pairs = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ') || 'none'
