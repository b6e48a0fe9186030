import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formModal } from '../../../adapters/slack/form-modal.ts'
import { homeView } from '../../../adapters/slack/home.ts'
import { messagesFrom, type SlackMessage } from '../../../adapters/slack/messages.ts'
import { type PressPayload, readPress } from '../../../adapters/slack/read-press.ts'
import type { Card } from '../../../src/card/card.ts'
import { COMMANDS } from '../../../src/dialogue/commands.ts'
import { createConsultant } from '../../../src/dialogue/consultant.ts'
import type { Input } from '../../../src/dialogue/conversation.ts'
import { formFor } from '../../../src/dialogue/form.ts'
import { createStep } from '../../../src/dialogue/step.ts'
import { ROOT } from '../../architecture/sources.ts'
import { problemsOfMessage, problemsOfView } from '../../support/slack-validator.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const step = createStep(consultant)
const NOW = new Date('2026-08-22T10:00:00Z')

/** A person at Slack: each reply is rendered and checked as it would be sent. */
function createPerson() {
  let snapshot: unknown = null
  const person = {
    cards: [] as Card[],
    messages: [] as SlackMessage[],
    say(input: Input): SlackMessage[] {
      const { conversation, cards } = step(snapshot, input, NOW)
      snapshot = conversation
      person.cards = cards
      person.messages = messagesFrom(cards, { words: 'button' })
      expect(person.messages.flatMap(problemsOfMessage)).toEqual([])
      expect(problemsOfView(homeView(cards))).toEqual([])
      return person.messages
    },
    press: (label: string) => person.say(inputOf(person.messages, label)),
  }
  return person
}

function inputOf(messages: readonly SlackMessage[], label: string): Input {
  const elements = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'actions' ? (block.elements as PressPayload['actions'][number][]) : [],
    ),
  )
  const element = elements.find(({ text }) => text?.text === label)
  const press = element && readPress({ actions: [element] })
  if (press?.kind !== 'input') throw new Error(`no button says ${label}`)
  return press.input
}

const typesOf = (messages: readonly SlackMessage[]): string[][] =>
  messages.map(({ blocks }) => blocks.map(({ type }) => type))

test('start, a question and a result each are one message', () => {
  const person = createPerson()
  expect(typesOf(person.say({ kind: 'command', command: 'start', text: '' }))).toEqual([
    ['header', 'rich_text', 'actions'],
  ])
  expect(typesOf(person.press('Ask me 5 questions'))).toEqual([
    ['header', 'context', 'rich_text', 'rich_text', 'input', 'actions', 'actions'],
  ])
  person.press('Skip')
  const [result = []] = typesOf(person.press('Show me the result now'))
  expect(result.slice(0, 2)).toEqual(['header', 'rich_text'])
  expect(result.slice(-3)).toEqual(['context', 'actions', 'actions'])
})

test('whatever the commands answer, Slack takes it', () => {
  const person = createPerson()
  person.say({
    kind: 'text',
    text: 'An online shop with an admin panel for 5,000 users, in 8 weeks. <!here> *now*',
  })
  for (const { id } of COMMANDS) {
    for (const text of ['', 'django fastapi flask tornado hug web2py', 'websockets'])
      person.say({ kind: 'command', command: id, text })
  }
})

test('whatever its buttons lead to, Slack takes it', () => {
  const person = createPerson()
  person.say({
    kind: 'text',
    text: 'A chat with 10,000 users at once, authentication, and we have a Flask app.',
  })
  const pressed = new Set<string>()
  for (let turns = 0; turns < 60; turns += 1) {
    const choices = person.cards.flatMap(({ parts }) =>
      parts.flatMap((p) => (p.kind === 'choices' ? p.choices : [])),
    )
    const verb = ({ action }: { action: string }) => action.replace(/@\d+$/, '')
    const next = choices.find((choice) => !pressed.has(verb(choice))) ?? choices.at(-1)
    if (next === undefined) break
    pressed.add(verb(next))
    person.say({ kind: 'action', action: next.action })
  }
  expect(pressed.size).toBeGreaterThan(20)
})

test('the form of the real questions is a modal that Slack takes', () => {
  expect(problemsOfView(formModal(formFor(consultant.catalogue, null), '{}'))).toEqual([])
})
