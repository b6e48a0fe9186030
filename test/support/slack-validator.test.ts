import { describe, expect, test } from 'vitest'
import { problemsOfMessage, problemsOfView } from './slack-validator.ts'

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })
const button = (id: string, more: object = {}) => ({
  type: 'button',
  action_id: id,
  text: plain('Go'),
  ...more,
})
const option = (value: string, more: object = {}) => ({ text: plain(value), value, ...more })
const options = (count: number) => Array.from({ length: count }, (_, i) => option(`v${i}`))
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const table = (rows: number, columns = 1, text = 'x') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ type: 'raw_text', text })),
  ),
})
const series = (name: string, labels: readonly string[], value: unknown = 1) => ({
  name,
  data: labels.map((label) => ({ label, value })),
})
const chart = (more: object = {}, title = 'Chart') => ({
  type: 'data_visualization',
  title,
  chart: { type: 'bar', series: [series('A', ['x'])], axis_config: { categories: ['x'] }, ...more },
})
const labels = (count: number) => Array.from({ length: count }, (_, i) => `l${i}`)
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object) => ({ type: 'input', label: plain('L'), element })
const field = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'f', ...more })
const message = (...blocks: object[]) => ({ text: 'hello', blocks })
const many = (count: number, make: (i: number) => object) => Array.from({ length: count }, (_, i) => make(i))

