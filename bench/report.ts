import { type Cell, table } from './measure.ts'

/** A head and its rows. */
export type Table = readonly (readonly Cell[])[]

/** What a measurement gives: words, and tables, in the order in which they are read. */
export type Report = readonly (string | Table)[]

export const asText = (report: Report): string =>
  report.map((part) => (typeof part === 'string' ? part : table(part))).join('\n\n')

type Value = string | number | { value: number; unit: string }

/** What a program takes: the words, and for each table its rows by the names of their columns. */
export function asData(report: Report): { notes: string[]; tables: Record<string, Value>[][] } {
  const notes = report.filter((part) => typeof part === 'string')
  const tables = report.filter((part) => typeof part !== 'string')
  return { notes, tables: tables.map(rowsOf) }
}

function rowsOf([head = [], ...rows]: Table): Record<string, Value>[] {
  const names = unlike(head.map((name) => String(name) || 'what'))
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, at) => [names[at] ?? `${at + 1}`, asValue(cell)])),
  )
}

/** A name that several columns have is given with its number from the second on. */
const unlike = (names: readonly string[]): string[] =>
  names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })

function asValue(cell: Cell): Value {
  if (typeof cell === 'string') return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell
  return cell.unit === '' ? cell.value : { value: cell.value, unit: cell.unit }
}
