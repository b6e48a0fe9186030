import { PROPERTIES } from '../test/dialogue/properties.ts'
import { timed } from './measure.ts'
import type { Report } from './report.ts'

/** Sequences a property; `npm test` plays a thousand of each. */
const RUNS = 5_000

/** Plays every property of a conversation at length; the first one that does not hold ends it with its sequence. */
export async function fuzz(): Promise<Report> {
  const rows = PROPERTIES.map(({ name, check }) => {
    const { ms } = timed(() => check(RUNS))
    return [name, String(RUNS), `${(ms / 1_000).toFixed(1)} s`, String(Math.round(RUNS / (ms / 1_000)))]
  })
  const total = PROPERTIES.length * RUNS
  return [
    `${total} sequences of inputs dealt by chance, none of which broke what holds for all`,
    [['property', 'sequences', 'time', 'a second'], ...rows],
  ]
}
