import { failureFields, type Log } from '../../src/log.ts'

/** One call to a platform that is part of a delivery. */
export type Step = () => Promise<unknown>

/** Does what a delivery consists of, so that a repeated delivery goes on where the last one broke off. */
export interface Steps {
  /** @throws what a step threw, unless it may have arrived and was tried before */
  run(delivery: { id: string; attempt: number }, steps: readonly Step[]): Promise<void>
}

/** Of deliveries that broke off, so many are known to the step. */
const MOST_UNFINISHED = 1_000

/** @param isUncertain whether a call that failed may have arrived all the same */
export function createSteps(isUncertain: (error: unknown) => boolean, log: Log): Steps {
  const done = new Map<string, number>()

  /** Where a platform knows no key that tells the same message twice, what may have arrived is repeated once. */
  async function attemptStep(step: Step, { id, attempt }: { id: string; attempt: number }): Promise<void> {
    try {
      await step()
    } catch (error) {
      if (!isUncertain(error) || attempt === 1) throw error
      log.warn({ outgoing: id, ...failureFields(error) }, 'perhaps delivered, not repeated again')
    }
  }

  return {
    async run(delivery, steps) {
      const from = done.get(delivery.id) ?? 0
      done.delete(delivery.id)
      for (const [i, step] of steps.entries()) {
        if (i < from) continue
        if (i > 0 && done.size < MOST_UNFINISHED) done.set(delivery.id, i)
        await attemptStep(step, delivery)
      }
      done.delete(delivery.id)
    },
  }
}
