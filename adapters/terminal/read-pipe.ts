import { createInterface } from 'node:readline'
import type { Reader, Reading } from './reader.ts'

/** Reads a pipe or a file: every line is one message, nothing is echoed. */
export function readPipe({ input, output, heard, ended }: Reading): Reader {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false })
  lines.on('line', heard)
  lines.on('close', ended)
  return {
    prompt: () => {},
    print: (text) => output.write(`${text}\n`),
    close: () => lines.close(),
  }
}
