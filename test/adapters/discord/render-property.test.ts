import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Look } from '../../../adapters/discord/canvas.ts'
import { messagesFrom } from '../../../adapters/discord/messages.ts'
import { addressLabel } from '../../../adapters/shared/address.ts'
import { neutralise } from '../../../adapters/shared/neutralise.ts'
import type { Card } from '../../../src/card/card.ts'
import { parseMarkup } from '../../../src/card/markup.ts'
import { arbitraryCard, textsOf } from '../../support/arbitrary-card.ts'
import { problemsOfMessage, textOf } from '../../support/discord-validator.ts'

// Shrinking, and a machine that is busy with other tests, take longer than the usual time.
vi.setConfig({ testTimeout: 30_000 })

const look: fc.Arbitrary<Look> = fc.record({
  words: fc.constantFrom<Look['words'][]>('button', 'mention', 'typing'),
  files: fc.boolean(),
  owner: fc.constantFrom(null, '1033044521375764530', '18446744073709551615'),
  nextPart: fc.constantFrom(null, 1),
})
const cards = fc.array(arbitraryCard, { minLength: 1, maxLength: 4 })

const sent = (list: readonly Card[], how: Look) =>
  messagesFrom(list, how).map(({ components, attachments }) => ({
    message: { flags: 1 << 15, components, allowed_mentions: { parse: [] } },
    files: attachments.map(({ name }) => name),
  }))

test('Discord takes whatever cards are rendered to', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      for (const { message, files } of sent(list, how)) expect(problemsOfMessage(message, files)).toEqual([])
    }),
  )
})

test('every word of the cards can be read', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      const shown = readable(list, how)
      expect(wordsOf(list).filter((word) => !shown.includes(word))).toEqual([])
    }),
  )
})

test('every source can be opened or is named in full', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      const shown = readable(list, how)
      const sources = list.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'sources' ? part.sources : [])),
      )
      expect(sources.filter(({ source }) => !shown.includes(opened(source)))).toEqual([])
    }),
  )
})

const opened = (source: string): string =>
  /^https?:[^\s<>|]+$/.test(source)
    ? `[${addressLabel(source)}](<${source.replaceAll('(', '%28').replaceAll(')', '%29')}>)`
    : neutralise(source)

test('every button and every box is there once', () => {
  fc.assert(
    fc.property(cards, look, (list, how) => {
      const payload = JSON.stringify(messagesFrom(list, how).map(({ components }) => components))
      for (const action of actionsOf(list)) expect(payload).toContain(action)
    }),
  )
})

const actionsOf = (list: readonly Card[]): string[] =>
  list.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'choices') return part.choices.map(({ action }) => action)
      if (part.kind === 'checklist') return [part.submit.action, ...part.options.map(({ value }) => value)]
      return part.kind === 'form' ? [part.submit.action] : []
    }),
  )

/** What people read: escapes are gone, and what stands in columns had its backticks changed. */
const readable = (list: readonly Card[], how: Look): string =>
  messagesFrom(list, how)
    .flatMap(({ components, attachments }) => [textOf(components), ...attachments.map(({ name }) => name)])
    .join('\n')
    .replace(/\\([^A-Za-z0-9\s])/g, '$1')

const wordsOf = (list: readonly Card[]): string[] =>
  textsOf(list.map(({ title, parts }) => ({ title, parts: parts.map(withoutValues) })))
    .flatMap((text) => parseMarkup(text).flatMap((span) => neutralise(span.text).split(/\s+/)))
    // A dash or a number in front of a line is drawn as the mark of a list.
    .filter((word) => word !== '' && word !== '-' && word !== '1.')
    // Backslashes and backticks look different in columns.
    .filter((word) => !/[\\`]/.test(word))

/** A checklist's values are for machines, a fact's are words. */
const withoutValues = (part: Card['parts'][number]): unknown =>
  part.kind === 'checklist' ? { ...part, options: part.options.map(({ value: _, ...rest }) => rest) } : part
