import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Card, Choice } from '../../src/card/card.ts'
import { parseMarkup } from '../../src/card/markup.ts'
import { cardToText } from '../../src/card/plain.ts'
import { decodeAction, MAX_ACTION_LENGTH } from '../../src/dialogue/actions.ts'
import { COMMANDS, type CommandId } from '../../src/dialogue/commands.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Input, Turn } from '../../src/dialogue/conversation.ts'
import { restore } from '../../src/dialogue/restore.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { expand } from '../../src/knowledge/pattern.ts'
import { ROOT } from '../architecture/sources.ts'

// Far more than it takes: chance may deal many texts of 40,000 characters, and other tests run beside it.
vi.setConfig({ testTimeout: 30_000 })

const NOW = new Date('2026-11-22T10:00:00Z')
const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue } = consultant
const step = createStep(consultant)

/** Marks in what people type; whatever the bot shows of them must be these letters and nothing else. */
const MARKED = [
  '**zqx**',
  '[zqx](http://zqx.example)',
  '_zqx_',
  '`zqx`',
  '<@zqx>',
  '@zqx',
  '<https://zqx.example|zqx>',
  '\\**zqx**',
  '# zqx',
  '~~zqx~~',
  '||zqx||',
]

const phrases = [
  ...catalogue.capabilities.flatMap((entry) => entry.phrases),
  ...catalogue.kinds.flatMap((entry) => entry.phrases),
  ...catalogue.topics.flatMap((entry) => entry.phrases),
  ...catalogue.criteria.flatMap(({ levels }) =>
    Object.values(levels).flatMap((level) => [...level.phrases, ...level.answers]),
  ),
  ...Object.values(catalogue.phrases).flatMap(({ meanings }) => Object.values(meanings).flat()),
]
const questions = catalogue.alternatives.flatMap((entry) => entry.questions.flatMap(({ q }) => q))
const names = [...catalogue.alternatives, ...catalogue.neighbours].flatMap(({ name, aliases }) => [
  name,
  ...aliases,
])

/** One wording of a phrase of the pattern language. */
function wording(pattern: string): string {
  const [sequence = []] = expand(pattern)
  return sequence
    .map((element) => (element.kind === 'number' ? '500' : element.kind === 'gap' ? 'really' : element.norm))
    .join(' ')
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' \n\t ',
    '\u0000',
    '\ud800 we need \udfff login',
    '\u202eadmin\u202c \u200f\u061c',
    '__proto__',
    'constructor',
    'what if __proto__',
    'toString hasOwnProperty valueOf',
    '{"version":1}',
    '🧑‍🚀'.repeat(50),
    'a'.repeat(40_000),
  ),
)
const phrase = fc.constantFrom(...phrases).map(wording)
const words = fc.oneof(
  { weight: 6, arbitrary: phrase },
  { weight: 2, arbitrary: fc.constantFrom(...questions) },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKED) },
  { weight: 1, arbitrary: hostile },
)
const glue = fc.constantFrom(' ', ', ', '. ', ' and ', ' but no ', ' must ', '? ', '\n', ' instead of ')
const typed = fc.oneof(
  { weight: 15, arbitrary: words },
  {
    weight: 15,
    arbitrary: fc
      .tuple(fc.array(words, { minLength: 2, maxLength: 8 }), glue)
      .map(([parts, between]) => parts.join(between)),
  },
  { weight: 1, arbitrary: phrase.map((part) => `${part} `.repeat(40_000 / (part.length + 1))) },
)

