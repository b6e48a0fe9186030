import type { Card, Choice } from '../../src/card/card.ts'
import { createDesk, type Desk, type Incoming, type Outgoing, type Store } from '../../src/desk.ts'
import type { Consultant } from '../../src/dialogue/consultant.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { createLog } from '../../src/log.ts'

/** What the people of a simulated week say. */
export interface Sayings {
  briefs: readonly string[]
  questions: readonly string[]
  /** Answers in words, by criterion. */
  answers: ReadonlyMap<string, readonly string[]>
}

/** Monday to Friday of week 47, in working hours. */
const MONDAY = Date.parse('2026-11-16T08:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * How often people do what. Made up: only that everything happens matters here, not how often.
 */
const OFTEN = {
  answerInWords: 0.1,
  notSure: 0.1,
  ask: 0.6,
  mend: 0.15,
  rate: 0.35,
  useful: 0.7,
  wrong: 0.15,
  engineer: 0.05,
  forget: 0.02,
  answerLater: 0.5,
  takeFirst: 0.6,
}

/**
 * Lets so many people consult in one week, each in a conversation of their own, on the real desk and dialogue; then
 * goes on by two weeks and lets some say what they chose. The same arguments give the same counts.
 */
export async function liveWeek(
  { consultant, store, sayings }: { consultant: Consultant; store: Store; sayings: Sayings },
  people: number,
): Promise<void> {
  let now = MONDAY
  const shown = new Map<string, Card[]>()
  const asked: { person: number; card: Card }[] = []
  const desk = createDesk({
    ...{ store, turn: createStep(consultant), views: createViews(consultant), log: createLog('silent') },
    ...{ handOff: ['chat'], askAfterDays: 14, times: { look: 2 }, now: () => new Date(now) },
  })
  await desk.attach('chat', async ({ purpose, conversation, cards }: Outgoing) => {
    const [card] = cards
    const person = Number(conversation.split(':')[1])
    if (purpose === 'notify' && card) asked.push({ person, card })
    if (purpose === 'reply') shown.set(conversation, cards)
  })
  for (let person = 0; person < people; person += 1) {
    now = MONDAY + Math.floor((5 * person) / people) * DAY_MS + ((person * 7) % 9) * HOUR_MS
    await consult(
      visitor(desk, shown, person, () => now),
      sayings,
    )
  }
  now += 15 * DAY_MS
  while ((await store.dueFollowUps('chat', new Date(now).toISOString(), 1)).length > 0)
    await new Promise((done) => setTimeout(done, 2))
  for (const { person, card } of asked.toSorted((a, b) => a.person - b.person))
    await sayWhatWasChosen(
      visitor(desk, shown, person, () => now),
      card,
    )
  await desk.close()
}

interface Visitor {
  random: () => number
  say(text: string): Promise<void>
  press(choice: Choice | undefined): Promise<void>
  cards(): readonly Card[]
}

function visitor(desk: Desk, shown: ReadonlyMap<string, Card[]>, person: number, now: () => number): Visitor {
  const conversation = `chat:${person}`
  const random = randomFrom(person)
  let count = 0
  const receive = async (input: Incoming['input']): Promise<void> => {
    const at = new Date(now()).toISOString()
    const event = `${conversation}-${at}-${count++}`
    await desk.receive({
      ...{ event, conversation, address: conversation, at },
      ...{ from: { id: String(person), name: null }, input },
    })
  }
  return {
    random,
    say: (text) => receive({ kind: 'text', text }),
    press: (choice) => (choice ? receive({ kind: 'action', action: choice.action }) : Promise.resolve()),
    cards: () => shown.get(conversation) ?? [],
  }
}

/** Numbers from 0 to 1 that look like chance, the same for the same seed: Marsaglia's xorshift (2003), 32 bits. */
function randomFrom(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const anyOf = <T>(random: () => number, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)]

const choicesIn = (cards: readonly Card[]): Choice[] =>
  cards.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'choices' ? part.choices : [])))
const choicesOf = (visitor: Visitor, beginning: string): Choice[] =>
  choicesIn(visitor.cards()).filter(({ action }) => action.startsWith(beginning))

const MOST_QUESTIONS = 8

async function consult(visitor: Visitor, { briefs, questions, answers }: Sayings): Promise<void> {
  const { random, say } = visitor
  await say(anyOf(random, briefs) ?? '')
  for (let i = 0; i < MOST_QUESTIONS && choicesOf(visitor, 'level:').length > 0; i += 1)
    await answerQuestion(visitor, answers)
  await say('result')
  if (random() < OFTEN.mend) await mend(visitor)
  if (random() < OFTEN.rate) await rate(visitor)
  if (random() < OFTEN.ask) await say(anyOf(random, questions) ?? '')
  if (random() < OFTEN.engineer) {
    await say('talk to an engineer')
    await say('yes')
  }
  if (random() < OFTEN.forget) {
    await say('forget me')
    await say('yes')
  }
}

async function answerQuestion(visitor: Visitor, answers: Sayings['answers']): Promise<void> {
  const { random, say, press } = visitor
  const levels = choicesOf(visitor, 'level:')
  const criterion = levels[0]?.action.split(':')[1] ?? ''
  const chance = random()
  if (chance < OFTEN.answerInWords) return say(anyOf(random, answers.get(criterion) ?? []) ?? 'skip')
  if (chance < OFTEN.answerInWords + OFTEN.notSure) return press(choicesOf(visitor, 'unsure:')[0])
  return press(anyOf(random, levels))
}

/** Sets one answer right by hand. */
async function mend(visitor: Visitor): Promise<void> {
  await visitor.say('change my answers')
  await visitor.press(anyOf(visitor.random, choicesOf(visitor, 'edit:')))
  await visitor.press(anyOf(visitor.random, choicesOf(visitor, 'level:')))
}

async function rate(visitor: Visitor): Promise<void> {
  const { random, say, press } = visitor
  await say('feedback')
  const chance = random()
  if (chance < OFTEN.useful) return press(choicesOf(visitor, 'feedback:useful')[0])
  if (chance < 1 - OFTEN.wrong) {
    await press(choicesOf(visitor, 'feedback:not_useful')[0])
    return press(anyOf(random, choicesOf(visitor, 'remark:')))
  }
  await press(choicesOf(visitor, 'feedback:wrong')[0])
  await press(anyOf(random, choicesOf(visitor, 'claim:')))
  return say('I read it differently in the latest release notes.')
}

async function sayWhatWasChosen({ random, press }: Visitor, card: Card): Promise<void> {
  if (random() >= OFTEN.answerLater) return
  const choices = choicesIn([card])
  await press(random() < OFTEN.takeFirst ? choices[0] : anyOf(random, choices))
}
