import { styleText } from 'node:util'
import type { Input, Output } from './reader.ts'
import { drawnColumns, LEAST_COLUMNS } from './render.ts'

/** One finding of the doctor. */
interface Finding {
  name: string
  ok: boolean
  detail: string
  /** What to do about it, where something should be done. */
  cure?: string
}

/**
 * What the terminal chat would find here: keyboard or pipe, width, colours.
 *
 * @param input default the process's own
 * @param output default the process's own
 */
export async function check(
  input: Pick<Input, 'isTTY'> = process.stdin,
  output: Output = process.stdout,
): Promise<Finding[]> {
  return [keyboard(Boolean(input.isTTY && output.isTTY)), size(output.columns), colours(output)]
}

const keyboard = (present: boolean): Finding => ({
  name: 'terminal',
  ok: true,
  detail: present
    ? 'keyboard and screen, with history and pasting'
    : 'a pipe or a file: every line is one message, without a prompt',
})

function size(columns: number | undefined): Finding {
  const name = 'terminal width'
  const drawn = drawnColumns(columns)
  if (!columns) return { name, ok: true, detail: `not known, cards are drawn ${drawn} columns wide` }
  if (columns >= LEAST_COLUMNS) return { name, ok: true, detail: `${columns} columns, cards use ${drawn}` }
  return {
    name,
    ok: false,
    detail: `${columns} columns, too few for a card`,
    cure: `Widen the window to at least ${LEAST_COLUMNS} columns.`,
  }
}

const colours = (output: Output): Finding => ({
  name: 'terminal colours',
  ok: true,
  detail:
    styleText('bold', 'x', { stream: output }) === 'x'
      ? 'off: this is no terminal, it has none, or NO_COLOR is set'
      : 'on; NO_COLOR=1 turns them off',
})
