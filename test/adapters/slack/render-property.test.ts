import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { neutralise } from '../../../adapters/shared/neutralise.ts'
import type { Look } from '../../../adapters/slack/canvas.ts'
import { homeView } from '../../../adapters/slack/home.ts'
import { messagesFrom, type SlackMessage } from '../../../adapters/slack/messages.ts'
import type { Card } from '../../../src/card/card.ts'
import { parseMarkup } from '../../../src/card/markup.ts'
import { arbitraryCard, textsOf } from '../../support/arbitrary-card.ts'
import { problemsOfMessage, problemsOfView, textOf } from '../../support/slack-validator.ts'

// Shrinking, and a machine that is busy with other tests, take longer than the usual time.
vi.setConfig({ testTimeout: 30_000 })

const look = fc.record({
  words: fc.constantFrom<Look['words'][]>('button', 'mention', 'typing'),
  textCharts: fc.boolean(),
})
const cards = fc.array(arbitraryCard, { minLength: 1, maxLength: 4 })

test('Slack takes whatever cards are rendered to', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      for (const message of messagesFrom(list, how)) expect(problemsOfMessage(message)).toEqual([])
    }),
  )
})

test('Slack takes whatever the App Home is rendered to', () => {
  fc.assert(
    fc.property(cards, (list) => {
      expect(problemsOfView(homeView(list))).toEqual([])
    }),
  )
})

test('every word of the cards can be read in the blocks', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      const shown = readable(messagesFrom(list, how))
      expect(wordsOf(list).filter((word) => !shown.includes(word))).toEqual([])
    }),
  )
})

test('every source can be opened or is named in full', () => {
  fc.assert(
    fc.property(cards, (list) => {
      const shown = unescaped(readable(messagesFrom(list, { words: 'typing' })))
      const sources = list.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'sources' ? part.sources : [])),
      )
      expect(sources.filter(({ source }) => !shown.includes(neutralise(source)))).toEqual([])
    }),
  )
})

test('nothing is live but our own links, buttons and symbols', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      for (const text of textObjects(messagesFrom(list, how))) {
        if (text.type === 'plain_text') expect(text.emoji).toBe(false)
        else expect(text).toEqual({ type: 'mrkdwn', text: expect.stringMatching(INERT_LINK), verbatim: true })
      }
    }),
  )
})

test('what fits into one message is one message', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      const messages = messagesFrom(list, how)
      const blocks = messages.flatMap((message) => message.blocks)
      const tables = blocks.filter(({ type }) => type === 'table').length
      const fits = blocks.length < 45 && JSON.stringify(blocks).length < 9_000 && tables < 2
      if (fits) expect(messages.length).toBeLessThanOrEqual(1)
    }),
  )
})

const INERT_LINK = /^<https?:\/\/[^\s<>|]+\|[\w./()… -]+>$/

const readable = (messages: readonly SlackMessage[]): string => textOf(messages.map(({ blocks }) => blocks))

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

const wordsOf = (list: readonly Card[]): string[] =>
  textsOf(list.map(({ title, parts }) => ({ title, parts: parts.map(withoutValues) })))
    .flatMap((text) => parseMarkup(text).flatMap((span) => neutralise(span.text).split(/\s+/)))
    // A dash or a number in front of a line is drawn as the mark of a list.
    .filter((word) => word !== '' && word !== '-' && word !== '1.')

/** A checklist's values are for machines, a fact's are words. */
const withoutValues = (part: Card['parts'][number]): unknown =>
  part.kind === 'checklist' ? { ...part, options: part.options.map(({ value: _, ...rest }) => rest) } : part

interface TextObject {
  type: string
  emoji?: boolean
}

function textObjects(value: unknown): TextObject[] {
  if (Array.isArray(value)) return value.flatMap(textObjects)
  if (typeof value !== 'object' || value === null) return []
  const own =
    'type' in value && (value.type === 'mrkdwn' || value.type === 'plain_text') ? [value as TextObject] : []
  return [...own, ...Object.values(value).flatMap(textObjects)]
}
