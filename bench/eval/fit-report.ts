import { table } from '../measure.ts'
import { FACTORS, type Fit, type Fitted } from './fit.ts'

/** The dependence on single weights as a table, with what it says below. */
export function renderFit({ briefs, fitted }: Fit): string {
  const signed = (gain: number): string => (gain === 0 ? '0' : `${gain > 0 ? '+' : ''}${gain.toFixed(1)}`)
  const rows = fitted.map(({ weight, value, hits, tuned }) => [
    weight,
    `${value}`,
    ...hits.map(String),
    signed(tuned.inFold),
    signed(tuned.heldOut),
  ])
  const head = ['weight', 'value', ...FACTORS.map((factor) => `x ${factor}`), 'tuned', 'held out']
  return [
    `First places accepted, of ${briefs} clear briefs, with one weight multiplied and all others as they are.`,
    'tuned: briefs gained by the factor that is best on four fifths of the briefs (sources held together), counted on',
    'those; held out: gained on the fifth it has not seen. Much above, and nothing or less here, is over-fitting.',
    '',
    table([head, ...rows]),
    '',
    summary(fitted),
  ].join('\n')
}

function summary(fitted: readonly Fitted[]): string {
  const today = fitted[0]?.hits[FACTORS.indexOf(1)] ?? 0
  const moves = fitted.flatMap(({ weight, hits }) =>
    hits.map((count, i) => ({ change: count - today, told: `${weight} x ${FACTORS[i]}` })),
  )
  const worst = moves.reduce((a, b) => (b.change < a.change ? b : a))
  const best = moves.reduce((a, b) => (b.change > a.change ? b : a))
  const still = fitted.filter(({ hits }) => hits.every((count) => count === today)).length
  const gained = (part: 'inFold' | 'heldOut'): string =>
    (fitted.reduce((sum, { tuned }) => sum + tuned[part], 0) / fitted.length).toFixed(2)
  return [
    `Today ${today}. Most lost: ${worst.change} (${worst.told}). Most gained: ${best.change} (${best.told}).`,
    `${still} of ${fitted.length} weights change nothing. A weight tuned gains ${gained('inFold')} briefs where it was tuned and`,
    `${gained('heldOut')} where it was not, on average.`,
  ].join('\n')
}
