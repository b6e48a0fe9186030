import type { BriefCase, Part } from './cases.ts'
import { accepted } from './judge.ts'
import type { Judgement, Outcome, Outcomes } from './outcomes.ts'
import { ROWS } from './rows.ts'

const SHOWN_CHARACTERS = 160
const SHOWN_PLACES = 4
const PART_OF = new Map(ROWS.map(({ id, part }) => [id, part]))

/** A case that at least one row counts against the program. */
export interface WrongCase {
  id: string
  rows: string[]
  said: string
  expected: string
  got: string
}

/** Every wrong case in the order of the files, with what was said, expected and given, shortened. */
export function wrongCases(
  { briefs, questions, answers }: Outcomes,
  judgements: readonly Judgement[],
): WrongCase[] {
  const failed = failedRows(judgements)
  const list = <C extends { id: string }, G>(
    part: Part,
    outcomes: readonly Outcome<C, G>[],
    told: (outcome: Outcome<C, G>) => Pick<WrongCase, 'said' | 'expected' | 'got'>,
  ): WrongCase[] =>
    outcomes.flatMap((outcome) => {
      const rows = failed.get(`${part}.${outcome.expected.id}`)
      return rows ? [{ id: outcome.expected.id, rows, ...told(outcome) }] : []
    })
  return [
    ...list('briefs', briefs, ({ expected, got }) => ({
      said: expected.brief,
      expected: wantedIn(expected),
      got: `${got.ranking.slice(0, SHOWN_PLACES).map(place).join(', ')}; ${pairs({ ...got.levels, ...got.needs })}`,
    })),
    ...list('questions', questions, ({ expected, got }) => ({
      said: expected.q,
      expected: `${labels(expected)}; must ${expected.must.join(' | ') || '-'}`,
      got: `${labels(got)}; ${got.text}`,
    })),
    ...list('answers', answers, ({ expected, got }) => ({
      said: `${expected.criterion}: ${expected.asked ?? ''} ${expected.answer}`,
      expected: `${[expected.level, ...expected.also].join(' or ')}; ${expected.needs.join(', ')}`,
      got: `${got.level}; ${got.needs.join(', ')}`,
    })),
  ]
}

const wantedIn = (brief: BriefCase): string =>
  [
    accepted(brief).join(', '),
    ...(brief.reject.length ? [`not ${brief.reject.join(', ')}`] : []),
    ...(brief.levels || brief.needs ? [pairs({ ...brief.levels, ...brief.needs })] : []),
  ].join('; ')

const place = ({ id, score, excluded }: { id: string; score: number; excluded: string | null }): string =>
  excluded === null ? `${id} ${score.toFixed(1)}` : `(${id})`

const pairs = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')

const labels = ({
  intent,
  frameworks,
  topic,
}: {
  intent: string
  frameworks: string[]
  topic: string
}): string => `${intent}; ${frameworks.join(', ') || '-'}; ${topic}`

function failedRows(judgements: readonly Judgement[]): Map<string, string[]> {
  const fewer = new Set(ROWS.filter(({ better }) => better === 'fewer').map(({ id }) => id))
  const slices = new Set(ROWS.filter(({ slice }) => slice).map(({ id }) => id))
  const failed = judgements.filter(
    ({ row, hits, of }) => !slices.has(row) && (fewer.has(row) ? hits > 0 : hits < of),
  )
  // Two parts may use the same id.
  const groups = Map.groupBy(failed, (one) => `${PART_OF.get(one.row)}.${one.case}`)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ row }) => row)]))
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}...` : line
}

/** Wrong cases as text, four lines each. */
export const renderErrors = (cases: readonly WrongCase[]): string =>
  cases
    .map(
      ({ id, rows, said, expected, got }) =>
        `${id}  ${rows.join(', ')}\n  said      ${shortened(said)}\n  expected  ${shortened(expected)}\n  got       ${shortened(got)}`,
    )
    .join('\n')
