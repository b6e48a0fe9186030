import type { QuestionCase } from './eval/cases.ts'
import { median, timed } from './measure.ts'

/** A way to find answers: prepares for a question, and gives what is timed, which finds texts, the best first. */
export type Contender = (question: QuestionCase) => () => readonly string[]

/** What was measured of one contender: milliseconds, and what it found for each question. */
export interface Outcome {
  ms: number[]
  texts: Map<QuestionCase, readonly string[]>
}

/**
 * Lets contenders answer the same questions in turn, so that all of them meet the same moments of the machine.
 *
 * @param rounds each asks every question; one more before them warms up and is not counted
 * @param fresh makes the contenders anew for each round
 * @param slow contenders that are asked each question in one of the rounds only
 */
export function race<F extends string, S extends string>(
  questions: readonly QuestionCase[],
  rounds: number,
  fresh: () => Record<F, Contender>,
  slow: Record<S, Contender>,
): Record<F | S, Outcome> {
  const outcomes = new Map<string, Outcome>()
  for (let round = -1; round < rounds; round += 1) {
    const always = Object.entries<Contender>(fresh())
    const sometimes = Object.entries<Contender>(slow)
    for (const [index, question] of questions.entries()) {
      const asked = index % rounds === Math.max(round, 0) ? [...always, ...sometimes] : always
      for (const [name, contender] of asked) {
        const { value, ms } = timed(contender(question))
        if (round >= 0) note(outcomes, name, { question, texts: value, ms })
      }
    }
  }
  return Object.fromEntries(outcomes) as Record<F | S, Outcome>
}

function note(
  outcomes: Map<string, Outcome>,
  name: string,
  { question, texts, ms }: { question: QuestionCase; texts: readonly string[]; ms: number },
): void {
  const outcome: Outcome = outcomes.get(name) ?? { ms: [], texts: new Map() }
  outcome.ms.push(ms)
  outcome.texts.set(question, texts)
  outcomes.set(name, outcome)
}

/**
 * Milliseconds a question when one contender answers all of them in a row: what it takes when code and data are in
 * the processor's caches, as the median of some passes.
 */
export function inARow(questions: readonly QuestionCase[], contender: Contender, passes: number): number {
  const finds = questions.map(contender)
  const pass = (): number => timed(() => finds.forEach((find) => void find())).ms / finds.length
  return median(Array.from({ length: passes }, pass))
}