const GOOD = message(
  { type: 'header', text: plain('Title') },
  { type: 'divider' },
  rich('words'),
  { type: 'section', text: { type: 'mrkdwn', text: '<https://a.example|a>' }, accessory: button('acc') },
  { type: 'context', elements: [plain('small'), { type: 'mrkdwn', text: 'x', verbatim: true }] },
  { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a chart', title: plain('Chart') },
  table(3, 2),
  chart(),
  actions(button('b1', { style: 'primary', value: 'v' }), {
    type: 'overflow',
    action_id: 'o',
    options: options(5),
  }),
  input({ type: 'checkboxes', action_id: 'c', options: options(10), initial_options: [option('v1')] }),
)

describe('a good message', () => {
  test('has no problems', () => expect(problemsOfMessage(GOOD)).toEqual([]))
})

const x = (length: number) => 'x'.repeat(length)

const BAD_MESSAGES: [what: string, message: unknown][] = [
  ['no text', { blocks: GOOD.blocks }],
  ['a long text', { ...GOOD, text: x(4_001) }],
  ['a live text', { ...GOOD, text: '<!here>' }],
  ['no blocks', { text: 'a', blocks: [] }],
  ['51 blocks', message(...many(51, () => ({ type: 'divider' })))],
  ['too much in all', message(...many(5, () => rich(x(2_500))))],
  ['three charts', message(chart(), chart(), chart())],
  ['a chart with a long title', message(chart({}, x(51)))],
  ['a chart of another kind', message(chart({ type: 'radar' }))],
  ['a chart of 7 series', message(chart({ series: many(7, (i) => series(`${i}`, ['x'])) }))],
  [
    'a chart with two series of one name',
    message(chart({ series: [series('A', ['x']), series('A', ['x'])] })),
  ],
  ['a chart with a long name', message(chart({ series: [series(x(21), ['x'])] }))],
  [
    'a chart of 21 categories',
    message(chart({ series: [series('A', labels(21))], axis_config: { categories: labels(21) } })),
  ],
  ['a chart that lacks a point', message(chart({ axis_config: { categories: ['x', 'y'] } }))],
  ['a chart with a point that is no number', message(chart({ series: [series('A', ['x'], null)] }))],
  ['two tables', message(table(1), table(1))],
  ['a table of 101 rows', message(table(101))],
  ['a table of 21 columns', message(table(1, 21))],
  ['a table of 10,001 characters', message(table(10, 1, x(1_001)))],
  ['an empty cell', message(table(1, 1, ''))],
  ['rows of different lengths', message({ type: 'table', rows: [...table(1, 1).rows, ...table(1, 2).rows] })],
  ['an unknown block', message({ type: 'data_viz' })],
  ['an unknown field', message({ type: 'divider', colour: 'red' })],
  ['a long header', message({ type: 'header', text: plain(x(151)) })],
  ['a header in mrkdwn', message({ type: 'header', text: { type: 'mrkdwn', text: 'x' } })],
  ['an empty section', message({ type: 'section' })],
  ['a long section', message({ type: 'section', text: plain(x(3_001)) })],
  ['eleven fields', message({ type: 'section', fields: many(11, () => plain('x')) })],
  ['a long field', message({ type: 'section', fields: [plain(x(2_001))] })],
  ['eleven context elements', message({ type: 'context', elements: many(11, () => plain('x')) })],
  ['a mention', message({ type: 'section', text: { type: 'mrkdwn', text: 'hi <@U1>' } })],
  ['an unescaped ampersand', message({ type: 'section', text: { type: 'mrkdwn', text: 'a & b' } })],
  ['26 buttons', message(actions(...many(26, (i) => button(`b${i}`))))],
  ['no buttons', message(actions())],
  ['a field in actions', message(actions(field()))],
  ['a repeated action id', message(actions(button('a')), actions(button('a')))],
  ['a long action id', message(actions(button(x(256))))],
  ['a repeated block id', message({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' })],
  ['a long button', message(actions(button('a', { text: plain(x(76)) })))],
  ['an empty button', message(actions(button('a', { text: plain('') })))],
  ['a long value', message(actions(button('a', { value: x(2_001) })))],
  ['a long spoken label', message(actions(button('a', { accessibility_label: x(76) })))],
  ['an unknown style', message(actions(button('a', { style: 'loud' })))],
  ['six overflow options', message(actions({ type: 'overflow', action_id: 'a', options: options(6) }))],
  ['eleven boxes', message(input({ type: 'checkboxes', action_id: 'a', options: options(11) }))],
  ['eleven radios', message(input({ type: 'radio_buttons', action_id: 'a', options: options(11) }))],
  ['101 menu options', message(actions({ type: 'static_select', action_id: 'a', options: options(101) }))],
  [
    'a long option',
    message(input({ type: 'checkboxes', action_id: 'a', options: [option('v', { text: plain(x(76)) })] })),
  ],
  [
    'a long option value',
    message(input({ type: 'checkboxes', action_id: 'a', options: [option(x(76), { text: plain('a') })] })),
  ],
  [
    'a long description',
    message(
      input({ type: 'checkboxes', action_id: 'a', options: [option('v', { description: plain(x(76)) })] }),
    ),
  ],
  [
    'a repeated option',
    message(input({ type: 'checkboxes', action_id: 'a', options: [option('v'), option('v')] })),
  ],
  [
    'an unknown initial option',
    message(
      input({ type: 'checkboxes', action_id: 'a', options: options(1), initial_options: [option('w')] }),
    ),
  ],
  [
    'no initial options',
    message(input({ type: 'checkboxes', action_id: 'a', options: options(1), initial_options: [] })),
  ],
  ['a long label', message({ ...input(field()), label: plain(x(2_001)) })],
  ['a long hint', message({ ...input(field()), hint: plain(x(2_001)) })],
  ['a long placeholder', message(input(field({ placeholder: plain(x(151)) })))],
  ['a field of 3001', message(input(field({ max_length: 3_001 })))],
  [
    'two fields with focus',
    message(input(field({ focus_on_load: true })), input(field({ action_id: 'g', focus_on_load: true }))),
  ],
  ['a picture without words', message({ type: 'image', image_url: 'https://a.example/a.png' })],
  [
    'a picture with long words',
    message({ type: 'image', image_url: 'https://a.example/a.png', alt_text: x(2_001) }),
  ],
  ['a picture from nowhere', message({ type: 'image', alt_text: 'a' })],
  ['an empty rich text', message({ type: 'rich_text', elements: [] })],
  [
    'an empty rich text section',
    message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }),
  ],
  ['an empty rich text element', message(rich(''))],
  [
    'a mention in rich text',
    message({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
    }),
  ],
  [
    'a link to a script',
    message({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:1' }] }],
    }),
  ],
  ['control characters', message(rich('a\u0007'))],
  ['half a character', message(rich('\ud83d'))],
]

test.each(BAD_MESSAGES)('%s is refused in a message', (_, bad) => {
  expect(problemsOfMessage(bad)).toHaveLength(1)
})

const MODAL = {
  type: 'modal',
  callback_id: 'c',
  private_metadata: '{}',
  title: plain('Title'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [input(field())],
}
const { submit: _, ...WITHOUT_SUBMIT } = MODAL
const HOME = { type: 'home', blocks: [rich('hello')] }

test('a good modal and a good home view have no problems', () => {
  expect([problemsOfView(MODAL), problemsOfView(HOME)]).toEqual([[], []])
})

const BAD_VIEWS: [what: string, view: unknown][] = [
  ['another type', { type: 'window', blocks: HOME.blocks }],
  ['a long title', { ...MODAL, title: plain(x(25)) }],
  ['a long submit', { ...MODAL, submit: plain(x(25)) }],
  ['a long close', { ...MODAL, close: plain(x(25)) }],
  ['inputs without submit', WITHOUT_SUBMIT],
  ['long metadata', { ...MODAL, private_metadata: x(3_001) }],
  ['a long callback id', { ...MODAL, callback_id: x(256) }],
  ['101 blocks', { ...HOME, blocks: many(101, () => ({ type: 'divider' })) }],
  ['250 kB', { ...HOME, blocks: many(90, () => rich(x(3_000))) }],
  ['a table', { ...HOME, blocks: [table(1)] }],
  ['a home with a title', { ...HOME, title: plain('Home') }],
  ['an unknown field', { ...MODAL, colour: 'red' }],
]

test.each(BAD_VIEWS)('%s is refused in a view', (_, bad) => {
  expect(problemsOfView(bad)).toHaveLength(1)
})
