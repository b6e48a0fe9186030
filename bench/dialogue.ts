import type { Input } from '../src/dialogue/conversation.ts'
import { createStep, type Step } from '../src/dialogue/step.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { LEVELS } from '../src/knowledge/schema/levels.ts'
import type { AnswerCase } from './eval/cases.ts'
import { count, median, times } from './measure.ts'
import type { Asked, Talk } from './peers/asked.ts'
import { chatSdk } from './peers/chat-sdk.ts'
import { waterfall } from './peers/waterfall.ts'
import { createPresser, createTalker, type Presser, START } from './presser.ts'
import type { Report } from './report.ts'
import type { Runner } from './runners.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 15
const WARM_UP_ROUNDS = 4
const ROUND_MS = 400
const MIN_RATIO = 2

/** A way to hold the dialogue; started anew for each round, so that none remembers the conversations of another. */
interface Contender {
  name: string
  by: 'button' | 'words'
  start(): Runner | Promise<Runner>
}

/** The dialogue of five questions beside bot frameworks that ask and keep, and neither read nor advise; all in memory. */
export async function dialogue(): Promise<Report> {
  const consultant = await freshConsultant()
  const { answers } = labelledCases()
  const asked = askedOf(consultant.catalogue)
  const contenders = [
    ...ours(createStep(consultant), answers),
    ...(await peers(asked, 'button', (number, at) => asked.choices[(number + at) % LEVELS.length] ?? '')),
    ...(await peers(
      asked,
      'words',
      (number, at) => answers[(number + 7 * at) % answers.length]?.answer ?? '',
    )),
  ]
  const rates = await measure(contenders)
  return [
    CAPTION,
    [HEAD, ...contenders.map((contender, at) => row(contender, rates[at] ?? [], contenders, rates))],
  ]
}

const CAPTION = [
  `${ROUNDS} rounds of ${ROUND_MS} ms each after ${WARM_UP_ROUNDS} to warm up, in turn; all conversations kept in memory, each in its own way. pyframe reads each answer,`,
  'ranks all entries, says how sure it is and chooses the next question; the others ask what comes next and keep the answer.',
  'The ratio is the median over the rounds, to the same way of answering.',
].join('\n')

const askedOf = ({ criteria }: Catalogue): Asked => ({
  questions: criteria.map(({ question }) => question),
  choices: LEVELS,
})

const PYFRAME = 'pyframe'
const WATERFALL = 'botbuilder-dialogs, waterfall'

function ours(step: Step, answers: readonly AnswerCase[]): Contender[] {
  const start = (who: (number: number) => Presser) => () => conversing(step, who)
  return [
    { name: PYFRAME, by: 'button', start: start(createPresser) },
    { name: PYFRAME, by: 'words', start: start((number) => createTalker(answers, number)) },
  ]
}

/** A turn gives a new conversation and leaves the old one as it is, so keeping it is keeping the value. */
function conversing(step: Step, who: (number: number) => Presser): Runner {
  const kept = new Map<number, unknown>()
  return (until) => {
    let taken = 0
    for (let number = 0; performance.now() < until; number += 1) {
      const person = who(number)
      for (let input: Input | null = START; input !== null; taken += 1) {
        const { conversation, cards } = step(kept.get(number) ?? null, input, new Date())
        kept.set(number, conversation)
        input = person.next(cards)
      }
    }
    return taken
  }
}

/** @param answer what is answered in a dialogue of this number to the question at this place */
async function peers(
  asked: Asked,
  by: Contender['by'],
  answer: (number: number, at: number) => string,
): Promise<Contender[]> {
  const talkers = [
    { name: WATERFALL, create: await waterfall(asked, by) },
    { name: "Vercel's chat", create: await chatSdk(asked, by) },
  ]
  const turns = asked.questions.length + 1
  return talkers.map(({ name, create }) => ({
    ...{ name, by },
    start: async () =>
      running(await create(), (number, at) => (at === 0 ? 'hello' : answer(number, at)), turns),
  }))
}

function running(talk: Talk, say: (number: number, at: number) => string, turns: number): Runner {
  return async (until) => {
    let taken = 0
    for (let number = 0; performance.now() < until; number += 1)
      for (let at = 0; at < turns; at += 1, taken += 1) await talk(`${number}`, say(number, at))
    return taken
  }
}

/** Turns a second of each contender in each round. */
async function measure(contenders: readonly Contender[]): Promise<number[][]> {
  const rates: number[][] = contenders.map(() => [])
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1)
    for (const [at, { start }] of contenders.entries()) {
      const run = await start()
      const from = performance.now()
      const turns = await run(from + ROUND_MS)
      if (round >= 0) rates[at]?.push((1000 * turns) / (performance.now() - from))
    }
  return rates
}

const HEAD = ['five questions', 'answered by', 'turns/s', 'min', 'max', 'pyframe to it', 'wanted']

function row(
  { name, by }: Contender,
  own: readonly number[],
  contenders: readonly Contender[],
  rates: readonly (readonly number[])[],
) {
  const beside = rates[contenders.findIndex((other) => other.name === PYFRAME && other.by === by)] ?? []
  const ratios = own.map((rate, round) => (beside[round] ?? Number.NaN) / rate)
  return [
    ...[name, by, count(median(own)), count(Math.min(...own)), count(Math.max(...own))],
    name === PYFRAME ? '' : times(median(ratios)),
    name === WATERFALL ? `>= ${MIN_RATIO} x` : '',
  ]
}
