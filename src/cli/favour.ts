import { type Shift, type TurningPoint, whatWouldFavour } from '../advice/changes.ts'
import { changeWords } from '../advice/words.ts'
import type { Consultant } from '../dialogue/consultant.ts'
import { wrapped } from './columns.ts'
import type { Advised } from './recommendation.ts'

/** The smallest changes that would put an alternative first, each with the scores before and after. */
export function whatWouldFavourText(
  { catalogue }: Consultant,
  { requirements, advice }: Advised,
  id: string,
): string {
  const name = catalogue.nameOf(id)
  if (advice.winner === id) return `${name} is first already.`
  const points = whatWouldFavour(catalogue, requirements, id)
  if (points.length === 0) return `No one or two changes of what was said would put ${name} first.`
  const scores = ({ id: one, before, after }: Shift): string =>
    `${catalogue.nameOf(one)} ${shown(before)} -> ${shown(after)}`
  const line = ({ changes, shifts }: TurningPoint): string[] => {
    const words = changes.map((change) => changeWords(catalogue, change)).join(' and ')
    return wrapped(`${words}: ${shifts.map(scores).join(', ')}`, '- ', '  ')
  }
  return [`What would put ${name} first (scores before -> after)`, ...points.flatMap(line)].join('\n')
}

const shown = (score: number | null): string => (score === null ? 'out' : score.toFixed(1))
