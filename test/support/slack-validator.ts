import { checkBlocks } from './slack-blocks.ts'
import { createReport, type Json, list, type Report, record } from './slack-report.ts'
import { checkPlain } from './slack-texts.ts'

export { textOf } from './slack-texts.ts'

/**
 * What Slack would refuse, from its published reference (docs.slack.dev, Block Kit and views) and from limits that
 * users met. Written without a look at the renderer's table, so that the two check each other.
 *
 * Stricter than Slack in four points: ids are unique in the whole payload, option values have at most 75 characters,
 * unknown fields are refused everywhere, and nothing in `mrkdwn` may mention anybody.
 */

/** Problems of a message as it is posted, each with its place; none = Slack would take it. */
export function problemsOfMessage(message: unknown): string[] {
  const report = createReport('message')
  const { text, blocks } = record(message)
  report.text('text', text, 4_000)
  if (typeof text === 'string' && /[<>]/.test(text)) report.add('text', 'has unescaped angle brackets')
  checkBlocks(report, blocks, 50)
  if (Buffer.byteLength(JSON.stringify(blocks ?? [])) > 12_000) report.add('blocks', 'msg_blocks_too_long')
  const tables = list(blocks).filter((block) => ['table', 'data_table'].includes(String(record(block).type)))
  if (tables.length > 1) report.add('blocks', 'only_one_table_allowed')
  const charts = list(blocks).filter((block) => record(block).type === 'data_visualization')
  if (charts.length > 2) report.add('blocks', 'too many charts')
  return report.done()
}

/** Problems of a modal or an App Home view. */
export function problemsOfView(view: unknown): string[] {
  const { type, title, submit, close, private_metadata, callback_id, blocks, ...rest } = record(view)
  const report = createReport(type === 'home' ? 'home' : 'modal')
  if (type !== 'home' && type !== 'modal') report.add('type', `is ${String(type)}`)
  report.only('', rest, ['external_id', 'clear_on_close', 'notify_on_close'])
  if (type === 'modal') checkModal(report, { title, submit, close }, list(blocks))
  else if (title ?? submit ?? close) report.add('', 'a home view has no title, submit or close')
  if (private_metadata !== undefined) report.text('private_metadata', private_metadata, 3_000)
  if (callback_id !== undefined) report.text('callback_id', callback_id, 255)
  checkBlocks(report, blocks, 100)
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) report.add('', 'view_too_large')
  return report.done()
}

function checkModal(report: Report, { title, submit, close }: Json, blocks: readonly unknown[]): void {
  checkPlain(report, 'title', title, 24)
  if (submit !== undefined) checkPlain(report, 'submit', submit, 24)
  else if (blocks.some((block) => record(block).type === 'input'))
    report.add('submit', 'is missing beside inputs')
  if (close !== undefined) checkPlain(report, 'close', close, 24)
}
