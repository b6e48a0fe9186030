import { expect, test } from 'vitest'
import { answerLine } from '../../../adapters/shared/answer-line.ts'
import { answeredVersion } from '../../../adapters/slack/answered.ts'
import { messagesFrom } from '../../../adapters/slack/messages.ts'
import { problemsOfMessage, textOf } from '../../support/slack-validator.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

const [SHOWN] = messagesFrom([QUESTION], { words: 'typing' })

/** As Slack sends a message back: each block with an id. */
const sentBack = (message = SHOWN) => ({
  text: message?.text ?? '',
  blocks: message?.blocks.map((block, i) => ({ ...block, block_id: `b${i}` })) ?? [],
})

test('an answered question keeps its text and says what was chosen where its buttons were', () => {
  const answered = answeredVersion(sentBack(), answerLine({ label: 'Simple', ticked: ['Login'], by: null }))
  expect(problemsOfMessage(answered)).toEqual([])
  expect(answered.blocks.map(({ type }) => type)).toEqual(['header', 'context', 'rich_text', 'context'])
  expect(textOf(answered.blocks.at(-1))).toBe('You chose: Simple, Login')
  expect(answered.text.endsWith('You chose: Simple, Login')).toBe(true)
  expect(JSON.stringify(answered)).not.toContain('block_id')
})

test('where several could answer, it says who did; a name is never live', () => {
  const answered = answeredVersion(sentBack(), answerLine({ label: 'Simple', by: '<!here> \u0007*Ana*' }))
  expect(problemsOfMessage(answered)).toEqual([])
  expect(answered.blocks.at(-1)).toMatchObject({
    elements: [{ type: 'plain_text', text: '<!here> *Ana* chose: Simple' }],
  })
})

test('below an answer nobody is told how to answer in words', () => {
  const [asked] = messagesFrom([QUESTION], { words: 'mention' })
  expect(textOf(asked?.blocks)).toContain('Mention me')
  const answered = answeredVersion(sentBack(asked), answerLine({ label: 'Simple', by: 'Ana' }))
  expect(textOf(answered.blocks)).not.toContain('Mention me')
})

test('a chart is sent again as what Slack takes', () => {
  const [message] = messagesFrom([{ parts: [SAMPLES.score_chart] }], { words: 'typing' })
  const answered = answeredVersion(sentBack(message), answerLine({ label: 'Back', by: null }))
  expect(problemsOfMessage(answered)).toEqual([])
  expect(answered.blocks[0]?.type).toBe('data_visualization')
})

test('a long twin stays within what Slack takes', () => {
  const answered = answeredVersion(
    { ...sentBack(), text: '&amp; '.repeat(800) },
    answerLine({ label: 'Simple', by: null }),
  )
  expect(problemsOfMessage(answered)).toEqual([])
})
