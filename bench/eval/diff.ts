import type { Result } from './results.ts'

type Placed = Result['first'][number]

const MOST_TERMS = 5
const SHOWN_CHARACTERS = 90
/** Differences below a shown tenth are none. */
const NOTICEABLE = 0.05

/** One brief whose result is no longer the recorded one. */
export interface Difference {
  id: string
  /** Null = not recorded. */
  before: Result | null
  /** Null = no longer among the briefs. */
  now: Result | null
}

/**
 * Briefs whose result differs. What counts is what people are told: the first three in their order, the word for how
 * sure, and who is out.
 *
 * @param closely scores and terms of the first three count too
 */
export function differencesOf(
  before: readonly Result[],
  now: readonly Result[],
  closely: boolean,
): Difference[] {
  const was = new Map(before.map((result) => [result.id, result]))
  const is = new Map(now.map((result) => [result.id, result]))
  const view = closely ? JSON.stringify : (result: Result | undefined) => result && told(result)
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((id) => view(was.get(id)) !== view(is.get(id)))
    .map((id) => ({ id, before: was.get(id) ?? null, now: is.get(id) ?? null }))
}

const told = ({ first, confidence, out }: Result): string =>
  [...first.map(({ id }) => id), confidence, ...out].join()

/** Differences as text: before and after, and which terms moved. */
export function renderDifferences(
  differences: readonly Difference[],
  briefs: readonly { id: string; brief: string }[],
): string {
  const words = new Map(briefs.map(({ id, brief }) => [id, brief]))
  return differences
    .map(({ id, before, now }) => {
      const title = `${id}  ${shortened(words.get(id) ?? '(no such brief any more)')}`
      if (before === null || now === null)
        return [title, before === null ? '  not recorded' : '  only recorded'].join('\n')
      return [title, ...linesFor(before, now)].join('\n')
    })
    .join('\n\n')
}

function linesFor(before: Result, now: Result): string[] {
  return [
    ...moved('first', before.first.map(place).join(', '), now.first.map(place).join(', ')),
    ...moved('how sure', before.confidence, now.confidence),
    ...moved('out', before.out.join(', ') || 'nobody', now.out.join(', ') || 'nobody'),
    ...now.first.flatMap((one) =>
      termsMoved(
        before.first.find(({ id }) => id === one.id),
        one,
      ),
    ),
  ]
}

const place = ({ id, score }: Placed): string => `${id} ${score.toFixed(1)}`

const moved = (what: string, before: string, now: string): string[] =>
  before === now ? [] : [`  ${what.padEnd(9)} ${before}`, `${'->'.padStart(11)} ${now}`]

function termsMoved(before: Placed | undefined, now: Placed): string[] {
  if (before === undefined) return [`  ${now.id}: was below the third place`]
  const terms = [...new Set([...Object.keys(before.points), ...Object.keys(now.points)])]
  const changes = terms
    .map((term) => ({ term, was: before.points[term], is: now.points[term] }))
    .filter(({ was, is }) => was === undefined || is === undefined || Math.abs(was - is) > NOTICEABLE)
    .toSorted((a, b) => size(b) - size(a))
  if (changes.length === 0) return []
  const shown = changes
    .slice(0, MOST_TERMS)
    .map(({ term, was, is }) => `${term} ${points(was)} -> ${points(is)}`)
  const more = changes.length - shown.length
  return [`  ${now.id}: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ')}`]
}

const size = ({ was = 0, is = 0 }: { was?: number | undefined; is?: number | undefined }): number =>
  Math.abs(was - is)

const points = (value: number | undefined): string => (value === undefined ? 'none' : value.toFixed(1))

const shortened = (brief: string): string =>
  brief.length > SHOWN_CHARACTERS ? `${brief.slice(0, SHOWN_CHARACTERS)}...` : brief
