import type { ChecklistPart, Choice, FormPart } from '../../src/card/card.ts'
import { type Pair, pairs } from './columns.ts'
import { cellsOf, type Line, marked, plain, space } from './line.ts'
import { letterOf, type Menu, mainChoices, numberOf, type Option, submitOf } from './menu.ts'
import { hang, wrap } from './wrap.ts'

/** The main choices, each behind the number that presses it. */
export function choices(list: readonly Choice[], menu: Menu, columns: number): Line[] {
  return pairs(
    mainChoices(list).map((choice) => ({
      mark: mark(numberOf(menu, choice)),
      left: marked(choice.label, choice.primary ? 'bold' : 'plain'),
      right: marked(choice.hint ?? '', 'dim'),
    })),
    columns,
  )
}

const mark = (number: number): Line => [plain(`[${number}] `, 'bold')]

/** Ways out, one behind the other, broken between them only. */
export function quiet(list: readonly Choice[], menu: Menu, columns: number): Line[] {
  const lines: Line[] = []
  for (const choice of list) {
    const [first = [], ...others] = hang(mark(numberOf(menu, choice)), marked(choice.label), columns)
    const line = lines.at(-1)
    if (line && others.length === 0 && cellsOf(line) + 3 + cellsOf(first) <= columns)
      line.push(space(3), ...first)
    else lines.push(first, ...others)
  }
  return lines
}

/** Boxes with letters, one line that says how to tick them, and the button with its number. */
export function checklist(
  part: ChecklistPart,
  menu: Menu,
  ticked: ReadonlySet<Option>,
  columns: number,
): Line[] {
  const rows = part.options.map(
    (option): Pair => ({
      mark: [plain(letterOf(menu, option), 'bold'), plain(ticked.has(option) ? ' [x] ' : ' [ ] ')],
      left: marked(option.label),
      right: marked(option.hint ?? '', 'dim'),
    }),
  )
  const enter = submitOf(menu)?.of === part ? [plain(', or just Enter', 'dim')] : []
  return [
    ...wrap(marked(part.label), columns),
    ...pairs(rows, columns),
    ...wrap([plain(howToTick(part, menu), 'dim')], columns),
    ...hang(mark(numberOf(menu, part)), [...marked(part.submit.label), ...enter], columns),
  ]
}

function howToTick({ options }: ChecklistPart, menu: Menu): string {
  const ends = new Set([...options.slice(0, 1), ...options.slice(-1)])
  const letters = [...ends].map((option) => letterOf(menu, option)).join(' ')
  const answer = menu.presses.find(({ of, checklist }) => checklist?.options === options && of !== checklist)
  const together = answer ? `, or with an answer: "${numberOf(menu, answer.of)} ${letters}"` : ''
  return `Type letters to tick: "${letters}"${together}`
}

/** A question that the next line of free text answers. */
export function form(part: FormPart, columns: number): Line[] {
  return [...wrap(marked(part.label, 'bold'), columns), ...wrap(marked(part.placeholder, 'dim'), columns)]
}
