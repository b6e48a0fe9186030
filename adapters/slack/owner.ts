import type { types } from '@slack/bolt'

const MARK = 'for.'

/**
 * Blocks whose buttons belong to one person. It stands in their ids, which come back with a press: so it is known
 * whose they are after any restart.
 *
 * @param nonce new for every message: Slack keeps what was chosen in a menu by the id of its block
 */
export function ownedBy(
  user: string,
  nonce: string,
  blocks: readonly types.KnownBlock[],
): types.KnownBlock[] {
  return blocks.map((block, i) =>
    block.type === 'actions' ? { ...block, block_id: `${MARK}${user}.${nonce}.${i}` } : block,
  )
}

/** Whose button it is; null when it is everybody's. */
export function ownerOf(blockId: string | undefined): string | null {
  const [owner = ''] = blockId?.startsWith(MARK) ? blockId.slice(MARK.length).split('.') : []
  return owner === '' ? null : owner
}
