import type { types } from '@slack/bolt'
import { isPersonal } from '../../src/desk.ts'
import { decodeActionId } from './action-id.ts'
import type { SlackBlock } from './block.ts'

const MARK = 'for.'

/**
 * Blocks whose buttons belong to one person. It stands in their ids, which come back with a press: so it is known
 * whose they are after any restart.
 *
 * @param nonce new for every message: Slack keeps what was chosen in a menu by the id of its block
 */
export function ownedBy(user: string, nonce: string, blocks: readonly SlackBlock[]): SlackBlock[] {
  return blocks.map((block, i) =>
    block.type === 'actions' && !isForAll(block)
      ? { ...block, block_id: `${MARK}${user}.${nonce}.${i}` }
      : block,
  )
}

/** A row of buttons that lead whoever presses them to a consultation of their own. */
const isForAll = ({ elements }: types.ActionsBlock): boolean =>
  elements.every(
    (element) => 'action_id' in element && isPersonal(decodeActionId(element.action_id ?? '')?.action ?? ''),
  )

/** Whose button it is; null when it is everybody's. */
export function ownerOf(blockId: string | undefined): string | null {
  const [owner = ''] = blockId?.startsWith(MARK) ? blockId.slice(MARK.length).split('.') : []
  return owner === '' ? null : owner
}
