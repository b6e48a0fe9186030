import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { escapeMarkup } from '../../src/card/markup.ts'
import { cardToText } from '../../src/card/plain.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Consultation, Conversation, Doubt, Pending } from '../../src/dialogue/conversation.ts'
import { restore } from '../../src/dialogue/restore.ts'
import { newConversation } from '../../src/dialogue/state.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue } = consultant
const step = createStep(consultant)
const [first, second] = catalogue.criteria.map(({ id }) => id)
const [capability] = catalogue.capabilities.map(({ id }) => id)
const [kind] = catalogue.kinds.map(({ id }) => id)
const [alternative] = catalogue.alternatives.map(({ id }) => id)
if (!first || !second || !capability || !kind || !alternative) throw new Error('the knowledge is empty')

/** A conversation in which a brief was told, one question answered and one passed over. */
function told(): Conversation {
  let conversation: unknown = null
  for (const text of [
    'start',
    'An internal tool with an admin panel, two developers know Django.',
    'not sure',
    'medium',
  ]) {
    conversation = step(conversation, { kind: 'text', text }, NOW).conversation
  }
  return conversation as Conversation
}

const withActive = (part: Partial<Consultation>): Conversation => {
  const conversation = told()
  if (!conversation.active) throw new Error('no active consultation')
  return { ...conversation, active: { ...conversation.active, ...part } }
}

/** Through JSON, as it comes back from the store. */
const stored = (snapshot: unknown): unknown => JSON.parse(JSON.stringify(snapshot))

/** Restores, and proves that the conversation can go on from there. */
function restored(snapshot: unknown): { conversation: Conversation; lost: string | null } {
  const outcome = restore(catalogue, snapshot)
  for (const text of ['summary', 'result', 'medium', 'back', 'history']) {
    const { cards } = step(snapshot, { kind: 'text', text }, NOW)
    expect(cards.map(cardToText).join('')).not.toBe('')
  }
  return outcome
}

describe('a snapshot of today', () => {
  test('comes back as it was, and nothing is said', () => {
    expect(restored(stored(told()))).toEqual({ conversation: told(), lost: null })
  })

  test.each([null, undefined])('%s is a conversation that has not begun, not a lost one', (nothing) => {
    expect(restored(nothing)).toEqual({ conversation: newConversation(), lost: null })
  })
})

describe('a snapshot recorded by an earlier program', () => {
  const folder = join(ROOT, 'test/dialogue/snapshots')
  const files = readdirSync(folder)
  const recorded = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))

  test('is there for every version up to this one', () => {
    const versions = files.map((file) => recorded(file).version).toSorted()
    expect(versions).toEqual(Array.from({ length: newConversation().version }, (_, i) => i + 1))
  })

  test.each(files)('%s comes back with nothing lost and nothing said', (file) => {
    const snapshot = recorded(file)
    const { conversation, lost } = restored(snapshot)
    expect(lost).toBeNull()
    expect(conversation).toMatchObject({ ...snapshot, version: newConversation().version })
  })

  test.each(files)('%s gets what is new since, and is then one of today', (file) => {
    const { conversation } = restored(recorded(file))
    const keysOf = (value: object | null | undefined): string[] => Object.keys(value ?? {}).toSorted()
    const today = told()
    expect(keysOf(conversation)).toEqual(keysOf(today))
    for (const consultation of [conversation.active, ...conversation.history]) {
      expect(keysOf(consultation)).toEqual(keysOf(today.active))
      expect(keysOf(consultation?.requirements.context)).toEqual(keysOf(today.active?.requirements.context))
    }
    for (const undo of conversation.undo) expect(keysOf(undo)).toEqual(keysOf(today.undo[0]))
    expect(restored(stored(conversation))).toEqual({ conversation, lost: null })
  })

  test('is not believed when what came later is of another form', () => {
    const { requirements } = told().active ?? {}
    if (!requirements) throw new Error('no requirements')
    const strange = { ...requirements, context: { ...requirements.context, rules: 'all', runtime: 3.1 } }
    const damaged: unknown[] = [
      withActive({ requirements: strange as never }),
      withActive({ givers: ['Ana'] as never }),
      withActive({ client: 7 as never }),
      { ...told(), offered: ['level:a@1'] },
      { ...told(), shares: null },
      { ...told(), followUp: { off: false } },
      withActive({ panel: { views: { U1: { name: 'Ana', levels: { a: 'much' } } } } as never }),
      withActive({ outcome: { kind: 'chosen' } as never }),
      withActive({ askAt: 7 as never }),
    ]
    for (const snapshot of damaged) expect(restored(stored(snapshot)).lost).toContain('we begin anew')
  })
})

