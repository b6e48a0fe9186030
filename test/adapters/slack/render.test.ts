import { expect, test } from 'vitest'
import { messagesFrom, type SlackMessage } from '../../../adapters/slack/messages.ts'
import type { Card, Choice, Part } from '../../../src/card/card.ts'
import { problemsOfMessage, textOf } from '../../support/slack-validator.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

const LOOK = { words: 'typing' } as const

/** The only message of the cards, found good by the validator. */
function only(cards: readonly Card[], look: Parameters<typeof messagesFrom>[1] = LOOK): SlackMessage {
  const messages = checked(cards, look)
  expect(messages).toHaveLength(1)
  return messages[0] as SlackMessage
}

function checked(cards: readonly Card[], look: Parameters<typeof messagesFrom>[1] = LOOK): SlackMessage[] {
  const messages = messagesFrom(cards, look)
  expect(messages.flatMap(problemsOfMessage)).toEqual([])
  return messages
}

const blocksOfPart = (part: Part): unknown[] => only([{ parts: [part] }]).blocks
const types = ({ blocks }: SlackMessage): string[] => blocks.map(({ type }) => type)
const words = (value: unknown): string => textOf(value).replace(/\n+/g, ' ').trim()

/** Labels of the buttons and menus of each row. */
const rowsOf = ({ blocks }: SlackMessage): string[][] =>
  blocks.flatMap((block) => (block.type === 'actions' ? [block.elements.map((each) => words(each))] : []))

test.each(Object.values(SAMPLES))('$kind is rendered to something Slack takes', (part) => {
  expect(blocksOfPart(part).length).toBeGreaterThan(0)
})

test('text is rich text: marks become looks, lines with a dash a list, links links', () => {
  expect(
    blocksOfPart({ kind: 'text', text: '**Alpha** runs `x`.\n\n- see [docs](https://a.example)' }),
  ).toEqual([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Alpha', style: { bold: true } },
            { type: 'text', text: ' runs ' },
            { type: 'text', text: 'x', style: { code: true } },
            { type: 'text', text: '.' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'see ' },
                { type: 'link', url: 'https://a.example', text: 'docs' },
              ],
            },
          ],
        },
      ],
    },
  ])
})

test('a question is a header, its progress, the options explained, boxes above the buttons, one row of ways on', () => {
  const message = only([QUESTION])
  expect(types(message)).toEqual(['header', 'context', 'rich_text', 'input', 'actions', 'actions'])
  expect(rowsOf(message)).toEqual([
    ['Simple', 'Complex'],
    ['Next', 'Skip', 'Why do you ask?'],
  ])
  expect(words(message.blocks[2])).toBe('Simple :  one screen or endpoint Complex :  roles and a back office')
})

test('a button says to screen readers what its option means', () => {
  expect(JSON.stringify(only([QUESTION]).blocks)).toContain(
    '"accessibility_label":"Simple: one screen or endpoint"',
  )
})

test('the top-level text is the plain twin, with nothing live in it', () => {
  const { text } = only([{ title: 'Hi', parts: [{ kind: 'text', text: 'You said \\<!here\\> & more' }] }])
  expect(text).toBe('Hi\n\nYou said &lt;!here&gt; &amp; more')
})

test('more than five choices are a menu, of more than five ways out those in the middle are one', () => {
  const choices = (count: number, quiet: boolean): Choice[] =>
    Array.from({ length: count }, (_, i) => ({
      action: `open:${quiet}${i}@1`,
      label: `${quiet ? 'out' : 'in'} ${i}`,
      quiet,
    }))
  const message = only([
    { parts: [{ kind: 'choices', choices: [...choices(6, false), ...choices(7, true)] }] },
  ])
  expect(rowsOf(message)).toEqual([
    ['Choose in 0 in 1 in 2 in 3 in 4 in 5', 'out 0', 'out 1', 'out 2', 'out 6', 'out 3 out 4 out 5'],
  ])
})

test('a row of buttons is joined by the ways out if there is room', () => {
  const row = (count: number): Choice[] =>
    Array.from({ length: count }, (_, i) => ({ action: `a${i}@1`, label: `${i}` }))
  const ways: Choice[] = ['Back', 'Help'].map((label) => ({ action: `${label}@1`, label, quiet: true }))
  const rows = [3, 4].map((count) =>
    rowsOf(only([{ parts: [{ kind: 'choices', choices: [...row(count), ...ways] }] }])),
  )
  expect(rows.map((each) => each.length)).toEqual([1, 2])
})

