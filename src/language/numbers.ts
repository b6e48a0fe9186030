import type { Token } from '../knowledge/text.ts'
import type { NumberAt } from './phrase-tree.ts'

const words = (list: string): string[] => list.split(' ')

const SMALL: ReadonlyMap<string, number> = new Map([
  ...words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  ).map((word, value): [string, number] => [word, value]),
  ...words('sixteen seventeen eighteen nineteen').map((word, i): [string, number] => [word, 16 + i]),
])
const TENS: ReadonlyMap<string, number> = new Map(
  words('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, 20 + 10 * i]),
)
/** "a few hundred" is read as three hundred, "a couple of thousand" as two thousand: the middle of what people mean. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
  ['half', 0.5],
  ['dozens', 24],
  ['tens', 30],
  ['hundreds', 300],
  ['thousands', 3e3],
  ['millions', 3e6],
])
/** Vague words that are a number without a scale after them. */
const ALONE = /^(hundreds|thousands|millions)$/
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['hundreds', 100],
  ['k', 1e3],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['m', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
])
/** Scales that may begin a number: "hundred thousand", "a million", "dozen". */
const LEADING = /^(dozen|hundred|thousand|million|billion)$/
const DIGITS = /^(\d+(?:[.,]\d+)*)(k|m|mio)?$/
const VERSION = /^\d+(?:\.\d+){2,}$/
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/

/**
 * Numbers in a text, written with digits (`50k`, `1.5m`, `10,000`, `10 000`), words (`two hundred and fifty`) or
 * vaguely (`a few thousand`). A range such as `2-3` gives two numbers.
 */
export function findNumbers(tokens: readonly Token[]): NumberAt[] {
  const found: NumberAt[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    const number = exactAt(tokens, from) ?? vagueAt(tokens, from) ?? scaleFrom(tokens, from)
    if (!number) continue
    found.push(number)
    from = number.to - 1
  }
  return found
}

/** Versions of three parts and more (`3.8.10`), which count nothing: their value is NaN. */
export const findVersions = (tokens: readonly Token[]): NumberAt[] =>
  tokens.flatMap(({ norm }, at) => (VERSION.test(norm) ? [{ value: Number.NaN, from: at, to: at + 1 }] : []))

/** Digits or number words, with their scales: `1.5 million`, `two thousand five hundred`. */
function exactAt(tokens: readonly Token[], from: number): NumberAt | null {
  const figure = figureAt(tokens, from)
  if (figure) return scaled(tokens, figure, Number.POSITIVE_INFINITY)
  const small = smallAt(tokens, from)
  return small && compound(tokens, scaled(tokens, small, Number.POSITIVE_INFINITY))
}

/** Multiplies by the scales that follow and are below `limit`. */
function scaled(tokens: readonly Token[], number: NumberAt, limit: number): NumberAt {
  let { value, to } = number
  for (let scale = scaleAt(tokens, to); scale !== undefined && scale < limit; scale = scaleAt(tokens, to)) {
    value *= scale
    to += 1
  }
  return { ...number, value, to }
}

/** Adds what follows a scale: "one hundred [and fifty]", "two thousand [five hundred]". */
function compound(tokens: readonly Token[], number: NumberAt): NumberAt {
  const last = scaleAt(tokens, number.to - 1)
  if (last === undefined) return number
  const start = tokens[number.to]?.norm === 'and' ? number.to + 1 : number.to
  const next = smallAt(tokens, start)
  const rest = next && scaled(tokens, next, last)
  if (!rest || rest.value >= last) return number
  const sum = { value: number.value + rest.value, from: number.from, to: rest.to }
  return scaled(tokens, compound(tokens, sum), Number.POSITIVE_INFINITY)
}

function smallAt(tokens: readonly Token[], from: number): NumberAt | null {
  const norm = tokens[from]?.norm ?? ''
  const tens = TENS.get(norm)
  if (tens === undefined) {
    const value = SMALL.get(norm)
    return value === undefined ? null : { value, from, to: from + 1 }
  }
  const one = SMALL.get(tokens[from + 1]?.norm ?? '') ?? 0
  const joined = one > 0 && one < 10
  return { value: tens + (joined ? one : 0), from, to: from + (joined ? 2 : 1) }
}

function vagueAt(tokens: readonly Token[], from: number): NumberAt | null {
  const norm = tokens[from]?.norm ?? ''
  const value = VAGUE.get(norm)
  if (value === undefined) return null
  const to = /^(of|a)$/.test(tokens[from + 1]?.norm ?? '') ? from + 2 : from + 1
  const number = scaled(tokens, { value, from, to }, Number.POSITIVE_INFINITY)
  if (number.to > to) return number
  return ALONE.test(norm) ? { value, from, to: from + 1 } : null
}

function scaleFrom(tokens: readonly Token[], from: number): NumberAt | null {
  const to = tokens[from]?.norm === 'a' ? from + 1 : from
  if (!LEADING.test(tokens[to]?.norm ?? '')) return null
  return compound(tokens, scaled(tokens, { value: 1, from, to }, Number.POSITIVE_INFINITY))
}

const scaleAt = (tokens: readonly Token[], at: number): number | undefined =>
  SCALES.get(tokens[at]?.norm ?? '')

/** A figure in digits, also with its thousands set apart by single spaces. */
function figureAt(tokens: readonly Token[], from: number): NumberAt | null {
  const norm = tokens[from]?.norm ?? ''
  const value = digits(norm)
  if (value === undefined) return null
  let to = from + 1
  if (!/^[1-9]\d{0,2}$/.test(norm)) return { value, from, to }
  let grouped = norm
  while (/^\d{3}$/.test(tokens[to]?.norm ?? '') && isBeside(tokens, to)) {
    grouped += tokens[to]?.norm
    to += 1
  }
  return { value: Number(grouped), from, to }
}

const isBeside = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.clause === tokens[at - 1]?.clause && (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) === 1

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