describe('a snapshot that is none of ours', () => {
  test.each([
    ['of a later version', { ...told(), version: 99 }],
    ['of no version', { step: 4, active: null }],
    ['that is text', 'hello'],
    ['that is JSON in text', JSON.stringify(told())],
    ['that is empty text', ''],
    ['that is a number', 1],
    ['that is false', false],
    ['that is a list', [told()]],
    ['that is the right version and nothing else', { version: 3 }],
    ['whose lists are none', { ...told(), undo: null, history: 'none' }],
    ['whose step is no number', { ...told(), step: '4' }],
    ['whose active consultation is empty', { ...told(), active: {} }],
    ['whose active consultation is text', { ...told(), active: 'shop' }],
    ['whose requirements are gone', withActive({ requirements: null as never })],
    ['whose levels are a list of nothing', { ...told(), undo: [null] }],
    ['whose history holds numbers', { ...told(), history: [7] }],
  ])('%s starts over and says so', (_, snapshot) => {
    const { conversation, lost } = restored(stored(snapshot))
    expect(conversation).toEqual(newConversation())
    expect(lost).toContain('we begin anew')
  })

  test('the person is told before anything else, in the same turn', () => {
    const [notice, ...others] = step({ version: 99 }, { kind: 'text', text: 'start' }, NOW).cards
    expect(notice && cardToText(notice)).toContain('another version of this program')
    expect(others.length).toBeGreaterThan(0)
  })
})

