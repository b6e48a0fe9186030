import { failureFields, type Log, withFields } from '../../src/log.ts'

/** What is being done for events that came in. */
export interface UnderWay {
  /**
   * Does the work of an event; whatever is logged on the way carries its id. What fails is logged without its payload,
   * as the client library would not: the desk has told the person what it could.
   */
  during(event: string, work: () => Promise<void>): Promise<void>
  /** Resolves when what has come in so far is done. */
  settled(): Promise<void>
}

export function createUnderWay(log: Log): UnderWay {
  const works = new Set<Promise<void>>()
  return {
    during: (event, work) =>
      withFields({ event }, () => {
        const done = work()
          .catch((error) => log.error(failureFields(error), 'not done'))
          .finally(() => {
            works.delete(done)
          })
        works.add(done)
        return done
      }),
    settled: async () => void (await Promise.all(works)),
  }
}
