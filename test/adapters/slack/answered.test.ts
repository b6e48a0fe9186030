import { expect, test } from 'vitest'
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
  const answered = answeredVersion(sentBack(), { label: 'Simple', ticked: ['Login'], by: null })
  expect(problemsOfMessage(answered)).toEqual([])
  expect(answered.blocks.map(({ type }) => type)).toEqual(['header', 'context', 'rich_text', 'context'])
  expect(textOf(answered.blocks.at(-1))).toBe('You chose: Simple, Login')
  expect(answered.text.endsWith('You chose: Simple, Login')).toBe(true)
  expect(JSON.stringify(answered)).not.toContain('block_id')
})

test('where several could answer, it says who did; a name is never live', () => {
  const answered = answeredVersion(sentBack(), { label: 'Simple', by: '<!here> \u0007*Ana*' })
  expect(problemsOfMessage(answered)).toEqual([])
  expect(answered.blocks.at(-1)).toMatchObject({
    elements: [{ type: 'plain_text', text: '<!here> *Ana* chose: Simple' }],
  })
})

test('a picture is sent again as what Slack takes', () => {
  const [message] = messagesFrom([{ parts: [SAMPLES.score_chart] }], { words: 'typing', picture: () => 'F1' })
  const { text, blocks } = sentBack(message)
  const returned = blocks.map((block) => ({
    ...block,
    image_width: 800,
    image_bytes: 12_345,
    fallback: '800x600',
  }))
  expect(problemsOfMessage(answeredVersion({ text, blocks: returned }, { label: 'Back', by: null }))).toEqual(
    [],
  )
})

test('a long twin stays within what Slack takes', () => {
  const answered = answeredVersion(
    { ...sentBack(), text: '&amp; '.repeat(800) },
    { label: 'Simple', by: null },
  )
  expect(problemsOfMessage(answered)).toEqual([])
})
