import { PassThrough } from 'node:stream'
import { WriteStream } from 'node:tty'
import { beforeEach, expect, test, vi } from 'vitest'
import { plain } from '../../../adapters/terminal/line.ts'
import { paint } from '../../../adapters/terminal/paint.ts'

const LINES = [[plain('bold', 'bold'), plain(' and plain  ')]]

/** A stream that says of itself what a terminal's does. */
const terminal = () =>
  Object.assign(new PassThrough(), { isTTY: true, getColorDepth: WriteStream.prototype.getColorDepth })

beforeEach(() => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI', 'TMUX', 'COLORTERM'])
    vi.stubEnv(name, undefined)
  vi.stubEnv('TERM', 'xterm-256color')
  return () => vi.unstubAllEnvs()
})

test('a terminal gets colours, and each ends where it began', () => {
  expect(paint(LINES, terminal())).toBe('\u001b[1mbold\u001b[22m and plain')
})

test('NO_COLOR turns colours off', () => {
  vi.stubEnv('NO_COLOR', '1')
  expect(paint(LINES, terminal())).toBe('bold and plain')
})

test('a pipe gets no colours, unless they are forced', () => {
  expect(paint(LINES, new PassThrough())).toBe('bold and plain')
  vi.stubEnv('FORCE_COLOR', '1')
  expect(paint(LINES, new PassThrough())).toContain('\u001b[1m')
})
