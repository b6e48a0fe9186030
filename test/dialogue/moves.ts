import { join } from 'node:path'
import * as fc from 'fast-check'
import type { Card, Choice } from '../../src/card/card.ts'
import { COMMANDS } from '../../src/dialogue/commands.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Input, Turn } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { expand } from '../../src/knowledge/pattern.ts'
import { ROOT } from '../architecture/sources.ts'

/* What people may do, dealt by chance, and how it is played. */

export const NOW = new Date('2026-11-22T10:00:00Z')
export const consultant = await createConsultant(join(ROOT, 'knowledge'))
export const { catalogue } = consultant
export const step = createStep(consultant)

/** Marks in what people type; whatever the bot shows of them must be these letters and nothing else. */
export const MARKED = [
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
export function wording(pattern: string): string {
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
  'begin level needs unsure skip why edit emphasis drop must keep erase thorough details changes open share unshare adopt outcome view views settle export duplicate command constructor'.split(
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
export type Move =
  | { kind: 'input'; input: Input }
  | { kind: 'press'; nth: number; ago: number; values: string[] | undefined }

export const say = (text: string): Move => ({ kind: 'input', input: { kind: 'text', text } })
const amend = (text: string): Move => ({ kind: 'input', input: { kind: 'text', text, amended: true } })
const form = fc
  .tuple(
    fc.dictionary(ids, fc.constantFrom('low', 'medium', 'high', 'unknown', 'much')),
    fc.array(ids, { maxLength: 5 }),
  )
  .map(([levels, needs]): Move => ({ kind: 'input', input: { kind: 'answers', levels, needs } }))
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: typed.map(say) },
  { weight: 1, arbitrary: typed.map(amend) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 30 }).map((number) => say(String(number))) },
  { weight: 1, arbitrary: form },
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
export const choicesOf = (cards: readonly Card[]): Choice[] =>
  partsOf(cards).flatMap((part) => (part.kind === 'choices' ? part.choices : []))

/** Every action the cards offer: buttons, and what sends a checklist or form. */
export function actionsOf(cards: readonly Card[]): string[] {
  const submits = partsOf(cards).flatMap((part) =>
    part.kind === 'checklist' || part.kind === 'form' ? [part.submit.action] : [],
  )
  return [...choicesOf(cards).map(({ action }) => action), ...submits]
}

/** Every marked text of the cards: all strings but ids. */
export function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['action', 'kind', 'tone'].includes(key) ? [] : [value]
  // A recipe is made into a file, not shown.
  if (typeof value !== 'object' || value === null || key === 'recipe') return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, Array.isArray(value) ? key : name))
}

export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Plays the moves one after the other and lets `check` look at each turn. */
export function play(
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
