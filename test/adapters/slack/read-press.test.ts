import { describe, expect, test } from 'vitest'
import { messagesFrom } from '../../../adapters/slack/messages.ts'
import { type PressPayload, readPress } from '../../../adapters/slack/read-press.ts'
import type { Card, Choice } from '../../../src/card/card.ts'
import { QUESTION, SAMPLES } from '../terminal/sample-cards.ts'

interface Shown {
  type: string
  action_id: string
  text?: { text: string }
  value?: string
  options?: { value: string; text: { text: string } }[]
  initial_options?: { value: string; text: { text: string } }[]
}

/** The message as Slack would show it: its elements, and the state of its boxes after some were ticked. */
function show(card: Card, words: 'button' | 'typing' = 'typing') {
  const blocks = messagesFrom([card], { words }).flatMap((message) => message.blocks)
  const elements = blocks.flatMap((block) => {
    if (block.type === 'input') return [block.element as Shown]
    return block.type === 'actions' ? (block.elements as Shown[]) : []
  })
  const boxes = elements.filter(({ type }) => type === 'checkboxes')
  return {
    element: (label: string) =>
      elements.find(
        ({ text, options }) => text?.text === label || options?.some((o) => o.text.text === label),
      ) as Shown,
    state(...ticked: string[]): PressPayload['state'] {
      const chosen = (box: Shown) => box.options?.filter(({ text }) => ticked.includes(text.text)) ?? []
      const values = boxes.map((box, i) => [
        `block${i}`,
        { [box.action_id]: { type: 'checkboxes', selected_options: chosen(box) } },
      ])
      return { values: Object.fromEntries(values) }
    },
  }
}

describe('a press', () => {
  const shown = show(QUESTION)

  test('sends its action, and no boxes where nobody touched them', () => {
    const press = readPress({ actions: [shown.element('Simple')], state: shown.state('Login') })
    expect(press).toEqual({
      kind: 'input',
      input: { kind: 'action', action: 'answer:low' },
      label: 'Simple',
      ticked: [],
    })
  })

  test('takes boxes along that were ticked', () => {
    const press = readPress({ actions: [shown.element('Simple')], state: shown.state('Login', 'Panel') })
    expect(press).toMatchObject({
      input: { action: 'answer:low', values: ['panel', 'login'] },
      ticked: ['Panel', 'Login'],
    })
  })

  test('takes along that a box was unticked', () => {
    const press = readPress({ actions: [shown.element('Simple')], state: shown.state() })
    expect(press).toMatchObject({ input: { values: [] } })
  })

  test('of the button below the boxes sends them in any case', () => {
    const press = readPress({ actions: [shown.element('Next')], state: shown.state('Login') })
    expect(press).toMatchObject({ input: { action: 'needs', values: ['login'] }, label: 'Next' })
  })

  test('of a box alone means nothing yet', () => {
    expect(readPress({ actions: [shown.element('Login')], state: shown.state('Login') })).toBeNull()
  })

  test('of a menu sends the action of what was chosen there', () => {
    const choices = Array.from(
      { length: 8 },
      (_, i): Choice => ({ action: `open:${i}@4`, label: `Project ${i}` }),
    )
    const menu = show({ parts: [{ kind: 'choices', choices }] }).element('Project 6')
    const selected_option = menu.options?.[6] as { value: string; text: { text: string } }
    expect(readPress({ actions: [{ action_id: menu.action_id, selected_option }] })).toMatchObject({
      input: { action: 'open:6@4' },
      label: 'Project 6',
    })
  })

  test('of a form opens its field', () => {
    const press = readPress({ actions: [show({ parts: [SAMPLES.form] }).element('Try it')] })
    expect(press).toEqual({
      kind: 'field',
      action: 'what-if',
      label: 'Try it',
      field: {
        label: 'What would change?',
        placeholder: 'such as: twice as many users',
        multiline: false,
        submit: 'Try it',
      },
    })
  })

  test('to answer in words opens a field that goes with no action', () => {
    const press = readPress({ actions: [show(QUESTION, 'button').element('Answer in words')] })
    expect(press).toMatchObject({ kind: 'field', action: null, field: { multiline: true } })
  })

  test.each([
    ['nothing', []],
    ['an id that is not ours', [{ action_id: 'feedback' }]],
    ['a menu without a choice', [{ action_id: 'menu.1.', selected_option: null }]],
    ['a forged field', [{ action_id: 'form.1.a', value: '{"label":1}' }]],
    ['a field that is no JSON', [{ action_id: 'form.1.a', value: '{' }]],
  ])('of %s is none', (_, actions) => {
    expect(readPress({ actions })).toBeNull()
  })
})
