import type { types } from '@slack/bolt'
import { shorten } from '../shared/shorten.ts'
import { MENTION_ME } from './answer-in-words.ts'
import type { SlackBlock } from './block.ts'
import { SLACK } from './limits.ts'
import { escapeSlack } from './literal.ts'
import type { SlackMessage } from './messages.ts'
import { smallPrint } from './render-text.ts'

/**
 * A message after it was answered: the same text, and what became of it where the buttons were.
 *
 * @param shown the message as Slack sends it back with a press
 * @param line in plain words, which may hold what people are called
 */
export function answeredVersion(
  shown: { text?: string; blocks: readonly types.AnyBlock[] },
  line: string,
): SlackMessage {
  const ending = `\n\n${escapeSlack(line)}`
  const twin = shorten(shown.text ?? '', SLACK.message.text - ending.length) + ending
  return { text: twin.trim(), blocks: [...shown.blocks.flatMap(withoutPresses), ...smallPrint(line)] }
}

/** A message is sent again with new ids: Slack keeps the state of inputs by block id. */
function withoutPresses(block: types.AnyBlock): SlackBlock[] {
  const { block_id: _, ...bare } = block as SlackBlock
  switch (bare.type) {
    case 'actions':
    case 'input':
      return []
    case 'context':
      return isInvitation(bare as types.ContextBlock) ? [] : [bare as SlackBlock]
    default:
      return [bare as SlackBlock]
  }
}

/** How to answer in words is of no use below an answer. */
const isInvitation = ({ elements: [first] }: types.ContextBlock): boolean =>
  first?.type === 'plain_text' && first.text === MENTION_ME