test('a label too long for a button is shown in full above it', () => {
  const label =
    'A project that is still alive, with all the usual packages and somebody who answers questions'
  const message = only([{ parts: [{ kind: 'choices', choices: [{ action: 'a@1', label }] }] }])
  expect(words(message.blocks[0])).toBe(label)
  expect(rowsOf(message)).toEqual([
    ['A project that is still alive, with all the usual packages and somebody…'],
  ])
})

test('boxes come in groups of ten, what was ticked before is ticked', () => {
  const options = Array.from({ length: 12 }, (_, i) => ({
    value: `v${i}`,
    label: `Box ${i}`,
    checked: i === 11,
  }))
  const { blocks } = only([{ parts: [{ ...SAMPLES.checklist, options }] }])
  expect(blocks.map((block) => (block.type === 'input' ? block.label.text : block.type))).toEqual([
    'Anything of this?',
    'Anything of this? (more)',
    'actions',
  ])
  expect(blocks[1]).toMatchObject({ element: { initial_options: [{ value: '+v11' }] } })
})

test('one table of a message is native, the next one is drawn in columns of text', () => {
  const narrow: Part = { ...SAMPLES.table, columns: ['', 'A'], rows: [['Panel', 'none']] }
  const message = only([{ parts: [SAMPLES.table, narrow] }])
  expect(types(message)).toEqual(['rich_text', 'table', 'rich_text'])
  expect(words(message.blocks[2])).toBe('Side by side        A Panel  none')
})

test('columns of numbers stand on the right, an empty cell holds a space: Slack refuses empty ones', () => {
  const rows = [['Score', '93.9', '7/10']]
  const { blocks } = only([{ parts: [{ kind: 'table', caption: 'Points', columns: ['', 'A', 'B'], rows }] }])
  expect(blocks[1]).toMatchObject({
    column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'right' }],
  })
  expect(blocks[1]).toMatchObject({
    rows: [
      [{ type: 'raw_text', text: ' ' }, {}, {}],
      [{}, {}, {}],
    ],
  })
})

test('a chart is bars of text, side by side where they fit', () => {
  const { blocks } = only([{ parts: [SAMPLES.score_chart] }], { ...LOOK, textCharts: true })
  expect(textOf(blocks)).toContain(
    ['          Alpha         Beta', 'Overall   ██████░░ 81   ████░░░░ 50'].join('\n'),
  )
})

test('a chart is drawn by Slack, and rows that lack a value are told in words', () => {
  expect(blocksOfPart(SAMPLES.score_chart)).toMatchObject([
    {
      type: 'data_visualization',
      title: 'How they compare',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Alpha',
            data: [
              { label: 'Overall', value: 80.6 },
              { label: 'Standing', value: 100 },
            ],
          },
          { name: 'Beta' },
        ],
        axis_config: { categories: ['Overall', 'Standing'] },
      },
    },
    { type: 'rich_text' },
  ])
  expect(words(blocksOfPart(SAMPLES.score_chart))).toContain('Panel : Alpha 25, Beta not rated')
})

test('names too long for a chart stand below it in full', () => {
  const part = {
    ...SAMPLES.score_chart,
    rows: [{ label: 'Protection against forged requests', values: [1, 2] }],
  }
  expect(words(blocksOfPart(part))).toContain(
    'Protection against… In full: Protection against forged requests',
  )
})

test('where two names would look the same in a chart, it is drawn in text', () => {
  const rows = ['forms', 'files'].map((what) => ({ label: `Protection against ${what}`, values: [1, 2] }))
  expect(types(only([{ parts: [{ ...SAMPLES.score_chart, rows }] }]))).not.toContain('data_visualization')
})

test('of three charts of a message, Slack draws two', () => {
  const chart = SAMPLES.score_chart
  const drawn = types(only([{ parts: [chart, chart, chart] }])).filter(
    (type) => type === 'data_visualization',
  )
  expect(drawn).toHaveLength(2)
})

test('a message with a chart has a version without', () => {
  const [message] = messagesFrom([{ parts: [SAMPLES.score_chart] }], LOOK)
  const plainer = { text: message?.text, blocks: message?.withoutCharts }
  expect(problemsOfMessage(plainer)).toEqual([])
  expect(JSON.stringify(plainer)).not.toContain('data_visualization')
  expect(messagesFrom([QUESTION], LOOK)[0]?.withoutCharts).toBeNull()
})

