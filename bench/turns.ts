import { createStep, type Step } from '../src/dialogue/step.ts'
import type { Conversation, Input } from '../src/dialogue/conversation.ts'
import { answersByButton, createPresser, START } from './dialogue.ts'
import { inMs, percentile, table, timed } from './measure.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const WARM_UP_ROUNDS = 3
const ROUNDS = 25
/** A round has this many dialogues; 243 answer everything in every way. */
const DIALOGUES = 40
const BRIEF_WORDS = 60
const NOW = new Date('2026-06-01T12:00:00Z')
const RESULT: Input = { kind: 'command', command: 'result', text: '' }

/** What is measured, with the most milliseconds its p99 may take; null where nothing is promised. */
const LIMITS = { button: 3, brief: 15, result: 10, question: null } as const
type Kind = keyof typeof LIMITS
type Samples = Record<Kind, number[]>

const NAMES: Record<Kind, string> = {
  button: 'a question answered by button',
  brief: `a brief of ${BRIEF_WORDS} words`,
  result: 'the result shown',
  question: 'a question of theirs answered',
}

/** One turn in process: milliseconds from snapshot and input to the cards, nothing saved. */
export async function turns(): Promise<string> {
  const { briefs, questions } = labelledCases()
  const texts = { brief: briefsOfLength(briefs.map(({ brief }) => brief)), question: questions.map(({ q }) => q) }
  const samples: Samples = { button: [], brief: [], result: [], question: [] }
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const step = createStep(await freshConsultant())
    const taken: Samples = { button: [], brief: [], result: [], question: [] }
    // Dialogues first: what a long-running process has in memory anyway is then there.
    for (let i = 0; i < DIALOGUES; i += 1) takeDialogue(step, (round + WARM_UP_ROUNDS) * DIALOGUES + i, taken)
    for (const kind of ['brief', 'question'] as const) taken[kind] = texts[kind].map((text) => takeText(step, text))
    if (round < 0) continue
    for (const kind of kinds) samples[kind].push(...taken[kind])
  }
  return [caption(texts.brief.length, texts.question.length), table([HEAD, ...kinds.map((kind) => row(kind, samples))])].join('\n\n')
}

const kinds = Object.keys(LIMITS) as Kind[]
const HEAD = ['one turn in process', 'turns', 'p50', 'p99', 'limit of p99', 'kept']

function row(kind: Kind, samples: Samples): string[] {
  const limit = LIMITS[kind]
  const p99 = percentile(samples[kind], 0.99)
  const kept = limit === null ? ['-', ''] : [inMs(limit), p99 <= limit ? 'yes' : 'no']
  return [NAMES[kind], String(samples[kind].length), inMs(percentile(samples[kind], 0.5)), inMs(p99), ...kept]
}

const caption = (briefs: number, questions: number): string =>
  [
    `${ROUNDS} rounds after ${WARM_UP_ROUNDS} to warm up, each with ${DIALOGUES} dialogues by button, ${briefs} briefs, ${questions} questions and a`,
    'consultant that has looked up no misspelling yet. The result is asked for after each answer, so with none to all given.',
  ].join('\n')

/** Times the answers of one dialogue, and the result as it would be shown before each of them and at the end. */
function takeDialogue(step: Step, number: number, taken: Samples): void {
  const presser = createPresser(number)
  let input: Input | null = START
  let conversation: Conversation | null = null
  while (input !== null) {
    const snapshot = conversation
    const pressed: Input = input
    const { value, ms } = timed(() => step(snapshot, pressed, NOW))
    if (answersByButton(pressed)) {
      taken.button.push(ms)
      taken.result.push(timed(() => step(value.conversation, RESULT, NOW)).ms)
    }
    conversation = value.conversation
    input = presser.next(value.cards)
  }
}

function takeText(step: Step, text: string): number {
  const { conversation } = step(null, START, NOW)
  return timed(() => step(conversation, { kind: 'text', text }, NOW)).ms
}

/** Briefs of the wanted length: longer ones are cut, shorter ones joined with those after them and then cut. */
function briefsOfLength(briefs: readonly string[]): string[] {
  const made: string[] = []
  let begun: string[] = []
  for (const brief of briefs) {
    begun = [...begun, ...brief.split(/\s+/)]
    if (begun.length < BRIEF_WORDS) continue
    made.push(begun.slice(0, BRIEF_WORDS).join(' '))
    begun = []
  }
  return made
}
