import type { Readable } from 'node:stream'
import { messageOf, PyframeError } from '../errors.ts'
import type { Program } from './program.ts'

/** One request line. */
export interface JsonLine {
  id?: string
  text: string
  criterion?: string
  asked?: string
}

/**
 * Answers JSON Lines from standard input, one line each, in order, with the same `id`. A bad line is answered with
 * `{"id","error"}` and the rest goes on.
 *
 * @param needsCriterion whether every line must name a criterion
 * @returns 65 when a line was bad, else 0
 */
export async function streamLines(
  program: Program,
  needsCriterion: boolean,
  answer: (line: JsonLine) => object,
): Promise<number> {
  let bad = 0
  for await (const raw of linesOf(program.input)) {
    if (raw.trim() === '') continue
    const { out, ok } = answerLine(raw, needsCriterion, answer)
    if (!ok) bad += 1
    if (!program.output.write(`${JSON.stringify(out)}\n`)) await drained(program)
  }
  return bad === 0 ? 0 : new PyframeError('data', `${bad} bad lines`).exitStatus
}

/** Ended by line feeds alone: other signs that Node's own reader ends lines at may stand inside a JSON string. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let open: string[] = []
  for await (const chunk of input) {
    const [head = '', ...tails] = decoder.decode(chunk, { stream: true }).split('\n')
    open.push(head)
    for (const tail of tails) {
      yield open.join('')
      open = [tail]
    }
  }
  yield open.join('') + decoder.decode()
}

const drained = (program: Program): Promise<void> =>
  new Promise((resolve) => program.output.once('drain', () => resolve()))

function answerLine(
  raw: string,
  needsCriterion: boolean,
  answer: (line: JsonLine) => object,
): { out: object; ok: boolean } {
  let id: string | number | null = null
  try {
    const value: unknown = JSON.parse(raw)
    id = idOf(value)
    return { out: { id, ...answer(readLine(value, needsCriterion)) }, ok: true }
  } catch (error) {
    const message = error instanceof SyntaxError ? 'not valid JSON' : messageOf(error)
    return { out: { id, error: message }, ok: false }
  }
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function readLine(value: unknown, needsCriterion: boolean): JsonLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PyframeError('data', 'a line must be an object such as {"id":"1","text":"..."}')
  }
  const { text, criterion, asked } = value as Record<string, unknown>
  if (typeof text !== 'string') throw new PyframeError('data', '"text" must be a string')
  if (needsCriterion && typeof criterion !== 'string')
    throw new PyframeError('data', '"criterion" must be a string')
  if (asked !== undefined && asked !== null && typeof asked !== 'string') {
    throw new PyframeError('data', '"asked" must be a string')
  }
  return {
    text,
    ...(typeof criterion === 'string' ? { criterion } : {}),
    ...(typeof asked === 'string' ? { asked } : {}),
  }
}
