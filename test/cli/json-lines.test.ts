import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { streamLines } from '../../src/cli/json-lines.ts'
import type { Program } from '../../src/cli/program.ts'
import { command, PROCESS_TEST, start, temporaryFolder } from './program.ts'

/** Streams chunks through an answer that repeats what it was given. */
async function echo(chunks: readonly (string | Buffer)[], needsCriterion = false) {
  const output = new PassThrough()
  const said = text(output)
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  const status = await streamLines(
    { input, output } as Partial<Program> as Program,
    needsCriterion,
    ({ text }) => ({
      text,
    }),
  )
  output.end()
  return {
    status,
    lines: (await said)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

describe('a bad line is answered with its id and the error, and the rest goes on:', () => {
  test.each([
    ['no JSON', 'nope', { id: null, error: 'not valid JSON' }],
    ['a list', '[1]', { id: null, error: expect.stringContaining('must be an object') }],
    ['null', 'null', { id: null, error: expect.stringContaining('must be an object') }],
    ['no text', '{"id":"x"}', { id: 'x', error: '"text" must be a string' }],
    ['a number as text', '{"id":7,"text":7}', { id: 7, error: '"text" must be a string' }],
    ['an object as id', '{"id":{},"text":7}', { id: null, error: '"text" must be a string' }],
    ['no criterion', '{"id":"x","text":"yes"}', { id: 'x', error: '"criterion" must be a string' }],
    [
      'a number as question',
      '{"text":"a","criterion":"c","asked":1}',
      { id: null, error: '"asked" must be a string' },
    ],
  ])('%s', async (_statement, bad, answer) => {
    const good = (id: string) => JSON.stringify({ id, text: id, criterion: 'speed' })
    const { status, lines } = await echo([`${good('first')}\n${bad}\n${good('last')}\n`], true)
    expect(lines).toEqual([{ id: 'first', text: 'first' }, answer, { id: 'last', text: 'last' }])
    expect(status).toBe(65)
  })
})

describe('lines', () => {
  const line = (text: string) => JSON.stringify({ id: 1, text })

  test('end with a line feed, alone or after a carriage return, the last one with none', async () => {
    const { status, lines } = await echo([`${line('a')}\r\n\n  \n${line('b')}\n${line('c')}`])
    expect(lines.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(status).toBe(0)
  })

  test('may hold other signs that end lines elsewhere', async () => {
    const { lines } = await echo([`${line('a\u2028b\u2029c\u0085d')}\n`])
    expect(lines).toEqual([{ id: 1, text: 'a\u2028b\u2029c\u0085d' }])
  })

  test('may come in pieces, cut inside a character', async () => {
    const whole = Buffer.from(`${line('é日🙂')}\n${line('b')}\n`)
    const { lines } = await echo([...whole].map((byte) => Buffer.from([byte])))
    expect(lines.map(({ text }) => text)).toEqual(['é日🙂', 'b'])
  })

  test('may begin with a byte order mark', async () => {
    const { lines } = await echo([`\uFEFF${line('a')}\n`])
    expect(lines).toEqual([{ id: 1, text: 'a' }])
  })

  test('need not be there at all', async () => {
    expect(await echo([])).toEqual({ status: 0, lines: [] })
  })
})

/** What people and programs paste without knowing. */
const HOSTILE = {
  'forty thousand characters': 'An online shop with payments. '.repeat(1334),
  'one word of forty thousand characters': 'a'.repeat(40_000),
  'forty thousand brackets': '('.repeat(40_000),
  'a NUL': 'is django\0 fast?',
  'zero-width characters': 'is dj\u200ban\u200dgo\ufeff fast?',
  'right-to-left marks': '\u202eis django fast?\u202c \u200f\u2067',
  'a lone surrogate': 'is django \ud800 fast? \udfff',
  'escape codes': '\u001b[31mis django fast?\u001b[0m\u0007',
  'only signs': '?!… \u0301\u200b',
}

test.each([
  ['ask', 'text'],
  ['recommend', 'ranking'],
  ['answer', 'level'],
])('whatever the text, %s answers it', PROCESS_TEST, async (name, field) => {
  const input = Object.entries(HOSTILE).map(([id, text]) =>
    JSON.stringify({ id, text, criterion: 'performance' }),
  )
  const { status, out } = await command([name, '--stdin'], input.join('\n'))
  expect(status).toBe(0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual(Object.keys(HOSTILE))
  for (const answer of answers) expect(answer).toHaveProperty(field)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come back
  expect(out).not.toMatch(/\\u001b|[\u0000-\u0009\u007f\u202e]/)
})

test('a criterion nobody knows spoils its line only, an empty text none', async () => {
  const input = ['mood', 'speed']
    .map((criterion) => JSON.stringify({ id: criterion, criterion, text: '' }))
    .join('\n')
  const { status, out } = await command(['answer', '--stdin'], input)
  const [bad, good] = out.split('\n')
  expect(JSON.parse(bad ?? '')).toEqual({
    id: 'mood',
    error: expect.stringContaining('there is no criterion "mood"'),
  })
  expect(JSON.parse(good ?? '')).toEqual({ id: 'speed', level: 'unknown', needs: [] })
  expect(status).toBe(65)
})

test('a reader that goes away ends it without a word', PROCESS_TEST, async () => {
  const child = start(['ask', '--stdin'], temporaryFolder())
  const errors = text(child.stderr ?? expect.fail('no pipe'))
  child.stdin?.on('error', () => {})
  child.stdin?.write('{"id":1,"text":"is django fast?"}\n'.repeat(2000))
  await once(child.stdout ?? expect.fail('no pipe'), 'data')
  child.stdout?.destroy()
  child.stdin?.end()
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await errors).toBe('')
})
