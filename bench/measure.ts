/**
 * The smallest sample that at least this share of all samples does not exceed (nearest rank).
 *
 * @param samples in any order, at least one
 * @param share above 0, at most 1; 0.5 is the median
 * @throws RangeError when there is no sample or no such share
 */
export function percentile(samples: readonly number[], share: number): number {
  // Counted out, because share * length may come to rest just above a whole number.
  const value = samples.toSorted((a, b) => a - b).find((_, index) => (index + 1) / samples.length >= share)
  if (value === undefined || share <= 0) throw new RangeError(`no ${share} of ${samples.length} samples`)
  return value
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

export const mean = (samples: readonly number[]): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length

/** Runs `work` once; gives what it gave and the milliseconds it took. */
export function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now()
  const value = work()
  return { value, ms: performance.now() - start }
}

/** A number as it is read, and as a program takes it. */
export interface Figure {
  value: number
  unit: string
  toString(): string
}

export const figure = (value: number, unit: string, digits: number): Figure => ({
  value,
  unit,
  toString: () => `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`,
})

/** Milliseconds with as many digits as say something. */
export const inMs = (ms: number): Figure => figure(ms, 'ms', ms < 1 ? 3 : ms < 100 ? 2 : 0)

export const inMb = (mb: number): Figure => figure(mb, 'MB', 0)

export const times = (ratio: number): Figure => figure(ratio, 'x', ratio < 10 ? 2 : 0)

/** How many, or how many a second. */
export const count = (number: number): Figure => figure(number, '', 0)

export type Cell = string | Figure

/** Rows as aligned columns, the first to the left and the others to the right; the first row is the head. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(String))
  const widths = texts[0]?.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0))) ?? []
  const aligned = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return texts.map((row) => row.map(aligned).join('  ').trimEnd()).join('\n')
}
