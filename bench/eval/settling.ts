import type { Advice } from '../../src/advice/advice.ts'
import { apply } from '../../src/advice/changes.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { LEVELS } from '../../src/knowledge/schema/levels.ts'

/** How many questions are asked until no further answer can change the first place. */
export interface Settling {
  /** Nobody answered these: as many questions without an early end. */
  open: number
  /** In the criteria's order, ended early; the mean over all answers, each equally likely. */
  fixed: number
  /** In the order of the program, the same mean. */
  ours: number
}

type Choose = (advice: Advice) => string | null

/** The one the program asks next. */
const OURS: Choose = ({ next }) => next
/** The first that is open; information is in the order of the criteria. */
const FIXED: Choose = ({ next, information }) =>
  next === null ? null : (Object.keys(information)[0] ?? null)

/** Plays every answer to every question, for both orders. */
export function settlingFrom(advise: (requirements: Requirements) => Advice, given: Requirements): Settling {
  const advices = new Map<string, Advice>()
  return {
    open: Object.keys(adviceFor(given).information).length,
    fixed: questionsBy(FIXED, given),
    ours: questionsBy(OURS, given),
  }

  /** Both orders come by the same answers again and again. */
  function adviceFor(requirements: Requirements): Advice {
    const { levels } = requirements
    const key = Object.keys(levels)
      .sort()
      .map((id) => `${id} ${levels[id]?.level}`)
      .join()
    const advice = advices.get(key) ?? advise(requirements)
    advices.set(key, advice)
    return advice
  }

  function questionsBy(choose: Choose, requirements: Requirements): number {
    const criterion = choose(adviceFor(requirements))
    if (criterion === null) return 0
    const after = LEVELS.map((to) =>
      questionsBy(choose, apply(requirements, { kind: 'level', criterion, to })),
    )
    return 1 + after.reduce((sum, questions) => sum + questions, 0) / LEVELS.length
  }
}
