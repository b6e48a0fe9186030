import { PassThrough } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { check } from '../../../adapters/terminal/index.ts'

afterEach(() => vi.unstubAllEnvs())

const screen = (columns: number) => Object.assign(new PassThrough(), { isTTY: true, columns })

test('a comfortable terminal has nothing to cure', async () => {
  vi.stubEnv('FORCE_COLOR', '1')
  expect(await check({ isTTY: true }, screen(120))).toEqual([
    { name: 'terminal', ok: true, detail: 'keyboard and screen, with history and pasting' },
    { name: 'terminal width', ok: true, detail: '120 columns, cards use 100' },
    { name: 'terminal colours', ok: true, detail: 'on; NO_COLOR=1 turns them off' },
  ])
})

test('a window that is too narrow for a card has a cure', async () => {
  const findings = await check({ isTTY: true }, screen(12))
  expect(findings[1]).toEqual({
    name: 'terminal width',
    ok: false,
    detail: '12 columns, too few for a card',
    cure: 'Widen the window to at least 20 columns.',
  })
})

test('a pipe is fine too', async () => {
  vi.stubEnv('FORCE_COLOR', undefined)
  const findings = await check({}, new PassThrough())
  expect(findings.map(({ ok, detail }) => [ok, detail])).toEqual([
    [true, 'a pipe or a file: every line is one message, without a prompt'],
    [true, 'not known, cards are drawn 80 columns wide'],
    [true, 'off: this is no terminal, it has none, or NO_COLOR is set'],
  ])
})