const ids = fc.constantFrom(
  ...[
    '__proto__',
    'constructor',
    '',
    'yes',
    'no',
    'high',
    'low',
    '2',
    'need',
    'kind',
    'only',
    'skills',
    'gone',
  ],
  ...catalogue.criteria.map(({ id }) => id),
  ...catalogue.capabilities.slice(0, 5).map(({ id }) => id),
  ...catalogue.alternatives.slice(0, 3).map(({ id }) => id),
  ...COMMANDS.map(({ id }) => id),
)
const verbs =
  'begin level needs unsure skip why edit emphasis drop must keep erase thorough details changes open command constructor'.split(
    ' ',
  )
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .tuple(fc.constantFrom(...verbs), fc.array(ids, { maxLength: 3 }), fc.nat())
    .map(([verb, args, at]) => `${[verb, ...args].join(':')}@${at}`),
)
const ticked = fc.option(fc.array(fc.oneof(ids, fc.string()), { maxLength: 5 }), { nil: undefined })

/** What a person does next; which button that is depends on what was offered until then. */
type Move =
  | { kind: 'input'; input: Input }
  | { kind: 'press'; nth: number; ago: number; values: string[] | undefined }

const say = (text: string): Move => ({ kind: 'input', input: { kind: 'text', text } })
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: typed.map(say) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(30), fc.oneof(fc.constant(0), fc.nat(6)), ticked)
      .map(([nth, ago, values]): Move => ({ kind: 'press', nth, ago, values })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...COMMANDS.map(({ id }) => id)), fc.oneof(fc.constant(''), typed))
      .map(([command, text]): Move => ({ kind: 'input', input: { kind: 'command', command, text } })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(garbage, ticked).map(
      ([action, values]): Move => ({
        kind: 'input',
        input: { kind: 'action', action, ...(values && { values }) },
      }),
    ),
  },
)

const partsOf = (cards: readonly Card[]): Card['parts'] => cards.flatMap((card) => card.parts)
const choicesOf = (cards: readonly Card[]): Choice[] =>
  partsOf(cards).flatMap((part) => (part.kind === 'choices' ? part.choices : []))

/** Every action the cards offer: buttons, and what sends a checklist or form. */
function actionsOf(cards: readonly Card[]): string[] {
  const submits = partsOf(cards).flatMap((part) =>
    part.kind === 'checklist' || part.kind === 'form' ? [part.submit.action] : [],
  )
  return [...choicesOf(cards).map(({ action }) => action), ...submits]
}

/** Every marked text of the cards: all strings but ids. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['action', 'kind', 'tone'].includes(key) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, Array.isArray(value) ? key : name))
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Plays the moves one after the other and lets `check` look at each turn. */
function play(
  moves: readonly Move[],
  check: (turn: Turn, input: Input, before: Conversation | null) => void,
): void {
  let conversation: Conversation | null = null
  const offered: string[][] = []
  for (const next of moves) {
    const input = inputOf(next, offered)
    const turn = step(conversation, input, NOW)
    check(turn, input, conversation)
    conversation = turn.conversation
    offered.push(actionsOf(turn.cards))
  }
}

function inputOf(next: Move, offered: readonly string[][]): Input {
  if (next.kind === 'input') return next.input
  const actions = offered.at(-1 - next.ago) ?? offered.at(-1) ?? []
  const action = actions[next.nth % Math.max(1, actions.length)] ?? ''
  return { kind: 'action', action, ...(next.values && { values: next.values }) }
}

const holds = (length: number, runs: number, check: Parameters<typeof play>[1]): void =>
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: length, size: 'max' }), (sequence) =>
      play(sequence, check),
    ),
    { numRuns: runs },
  )

