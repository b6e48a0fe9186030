/** One call to a platform that is part of a delivery. */
export type Step = () => Promise<unknown>

/** Does what a delivery consists of, so that a repeated delivery goes on where the last one broke off. */
export interface Steps {
  /**
   * @param id of the delivery, the same when it is repeated
   * @throws what a step threw; the steps before it are not done again
   */
  run(id: string, steps: readonly Step[]): Promise<void>
}

/** Of deliveries that broke off, so many are known to the step. */
const MOST_UNFINISHED = 1_000

export function createSteps(): Steps {
  const done = new Map<string, number>()
  return {
    async run(id, steps) {
      const from = done.get(id) ?? 0
      done.delete(id)
      for (const [i, step] of steps.entries()) {
        if (i < from) continue
        if (i > 0 && done.size < MOST_UNFINISHED) done.set(id, i)
        await step()
      }
      done.delete(id)
    },
  }
}
