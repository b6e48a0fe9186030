import { neutralise } from './neutralise.ts'
import { shorten } from './shorten.ts'

/** Labels are short; what is longer is not one of ours. */
const MOST_OF_A_LINE = 700

/** What was answered, and by whom where several could. */
export interface Answer {
  label: string
  ticked?: readonly string[]
  /** Display name; null in a private conversation. */
  by: string | null
}

/** One line that stands where the button of a request was; the name is null where somebody else was first. */
export const takenLine = (by: string | null): string =>
  shorten(neutralise(by === null ? 'Somebody has taken it.' : `${by} has taken it.`), MOST_OF_A_LINE)

/** One line that stands where the buttons were. */
export function answerLine({ label, ticked = [], by }: Answer): string {
  const chosen = [label, ...ticked].filter((words) => words !== '').join(', ')
  return shorten(neutralise(`${by ?? 'You'} chose: ${chosen}`), MOST_OF_A_LINE)
}