describe('whatever people type and press, in whatever order', () => {
  test('a turn answers, with cards that can be read aloud and buttons that can be sent', () => {
    holds(10, 50, ({ cards }) => {
      expect(cards.length).toBeGreaterThan(0)
      for (const card of cards) expect(cardToText(card).trim()).not.toBe('')
      for (const action of actionsOf(cards)) {
        expect(action.length).toBeLessThanOrEqual(MAX_ACTION_LENGTH)
        expect(decodeAction(action), action).not.toBeNull()
      }
    })
  })

  test('a reply never offers more than 25 main choices', () => {
    holds(10, 40, ({ cards }) => {
      expect(choicesOf(cards).filter(({ quiet }) => !quiet).length).toBeLessThanOrEqual(25)
    })
  })

  test('a turn is the same again, and the same after the conversation was stored', () => {
    holds(8, 40, (turn, input, before) => {
      expect(copy(turn.conversation)).toStrictEqual(turn.conversation)
      expect(restore(catalogue, turn.conversation)).toStrictEqual({
        conversation: turn.conversation,
        lost: null,
      })
      expect(step(copy(before), copy(input), NOW)).toStrictEqual(turn)
    })
  })

  test('the ranking has every alternative once, with scores from 0 to 100', () => {
    const all = catalogue.alternatives.map(({ id }) => id).toSorted()
    holds(8, 40, ({ conversation }) => {
      if (conversation.active === null) return
      const { ranking } = consultant.advise(conversation.active.requirements)
      expect(ranking.map(({ id }) => id).toSorted()).toEqual(all)
      for (const { score } of ranking) expect(score >= 0 && score <= 100.000001).toBe(true)
    })
  })

  test('typed marks come back as the letters they are, never as bold, code or a link', () => {
    holds(10, 60, ({ cards }) => {
      const spans = textsOf(cards).flatMap(parseMarkup)
      const live = spans.filter(
        ({ text, bold, code, href }) => (bold || code || href) && `${text}${href}`.includes('zqx'),
      )
      expect(live).toEqual([])
    })
  })

  test.each(MARKED)('"%s" is shown letter by letter', (mark) => {
    const message = `we need an admin panel ${mark} for us`
    const shown: string[] = []
    play(
      [say(message), { kind: 'input', input: { kind: 'command', command: 'my-data', text: '' } }],
      ({ cards }) => {
        shown.push(...cards.map(cardToText))
      },
    )
    expect(shown.at(-1)).toContain(`"${message}"`)
  })
})

describe('what chance rarely meets', () => {
  const command = (id: CommandId, text = ''): Move => ({
    kind: 'input',
    input: { kind: 'command', command: id, text },
  })
  const lastOf = (moves: readonly Move[]): Turn => {
    const turns: Turn[] = []
    play(moves, (turn) => turns.push(turn))
    const last = turns.at(-1)
    if (!last) throw new Error('no turn')
    return last
  }

  test('someone who needs everything is not offered more than 25 things to change', () => {
    const everything = catalogue.capabilities.map(({ phrases: [first = ''] }) => wording(first)).join(', ')
    const { cards } = lastOf([say(`We need ${everything}.`), command('change')])
    expect(choicesOf(cards).filter(({ quiet }) => !quiet).length).toBeLessThanOrEqual(25)
  })

  test('"repeat" before anything was said is answered', () => {
    expect(lastOf([say('repeat')]).cards.length).toBeGreaterThan(0)
  })

  test('"yes" deletes nothing once something else was spoken of', () => {
    const { effects } = lastOf([
      say('An internal tool for 300 users'),
      command('forget-me'),
      say('what is an ORM?'),
      say('yes'),
    ])
    expect(effects).toEqual([])
  })
})

describe('a conversation of 300 turns', () => {
  const sizeAfter = (moves: readonly Move[]): number => {
    let largest = 0
    play(moves, ({ conversation }) => {
      largest = Math.max(largest, JSON.stringify(conversation).length)
    })
    return largest
  }

  test('stays small, whatever was done in it', () => {
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 300, maxLength: 300, size: 'max' }),
        (moves) => sizeAfter(moves) < 1_000_000,
      ),
      { numRuns: 2 },
    )
  })

  test('stays small when every message is as long as is read', () => {
    const long = Array.from({ length: 300 }, (_, i) =>
      say(`${i} users and an admin panel ${'x'.repeat(11_900)}`),
    )
    expect(sizeAfter(long)).toBeLessThan(1_000_000)
  })

  test('does not grow with suppositions about suppositions', () => {
    const suppose = (count: number): Move[] =>
      Array.from({ length: count }, () => say('what if it must have an admin panel'))
    expect(sizeAfter(suppose(300))).toBeLessThanOrEqual(sizeAfter(suppose(2)) + 10)
  })
})
