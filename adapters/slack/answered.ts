import type { types } from '@slack/bolt'
import { type Answer, answerLine } from '../shared/answer-line.ts'
import { shorten } from '../shared/shorten.ts'
import { SLACK } from './limits.ts'
import { escapeSlack } from './literal.ts'
import type { SlackMessage } from './messages.ts'
import { smallPrint } from './render-text.ts'

/**
 * A message after it was answered: the same text, and the answer where the buttons were.
 *
 * @param shown the message as Slack sends it back with a press
 */
export function answeredVersion(
  shown: { text?: string; blocks: readonly types.AnyBlock[] },
  answer: Answer,
): SlackMessage {
  const line = answerLine(answer)
  const ending = `\n\n${escapeSlack(line)}`
  const twin = shorten(shown.text ?? '', SLACK.message.text - ending.length) + ending
  return { text: twin.trim(), blocks: [...shown.blocks.flatMap(withoutPresses), ...smallPrint(line)] }
}

/** A message is sent again with new ids: Slack keeps the state of inputs by block id. */
function withoutPresses(block: types.AnyBlock): types.KnownBlock[] {
  const { block_id: _, ...bare } = block as types.KnownBlock
  switch (bare.type) {
    case 'actions':
    case 'input':
      return []
    case 'image':
      return [sendableImage(bare as types.ImageBlock)]
    default:
      return [bare as types.KnownBlock]
  }
}

/** Slack sends images back with sizes and addresses that it does not take again. */
function sendableImage(block: types.ImageBlock): types.ImageBlock {
  const { type, alt_text, title } = block
  const source =
    'slack_file' in block ? { slack_file: fileOf(block.slack_file) } : { image_url: block.image_url }
  return { type, alt_text, ...(title && { title }), ...source }
}

const fileOf = (file: types.SlackFile): types.SlackFile =>
  'id' in file ? { id: file.id } : { url: file.url }
