/**
 * What Slack accepts, in characters and pieces unless the name says otherwise. From the Block Kit reference and the
 * comments of `@slack/types` 3.2, but for the two totals.
 */
export const SLACK = {
  message: {
    blocks: 50,
    /** Undocumented: `msg_blocks_too_long` was met from 11,300 characters of text on; JSON counts more than text. */
    bytes: 12_000,
    /** `chat.update` refuses more; the blocks hold everything, this is for notifications. */
    text: 4_000,
    tables: 1,
    /** Undocumented: the third is refused. */
    charts: 2,
  },
  view: { blocks: 100, bytes: 250_000, title: 24, button: 24, metadata: 3_000 },
  header: 150,
  context: { elements: 10, text: 3_000 },
  actions: { elements: 25 },
  /** About 30 characters of a button are shown, the rest is cut by the client. */
  button: { label: 75, accessibilityLabel: 75 },
  option: { label: 75, value: 75, description: 75 },
  select: { options: 100 },
  checkboxes: { options: 10 },
  overflow: { options: 5 },
  input: { label: 2_000, hint: 2_000, placeholder: 150, text: 3_000 },
  chart: { title: 50, label: 20, series: 6, categories: 20 },
  table: { rows: 100, columns: 20, text: 10_000 },
} as const
