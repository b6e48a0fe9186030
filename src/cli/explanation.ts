import type { Kept } from '../advice/advice.ts'
import type { ExplainedAlternative, ExplainedTerm, Explanation } from '../advice/explain.ts'
import { plainText } from '../card/markup.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { columns, wrapped } from './columns.ts'

/** So many are taken apart one by one; the others stand in one table. */
const IN_FULL = 3
/** Values of so many terms fit beside a name. */
const TERMS_A_TABLE = 10
const BECAUSE_AT = 22

/** An explanation for people, under 100 columns: every number, and where it comes from. */
export function explanationText(catalogue: Catalogue, explanation: Explanation): string {
  const { terms, alternatives } = explanation
  const left = alternatives.filter(({ excluded }) => excluded === null)
  const nameOf = (id: string): string => catalogue.nameOf(id)
  const paragraphs = [
    whatCounts(terms),
    ...left.slice(0, IN_FULL).map((one, place) => inFull(`${place + 1}. ${nameOf(one.id)}`, terms, one)),
    ...tables(nameOf, terms, alternatives),
    ruledOut(nameOf, alternatives),
    howSure(explanation, left[0] ? nameOf(left[0].id) : null),
    openQuestions(catalogue, explanation),
  ]
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function whatCounts(terms: readonly ExplainedTerm[]): string[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const rows = terms.map(({ name, wanted, weight, share }, i) => [
    `${i + 1}`,
    [name, wanted].filter(Boolean).join(': '),
    weight.toFixed(3),
    percent(share),
  ])
  const table = columns(
    [['', 'What counts', 'weight', 'share'], ...rows, ['', 'together', total.toFixed(3), percent(1)]],
    'rlrr',
  )
  return [
    ...table,
    '',
    ...terms.flatMap(({ origin, words }, i) =>
      wrapped(`${origin}${words === null ? '' : `: "${words}"`}`, `  ${i + 1}`.padEnd(6), ' '.repeat(6)),
    ),
    '',
    'Score = sum of the points; points = 100 x value x share, rounded to tenths that add up.',
  ]
}

function inFull(
  title: string,
  terms: readonly ExplainedTerm[],
  { shown, values }: ExplainedAlternative,
): string[] {
  const lines = values.flatMap(({ value, shown: points, because, made, source, asOf }, i) => {
    const numbers = [
      `${i + 1}`.padStart(2),
      value.toFixed(2).padStart(8),
      points.toFixed(1).padStart(8),
    ].join('')
    const cited = source === null ? '' : ` [${asOf === null ? source : `${source}, ${asOf}`}]`
    return wrapped(
      `${made === null ? '' : `(${made}) `}${plainText(because)}${cited}`,
      numbers.padEnd(BECAUSE_AT),
      ' '.repeat(BECAUSE_AT),
    )
  })
  const head = `${''.padStart(2)}${'value'.padStart(8)}${'points'.padStart(8)}`.padEnd(BECAUSE_AT)
  return terms.length === 0 ? [] : [`${title}: ${shown.toFixed(1)}`, `${head}because`, ...lines]
}

/** The value of every alternative in every term, in as many tables as fit. */
function tables(
  nameOf: (id: string) => string,
  terms: readonly ExplainedTerm[],
  alternatives: readonly ExplainedAlternative[],
): string[][] {
  const starts = terms.map((_, i) => i).filter((i) => i % TERMS_A_TABLE === 0)
  return starts.map((start) => {
    const numbers = terms.slice(start, start + TERMS_A_TABLE).map((_, i) => `${start + i + 1}`)
    const rows = alternatives.map(({ id, shown, excluded, values }) => [
      `${nameOf(id)}${excluded === null ? '' : ' (out)'}`,
      shown.toFixed(1),
      ...values.slice(start, start + TERMS_A_TABLE).map(({ value }) => value.toFixed(2)),
    ])
    return [
      start === 0 ? 'Every value, by the numbers above' : 'Every value, continued',
      ...columns([['', 'score', ...numbers], ...rows], `l${'r'.repeat(numbers.length + 1)}`),
    ]
  })
}

function ruledOut(nameOf: (id: string) => string, alternatives: readonly ExplainedAlternative[]): string[] {
  const out = alternatives.filter(({ excluded }) => excluded !== null)
  if (out.length === 0) return ['Ruled out: nothing']
  return [
    'Ruled out',
    ...out.flatMap(({ id, excluded }) =>
      wrapped(`${nameOf(id)}: ${plainText(excluded ?? '')}`, '  ', '      '),
    ),
  ]
}

function howSure({ certainty, robustness, confidence }: Explanation, winner: string | null): string[] {
  if (winner === null) return ['Nothing is left, so no answer could change it.']
  const counted = ({ kept, of }: Kept, what: string): string =>
    of === 0
      ? `1.00: there are no ${what}`
      : `${(kept / of).toFixed(2)}: ${kept} of ${of} ${what} keep ${winner} first`
  return [
    `How sure: ${confidence}, after the lower of`,
    `  certainty   ${counted(certainty, 'ways to answer what is open')}`,
    `  robustness  ${counted(robustness, 'steps of an answer or its emphasis')}`,
  ]
}

function openQuestions({ criterion }: Catalogue, { questions, next }: Explanation): string[] {
  if (questions.length === 0) return ['Open questions: none']
  const rows = questions.map(({ criterion: id, bits }) => [
    criterion(id)?.name ?? id,
    `${bits.toFixed(3)} bits`,
    id === next ? 'asked next' : '',
  ])
  const after = next === null ? ['No answer to them can change the first place.'] : []
  return ['Open questions, and what an answer says about the first place', ...columns(rows, 'lrl'), ...after]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
