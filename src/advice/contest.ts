import { type Race, winnerOf, withTerms } from './race.ts'
import type { Term } from './terms.ts'
import { TIE } from './weights.ts'

/** What one answer adds to everybody's sum, and to the weight. */
type Answer = Pick<Race, 'weight' | 'sums'>

/** Takes who won (index in the field; -1 = nobody) with which answer (index) to each question; not to be kept. */
export type Witness = (winner: number, chosen: readonly number[]) => void

/**
 * Runs the race once for every combination of answers.
 *
 * @param choices for each question, for each answer, the terms the answer adds
 */
export function runAll(race: Race, choices: readonly (readonly Term[][])[], witness: Witness): void {
  const blank = { ...race, weight: 0, sums: race.sums.map(() => 0) }
  const answers = choices.map((each) => each.map((terms) => withTerms(blank, terms)))
  const places = possibleWinners(race, answers)
  const among = <T extends Answer>(one: T): T => ({ ...one, sums: places.map((i) => one.sums[i] ?? 0) })
  const narrow = answers.map((each) => each.map(among))
  const chosen: number[] = []
  run({ ...among(race), against: places.map(() => 0) }, 0)

  function run(before: Race, question: number): void {
    const next = narrow[question]
    if (next === undefined) {
      witness(places[winnerOf(before)] ?? -1, chosen)
      return
    }
    for (const [index, answer] of next.entries()) {
      chosen[question] = index
      run(plus(before, answer), question + 1)
    }
  }
}

function plus({ weight, sums, against }: Race, added: Answer): Race {
  const together = sums.slice()
  for (let i = 0; i < together.length; i += 1) together[i] = (together[i] ?? 0) + (added.sums[i] ?? 0)
  return { weight: weight + added.weight, sums: together, against }
}

/**
 * Leaves out who is out, and who would not win even with the best answers for them while the worst for somebody else
 * were given. Few are left of many, so many alternatives take little longer than few.
 *
 * @returns indexes in the field, ascending
 */
function possibleWinners({ sums, against }: Race, answers: readonly (readonly Answer[])[]): number[] {
  const least = [...sums]
  const most = [...sums]
  for (const each of answers) {
    for (let i = 0; i < sums.length; i += 1) {
      const added = each.map((answer) => answer.sums[i] ?? 0)
      least[i] = (least[i] ?? 0) + Math.min(...added)
      most[i] = (most[i] ?? 0) + Math.max(...added)
    }
  }
  const sure = least.reduce((best, sum, i) => (against[i] === 0 && sum > best ? sum : best), 0)
  // Sums are added up in another order here, which may change them by less than a tie.
  return most.flatMap((sum, i) => (against[i] === 0 && sum >= sure - TIE ? [i] : []))
}
