import { isSaid } from './kind.ts'
import { own } from './own.ts'
import type { Priority, Requirements } from './requirements.ts'

const WISHES: readonly Priority[] = ['must', 'should', 'could']

/** Whether somebody said that they want a capability; what the kind of project implies was not said. */
export function isWished({ needs }: Pick<Requirements, 'needs'>, capability: string): boolean {
  const need = own(needs, capability)
  return need !== undefined && isSaid(need) && WISHES.includes(need.priority)
}

/** Whether somebody answered a criterion with more than the least. */
export function isDemanded({ levels }: Pick<Requirements, 'levels'>, criterion: string): boolean {
  const said = own(levels, criterion)
  return said !== undefined && isSaid(said) && said.level !== 'low'
}
