import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely'
import type { Tables } from './schema.ts'

/** Where a value of a row goes. */
class Place {
  readonly row: number
  readonly name: string

  constructor(row: number, name: string) {
    this.row = row
    this.name = name
  }
}

/** One at least. */
export type Rows<Row> = readonly [Row, ...Row[]]

/**
 * A query whose SQL is made once for each kind of database and each number of rows: to build it anew takes longer than
 * the database takes to run it.
 *
 * @param build makes the query with stand-ins for what is in the rows, which it may only pass on; all rows given
 *   have the same fields
 */
export function prepared<Row extends object, Result>(
  build: (db: Kysely<Tables>, rows: Rows<Row>) => Compilable<Result>,
): (db: Kysely<Tables>, ...rows: Rows<Row>) => Promise<QueryResult<Result>> {
  const made = new WeakMap<DialectAdapter, Map<number, CompiledQuery<Result>>>()
  return (db, ...rows) => {
    const { adapter } = db.getExecutor()
    const known = made.get(adapter) ?? new Map<number, CompiledQuery<Result>>()
    made.set(adapter, known)
    const query = known.get(rows.length) ?? build(db, placesOf(rows)).compile()
    known.set(rows.length, query)
    return db.executeQuery({ ...query, parameters: query.parameters.map((value) => valueIn(rows, value)) })
  }
}

const placesOf = <Row extends object>(rows: Rows<Row>): Rows<Row> =>
  rows.map((row, index) =>
    Object.fromEntries(Object.keys(row).map((name) => [name, new Place(index, name)])),
  ) as unknown as Rows<Row>

const valueIn = (rows: readonly object[], value: unknown): unknown =>
  value instanceof Place ? (rows[value.row] as Record<string, unknown>)[value.name] : value