describe('a snapshot that names what is gone', () => {
  const { requirements } = told().active ?? { requirements: null }
  if (!requirements) throw new Error('no requirements')

  test('loses a criterion wherever it stood, keeps the others, and names it once', () => {
    const snapshot = withActive({
      requirements: {
        ...requirements,
        levels: {
          [first]: { level: 'low', origin: 'answered' },
          beauty: { level: 'high', origin: 'answered' },
        },
        emphasis: { [second]: 2, beauty: 0.5 },
      },
      unsure: ['beauty', second],
      skipped: ['beauty'],
      pending: { kind: 'question', criterion: 'beauty' },
    })
    const { conversation, lost } = restored(stored(snapshot))
    expect(conversation.active?.requirements.levels).toEqual({
      [first]: { level: 'low', origin: 'answered' },
    })
    expect(conversation.active?.requirements.emphasis).toEqual({ [second]: 2 })
    expect(conversation.active).toMatchObject({ unsure: [second], skipped: [], pending: null })
    expect(lost).toBe('What I know has changed. No longer asked or considered: beauty.')
  })

  test('loses a need and the question whether it is a must', () => {
    const needs = {
      teleport: { priority: 'must', origin: 'text', words: 'we must teleport' },
      [capability]: { priority: 'should', origin: 'text' },
    } as const
    const doubt: Doubt = { kind: 'need', need: 'teleport', priority: 'must', eliminates: [alternative] }
    const { conversation, lost } = restored(
      stored(
        withActive({
          requirements: { ...requirements, needs },
          pending: { kind: 'confirm', doubt, more: [] },
        }),
      ),
    )
    expect(Object.keys(conversation.active?.requirements.needs ?? {})).toEqual([capability])
    expect(conversation.active?.pending).toBeNull()
    expect(lost).toContain('teleport')
  })

  test('asks on for what is still known when one of several questions is lost', () => {
    const gone: Doubt = { kind: 'need', need: 'teleport', priority: 'must', eliminates: [alternative] }
    const known: Doubt = { kind: 'runtime', version: '3.8', eliminates: [alternative] }
    const pending: Pending = { kind: 'confirm', doubt: gone, more: [known] }
    const { conversation } = restored(stored(withActive({ pending })))
    expect(conversation.active?.pending).toEqual({ kind: 'confirm', doubt: known, more: [] })
  })

  test('loses a kind, but not one that is known', () => {
    const having = (id: string) =>
      restored(stored(withActive({ requirements: { ...requirements, kind: { id } } })))
    expect(having('submarine').conversation.active?.requirements.kind).toBeNull()
    expect(having('submarine').lost).toContain('submarine')
    expect(having(kind)).toMatchObject({
      lost: null,
      conversation: { active: { requirements: { kind: { id: kind } } } },
    })
  })

  test('is mended in what "back" restores and in the history too', () => {
    const levels = { beauty: { level: 'high', origin: 'answered' } } as const
    const old = withActive({ requirements: { ...requirements, levels } })
    if (!old.active) throw new Error('no active consultation')
    const { conversation } = restored(stored({ ...told(), undo: [old.active], history: [old.active] }))
    expect(conversation.undo[0]?.requirements.levels).toEqual({})
    expect(conversation.history[0]?.requirements.levels).toEqual({})
  })

  test('is mended in a what-if that waits for a decision', () => {
    const supposed = { ...requirements, kind: { id: 'submarine' }, levels: {} }
    const pending: Pending = {
      kind: 'what_if',
      requirements: supposed,
      back: { kind: 'question', criterion: 'beauty' },
    }
    const { conversation, lost } = restored(stored(withActive({ pending })))
    expect(conversation.active?.pending).toEqual({
      kind: 'what_if',
      requirements: { ...supposed, kind: null },
      back: null,
    })
    expect(lost).toContain('beauty')
    expect(lost).toContain('submarine')
  })

  test('loses what it says of an alternative that nobody knows any more', () => {
    const context = {
      existing: ['atlantis', alternative],
      skills: ['atlantis'],
      leaving: true,
      rules: ['under-water'],
      runtime: '3.9',
    }
    const snapshot = withActive({
      requirements: { ...requirements, context, refused: ['atlantis'], only: ['atlantis', alternative] },
    })
    const { conversation, lost } = restored(stored(snapshot))
    expect(conversation.active?.requirements).toMatchObject({
      context: { existing: [alternative], skills: [], leaving: true, rules: [], runtime: '3.9' },
      refused: [],
      only: [alternative],
    })
    expect(lost).toContain('atlantis')
    expect(lost).toContain('under-water')
  })
})

describe('keys that mean something to JavaScript', () => {
  const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const text = JSON.stringify(told())

  test.each([
    ['levels', { level: 'high', origin: 'answered' }],
    ['emphasis', 2],
    ['needs', { priority: 'must', origin: 'text' }],
  ] as const)('among the %s are dropped like anything unknown', (record, value) => {
    // As text, because an object literal would set its prototype instead of a key.
    const entries = hostile.map((key) => `"${key}":${JSON.stringify(value)}`).join()
    const snapshot: unknown = JSON.parse(
      text.replace(new RegExp(`"${record}":{(?=(.))`, 'g'), (start, next) => {
        return `${start}${entries}${next === '}' ? '' : ','}`
      }),
    )
    const { conversation, lost } = restored(snapshot)
    expect(conversation).toEqual(told())
    expect(lost).toContain(hostile.map((key) => escapeMarkup(key)).join(', '))
    expect({}).not.toHaveProperty('level')
  })

  test('at the top of a snapshot change no object', () => {
    const snapshot: unknown = JSON.parse(
      text.replace('{', '{"__proto__": { "polluted": true, "version": 1 }, '),
    )
    const { conversation } = restored(snapshot)
    expect(conversation).toEqual(told())
    expect({}).not.toHaveProperty('polluted')
  })

  test('as the whole snapshot are no version', () => {
    expect(restored(JSON.parse('{"__proto__": { "version": 1 }}')).conversation).toEqual(newConversation())
  })
})
