const LAST_DAY = '31'

/**
 * Whether the one date cannot but lie after the other. Dates are days, months, quarters or years
 * (`2026-08-22`, `2026-08`, `2026-Q3`, `2026`); a longer span only counts from where it surely begins or ends.
 */
export const surelyAfter = (date: string, other: string): boolean => firstDay(date) > lastDay(other)

function firstDay(date: string): string {
  const { year, quarter, month, day } = partsOf(date)
  const first = quarter === undefined ? (month ?? '01') : monthOf(quarter * 3 - 2)
  return `${year}-${first}-${day ?? '01'}`
}

function lastDay(date: string): string {
  const { year, quarter, month, day } = partsOf(date)
  const last = quarter === undefined ? (month ?? '12') : monthOf(quarter * 3)
  return `${year}-${last}-${day ?? LAST_DAY}`
}

const monthOf = (number: number): string => String(number).padStart(2, '0')

function partsOf(date: string) {
  const [year, part, day] = date.split('-')
  return part?.startsWith('Q') ? { year, quarter: Number(part.slice(1)) } : { year, month: part, day }
}
