import { failureFields, type Log } from '../log.ts'
import type { Operation } from '../operation/operation.ts'
import type { Counsel } from './counsel.ts'

/**
 * Reads the knowledge again whenever the process gets SIGHUP, one time after the other. Knowledge with problems is
 * refused, each of them logged, and the old one stays.
 *
 * @returns ends it
 */
export function reloadOnHangUp(
  counsel: Pick<Counsel, 'reload' | 'hash'>,
  operation: Pick<Operation, 'knowledge' | 'reloaded'>,
  log: Log,
): () => void {
  let last: Promise<void> = Promise.resolve()
  const reload = async (): Promise<void> => {
    try {
      const outcome = await counsel.reload()
      operation.knowledge(counsel.hash())
      operation.reloaded(outcome)
      // Whoever asked for it looks for the answer at every level that is usual.
      log.warn({ outcome, hash: counsel.hash() }, 'knowledge read again')
    } catch (error) {
      operation.reloaded('refused')
      log.error({ hash: counsel.hash(), ...failureFields(error) }, 'knowledge refused, the old one stays')
    }
  }
  const onHangUp = (): void => {
    last = last.then(reload)
  }
  process.on('SIGHUP', onHangUp)
  return () => void process.off('SIGHUP', onHangUp)
}
