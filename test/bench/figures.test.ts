import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROWS } from '../../bench/eval/rows.ts'
import { ROOT } from '../architecture/sources.ts'

const linesOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').split('\n')

const readme = linesOf('README.md')
const figures = linesOf('bench/README.md')

const isRule = (line: string): boolean => /^\|[-|]+\|$/.test(line)

/** Rows of the tables under a heading, without their heads. */
function rowsUnder(lines: readonly string[], heading: string): string[] {
  const from = lines.indexOf(`## ${heading}`)
  const rest = lines.slice(from + 1)
  const end = rest.findIndex((line) => line.startsWith('## '))
  const rows = rest.slice(0, end === -1 ? undefined : end).filter((line) => line.startsWith('|'))
  return rows.filter((line, at) => !isRule(line) && !isRule(rows[at + 1] ?? ''))
}

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

describe('bench/README.md, the one place of figures', () => {
  test('holds every figure that the README quotes, row by row', () => {
    const quoted = rowsUnder(readme, 'Measured')
    expect(quoted.length).toBeGreaterThan(4)
    expect(quoted.filter((row) => !figures.includes(row))).toEqual([])
  })

  test('has the accuracy that is recorded, as counts', () => {
    const recorded: Record<string, { hits: number; total: number }> = JSON.parse(
      readFileSync(join(ROOT, 'test/eval/recorded.json'), 'utf8'),
    )
    const said = rowsUnder(figures, 'Accuracy').map(cellsOf)
    const wanted = ROWS.filter(({ id }) => recorded[id]).map(({ id, label }) => {
      const { hits, total } = recorded[id] ?? { hits: 0, total: 1 }
      return [label, `${hits} of ${total}, ${((100 * hits) / total).toFixed(1)} %`]
    })
    expect(wanted.length).toBe(Object.keys(recorded).length)
    expect(said.map(([label, , , reached]) => [label, reached])).toEqual(wanted)
  })

  test('names only measurements that there are', () => {
    const source = readFileSync(join(ROOT, 'bench/main.ts'), 'utf8')
    const known = [...source.matchAll(/^ {2}(\w+): async/gm)].map(([, name]) => name)
    const named = figures.flatMap((line) =>
      [...line.matchAll(/npm run bench -- ([a-z]+)/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })
})