test('sources are short links in small print, with the date they were true', () => {
  const { blocks } = only([{ parts: [SAMPLES.sources] }])
  expect(blocks).toMatchObject([
    {
      type: 'context',
      elements: [
        { text: 'Sources:' },
        {
          type: 'mrkdwn',
          text: '<https://alpha.example/releases|alpha.example/releases (2025-04)>',
          verbatim: true,
        },
        { type: 'plain_text', text: 'Package index, project beta' },
      ],
    },
  ])
})

test('a source whose link could be read as formatting is named in plain text', () => {
  const sources = [{ source: 'https://a.example/_b_', asOf: null }]
  expect(blocksOfPart({ kind: 'sources', sources })).toMatchObject([
    { elements: [{}, { type: 'plain_text', text: 'https://a.example/_b_' }] },
  ])
})

test('a notice starts with a symbol and a word', () => {
  expect(blocksOfPart(SAMPLES.notice)).toMatchObject([
    {
      elements: [
        {
          elements: [
            { type: 'emoji', name: 'warning' },
            { text: ' ' },
            { text: 'Warning:', style: { bold: true } },
            {},
          ],
        },
      ],
    },
  ])
})

test('cards of one reply share a message, a line above each that has a title', () => {
  expect(types(only([{ parts: [SAMPLES.notice] }, QUESTION])).slice(0, 3)).toEqual([
    'rich_text',
    'divider',
    'header',
  ])
})

test('private cards have a button to answer in words, shared ones say how', () => {
  expect(rowsOf(only([QUESTION], { words: 'button' })).at(-1)).toEqual([
    'Next',
    'Answer in words',
    'Skip',
    'Why do you ask?',
  ])
  expect(words(only([QUESTION], { words: 'mention' }).blocks.at(-1))).toBe('Mention me to answer in words.')
})

test('the same action on two buttons has two ids', () => {
  expect(only([QUESTION, QUESTION]).blocks.length).toBe(13)
})

test('a long text becomes several messages, cut between sentences', () => {
  const sentence = 'This sentence is here to fill the message until it is full.'
  const messages = checked([
    { title: 'Long', parts: [{ kind: 'text', text: `${sentence} `.repeat(600) }, QUESTION.parts[1] as Part] },
  ])
  expect(messages.length).toBeGreaterThan(2)
  expect(messages.length).toBeLessThan(7)
  for (const { blocks } of messages.slice(0, -1)) expect(words(blocks).endsWith('full.')).toBe(true)
  expect(words(messages.map(({ blocks }) => blocks)).match(/to fill the message/g)).toHaveLength(600)
})

test('bold words stay bold on both sides of a cut', () => {
  const messages = checked([{ parts: [{ kind: 'text', text: `**${'word '.repeat(4_000)}end**` }] }])
  const looks = messages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/"bold":true/g) ?? [])
  expect(looks).toHaveLength(messages.length)
})

test('the answers of a question stay together, whatever stands above them', () => {
  const messages = checked([
    { ...QUESTION, parts: [{ kind: 'text', text: 'word '.repeat(2_150) }, ...QUESTION.parts] },
  ])
  expect(
    messages.map((message) => types(message).filter((type) => type === 'input' || type === 'actions')),
  ).toEqual([[], ['input', 'actions', 'actions']])
})

test('a table longer than a message goes on in the next, under its columns', () => {
  const rows = Array.from({ length: 90 }, (_, i) => [
    `Row ${i}`,
    'a value that takes some room',
    'and another one of this kind',
  ])
  const messages = checked([{ parts: [{ kind: 'table', caption: 'Long', columns: ['', 'A', 'B'], rows }] }])
  expect(messages.map(types)).toEqual(messages.map(() => ['rich_text', 'table']))
  expect(messages.length).toBeLessThan(5)
})

test('more blocks than a message takes go into the next one', () => {
  const messages = checked([{ parts: Array.from({ length: 70 }, () => SAMPLES.progress) }])
  expect(messages.map(({ blocks }) => blocks.length)).toEqual([35, 35])
})

test('cards without anything to show send nothing', () => {
  expect(messagesFrom([{ parts: [{ kind: 'text', text: ' ' }] }, { parts: [] }], LOOK)).toEqual([])
})
