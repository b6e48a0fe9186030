import type { Conversation, Input, Turn } from '../src/dialogue/conversation.ts'
import { createStep, type Step } from '../src/dialogue/step.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { type Cell, inMs, median, percentile, timed } from './measure.ts'
import { answersByButton, createPresser, START } from './presser.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const WARM_UP_ROUNDS = 3
const ROUNDS = 25
/** In each round; the presser's numbers go on, so that answers differ. */
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
export async function turns(): Promise<Report> {
  const { briefs, questions } = labelledCases()
  const texts = {
    brief: briefsOfLength(briefs.map(({ brief }) => brief)),
    question: questions.map(({ q }) => q),
  }
  const samples: Samples = { button: [], brief: [], result: [], question: [] }
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const step = createStep(await freshConsultant())
    const taken: Samples = { button: [], brief: [], result: [], question: [] }
    // Dialogues first: what a long-running process has in memory anyway is then there.
    for (let i = 0; i < DIALOGUES; i += 1) takeDialogue(step, (round + WARM_UP_ROUNDS) * DIALOGUES + i, taken)
    for (const kind of ['brief', 'question'] as const)
      taken[kind] = texts[kind].map((text) => takeText(step, text))
    if (round < 0) continue
    for (const kind of kinds) samples[kind].push(...taken[kind])
  }
  const { catalogue } = await freshConsultant()
  const rows = [HEAD, ...kinds.map((kind) => row(kind, samples))]
  return [caption(catalogue, texts.brief.length, texts.question.length), rows]
}

const kinds = Object.keys(LIMITS) as Kind[]
const HEAD = ['one turn in process', 'turns', 'p50', 'p95', 'p99', 'p99 wanted']

function row(kind: Kind, samples: Samples): Cell[] {
  const limit = LIMITS[kind]
  const [p50, p95, p99] = [
    median(samples[kind]),
    percentile(samples[kind], 0.95),
    percentile(samples[kind], 0.99),
  ]
  return [
    NAMES[kind],
    `${samples[kind].length}`,
    inMs(p50),
    inMs(p95),
    inMs(p99),
    limit === null ? '-' : `<= ${limit} ms`,
  ]
}

const caption = ({ alternatives }: Catalogue, briefs: number, questions: number): string =>
  [
    `${alternatives.length} entries; ${ROUNDS} rounds after ${WARM_UP_ROUNDS} to warm up, each with ${DIALOGUES} dialogues, ${briefs} briefs, ${questions} questions and a`,
    'consultant that has looked up no misspelling yet. The result is asked for after each answer, so with none to all given.',
  ].join('\n')

/** Times the answers of one dialogue, and the result as it would be shown after each. */
function takeDialogue(step: Step, number: number, taken: Samples): void {
  const presser = createPresser(number)
  let conversation: Conversation | null = null
  for (let input: Input | null = START; input !== null; ) {
    const { turn, ms } = timedTurn(step, conversation, input)
    if (answersByButton(input)) {
      taken.button.push(ms)
      taken.result.push(timedTurn(step, turn.conversation, RESULT).ms)
    }
    conversation = turn.conversation
    input = presser.next(turn.cards)
  }
}

function timedTurn(step: Step, conversation: Conversation | null, input: Input): { turn: Turn; ms: number } {
  const { value, ms } = timed(() => step(conversation, input, NOW))
  return { turn: value, ms }
}

function takeText(step: Step, text: string): number {
  const { conversation } = step(null, START, NOW)
  return timedTurn(step, conversation, { kind: 'text', text }).ms
}

/** Briefs of the wanted length: longer ones are cut, shorter ones joined with those after them and then cut. */
export function briefsOfLength(briefs: readonly string[]): string[] {
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
