import { setTimeout as sleep } from 'node:timers/promises'
import { Gauge, type Registry } from 'prom-client'
import type { Backlog } from '../desk.ts'

/** Whoever collects figures does not wait long for those of a database that is away. */
const PATIENCE_MS = 2_000

/** Figures of what is owed in the store, by this process or another. */
export interface BacklogGauges {
  /** A platform of which is told too that nothing is owed. */
  platform(name: string): void
  /** Looks anew; what cannot be read is left out, since an old figure would look like a present one. */
  refresh(): Promise<void>
}

export function createBacklogGauges(
  registry: Registry,
  read: () => Promise<Backlog[]>,
  now: () => Date = () => new Date(),
): BacklogGauges {
  const { rows, age } = gaugesIn(registry)
  const platforms = new Set<string>()
  return {
    platform: (name) => void platforms.add(name),
    async refresh() {
      rows.reset()
      age.reset()
      const found = await Promise.race([read().catch(() => null), sleep(PATIENCE_MS, null, { ref: false })])
      if (found === null) return
      for (const platform of platforms) {
        const { owed = 0, oldest = null } = found.find((each) => each.platform === platform) ?? {}
        rows.set({ platform }, owed)
        age.set({ platform }, oldest === null ? 0 : (now().getTime() - Date.parse(oldest)) / 1_000)
      }
    },
  }
}

const gaugesIn = (registry: Registry) => ({
  rows: new Gauge({
    name: 'pyframe_outbox_rows',
    help: 'replies and effects that are owed, in the whole store',
    labelNames: ['platform'],
    registers: [registry],
  }),
  age: new Gauge({
    name: 'pyframe_outbox_oldest_seconds',
    help: 'age of the oldest of them; 0 when nothing is owed',
    labelNames: ['platform'],
    registers: [registry],
  }),
})
