import type { Knowledge } from './catalogue.ts'
import { surelyAfter } from './dates.ts'
import type { Sourced, Verdict } from './schema/claim.ts'

/** One claim and where it stands. */
export interface PlacedClaim {
  /** Entry it belongs to: the id of an alternative or criterion, or the name of a single file. */
  entry: string
  /** First key of its path inside the entry, such as `capabilities`. */
  section: string
  /** Whole path inside the entry, such as `capabilities.orm`. */
  path: string
  claim: Sourced
}

/** Every claim of the knowledge: whatever carries a source and a date. */
export function claimsOf(knowledge: Knowledge): PlacedClaim[] {
  const { alternatives, criteria, situations, guide, company, glossary } = knowledge
  return [
    ...alternatives.flatMap((alternative) => within(alternative.id, alternative, [])),
    ...criteria.flatMap((criterion) => within(criterion.id, criterion, [])),
    ...situations.flatMap((situation) => within(situation.id, { reason: situation }, [])),
    ...within('guide', guide, []),
    ...within('company', company, []),
    ...within('glossary', { terms: glossary }, []),
  ]
}

function within(entry: string, value: unknown, path: string[]): PlacedClaim[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isClaim(value) ? [{ entry, section: path[0] ?? '', path: path.join('.'), claim: value }] : []
  return [...own, ...Object.entries(value).flatMap(([key, part]) => within(entry, part, [...path, key]))]
}

const isClaim = (value: object): value is Sourced =>
  'source' in value && 'as_of' in value && 'verdict' in value

/** How well one section of one entry is backed. */
export interface Coverage {
  entry: string
  section: string
  claims: number
  verdicts: Record<Verdict, number>
  undated: number
  /** Earliest and latest date, as written; null when none is dated. */
  oldest: string | null
  newest: string | null
}

/** Coverage by entry and section, in the order of the files. */
export function coverageOf(knowledge: Knowledge): Coverage[] {
  const rows = new Map<string, Coverage>()
  for (const { entry, section, claim } of claimsOf(knowledge)) {
    const key = `${entry}\0${section}`
    const row = rows.get(key) ?? emptyRow(entry, section)
    rows.set(key, added(row, claim))
  }
  return [...rows.values()]
}

const emptyRow = (entry: string, section: string): Coverage => ({
  entry,
  section,
  claims: 0,
  verdicts: { confirmed: 0, reported: 0, outdated: 0, wrong: 0 },
  undated: 0,
  oldest: null,
  newest: null,
})

function added(row: Coverage, { verdict, as_of: date }: Sourced): Coverage {
  return {
    ...row,
    claims: row.claims + 1,
    verdicts: { ...row.verdicts, [verdict]: row.verdicts[verdict] + 1 },
    undated: row.undated + (date === null ? 1 : 0),
    oldest: date !== null && (row.oldest === null || date < row.oldest) ? date : row.oldest,
    newest: date !== null && (row.newest === null || date > row.newest) ? date : row.newest,
  }
}

/**
 * Claims whose date lies before a day.
 *
 * @param before ISO day; a month, quarter or year counts as its end, so that nothing is called old too early
 */
export function staleClaims(knowledge: Knowledge, before: string): PlacedClaim[] {
  return claimsOf(knowledge)
    .filter(({ claim }) => claim.as_of !== null && surelyAfter(before, claim.as_of))
    .sort((a, b) => (a.claim.as_of ?? '').localeCompare(b.claim.as_of ?? '') || a.path.localeCompare(b.path))
}
