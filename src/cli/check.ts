import { parseArgs } from 'node:util'
import { messageOf, PyframeError } from '../errors.ts'
import { type Coverage, coverageOf, type PlacedClaim, staleClaims } from '../knowledge/claims.ts'
import { findProblems, loadKnowledge } from '../knowledge/load.ts'
import { lineOf } from '../knowledge/problems.ts'
import type { Program } from './program.ts'

/**
 * `check [<folder>]`: every problem of every knowledge file, one a line. `--report`: how well each section is backed.
 * `--stale 12m`: claims older than so many months.
 */
export async function check(program: Program, args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const folder = positionals[0] ?? program.config().knowledgeFolder
  const before = values.stale === undefined ? null : monthsAgo(values.stale, new Date())
  const problems = await findProblems(folder)
  for (const problem of problems) program.output.write(`${lineOf(problem).trim()}\n`)
  if (problems.length > 0) {
    program.output.write(`${countOf(problems.length)}.\n`)
    return new PyframeError('data', 'unsound knowledge').exitStatus
  }
  const write = (lines: readonly string[]): void => void program.output.write(`${lines.join('\n')}\n`)
  if (values.report || before !== null) {
    const knowledge = await loadKnowledge(folder, null)
    if (values.report) write(reportLines(coverageOf(knowledge)))
    if (before !== null) write(staleLines(staleClaims(knowledge, before), before))
  } else write(['The knowledge is sound.'])
  return 0
}

function parse(args: string[]) {
  try {
    const options = { report: { type: 'boolean' }, stale: { type: 'string' } } as const
    const parsed = parseArgs({ args, options, allowPositionals: true })
    if (parsed.positionals.length > 1) throw new Error('takes at most one folder')
    return parsed
  } catch (error) {
    throw new PyframeError('usage', `check: ${messageOf(error).split('\n')[0]}`)
  }
}

/** The day so many months before now, such as `12m` before 2026-11-22: 2025-11-22. */
function monthsAgo(age: string, now: Date): string {
  const match = /^(\d{1,3})m$/.exec(age)
  if (!match) throw new PyframeError('usage', `check: --stale takes months, such as 12m, not "${age}"`)
  const then = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - Number(match[1]), now.getUTCDate()),
  )
  return then.toISOString().slice(0, 10)
}

const COLUMNS = [
  'entry',
  'section',
  'claims',
  'confirmed',
  'reported',
  'outdated',
  'wrong',
  'undated',
  'oldest',
  'newest',
]

function reportLines(rows: readonly Coverage[]): string[] {
  const cells = rows.map(({ entry, section, claims, verdicts, undated, oldest, newest }) =>
    [
      entry,
      section,
      claims,
      verdicts.confirmed,
      verdicts.reported,
      verdicts.outdated,
      verdicts.wrong,
      undated,
      oldest ?? '-',
      newest ?? '-',
    ].map(String),
  )
  const table = [COLUMNS, ...cells]
  const widths = COLUMNS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function staleLines(claims: readonly PlacedClaim[], before: string): string[] {
  const lines = claims.map(({ entry, path, claim }) => `${claim.as_of}  ${entry}: ${path}  ${claim.source}`)
  return [...lines, `${claims.length} claims were last true before ${before}.`]
}

const countOf = (count: number): string => (count === 1 ? '1 problem' : `${count} problems`)
