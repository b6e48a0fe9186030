import type { Token } from '../knowledge/text.ts'
import type { NumberAt } from './phrase-tree.ts'

const UNITS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['eighty', 80],
  ['ninety', 90],
])
/** "a few hundred" is read as three hundred, "a couple of thousand" as two thousand: the middle of what people mean. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
  ['dozen', 12],
  ['dozens', 24],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['hundred', 100],
  ['hundreds', 300],
  ['thousand', 1e3],
  ['thousands', 3e3],
  ['m', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 3e6],
])
const DIGITS = /^(\d+(?:[.,]\d+)*)(k|m|mio)?\+?$/
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/

/**
 * Numbers in a text, written with digits (`50k`, `1.5m`, `10,000`), words (`two hundred`) or vaguely (`a few
 * thousand`). A range such as `2-3` gives two numbers.
 */
export function findNumbers(tokens: readonly Token[]): NumberAt[] {
  const found: NumberAt[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    const number = numberAt(tokens, from)
    if (!number) continue
    found.push(number)
    from = number.to - 1
  }
  return found
}

function numberAt(tokens: readonly Token[], from: number): NumberAt | null {
  const token = tokens[from]
  if (!token) return null
  let to = from + 1
  let value = digits(token.norm) ?? UNITS.get(token.norm) ?? TENS.get(token.norm)
  if (value === undefined && VAGUE.has(token.norm)) {
    if (tokens[to]?.norm === 'of') to += 1
    if (!SCALES.has(tokens[to]?.norm ?? ''))
      return token.norm === 'dozen' ? { value: 12, from, to: from + 1 } : null
    value = VAGUE.get(token.norm)
  }
  if (value === undefined && /^(hundreds|thousands|millions)$/.test(token.norm)) {
    return { value: SCALES.get(token.norm) ?? 0, from, to }
  }
  if (
    value === undefined &&
    token.norm === 'a' &&
    /^(hundred|thousand|million)$/.test(tokens[to]?.norm ?? '')
  )
    value = 1
  if (value === undefined && /^(hundred|thousand|million)$/.test(token.norm)) {
    return { value: SCALES.get(token.norm) ?? 0, from, to }
  }
  if (value === undefined) return null
  for (let scale = scaleAt(tokens, to); scale !== undefined; scale = scaleAt(tokens, to)) {
    value *= scale
    to += 1
  }
  return { value, from, to }
}

function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const norm = tokens[at]?.norm ?? ''
  return norm === 'thousands' ? 1e3 : norm === 'millions' ? 1e6 : norm === 'hundreds' ? 100 : SCALES.get(norm)
}

function digits(norm: string): number | undefined {
  const match = DIGITS.exec(norm)
  if (!match) return undefined
  const [, figure = '', suffix] = match
  const plain =
    GROUPED.test(figure) && suffix === undefined ? figure.replace(/[.,]/g, '') : figure.replace(',', '.')
  const value = Number(plain)
  if (Number.isNaN(value)) return undefined
  return value * (suffix === undefined ? 1 : (SCALES.get(suffix) ?? 1))
}
