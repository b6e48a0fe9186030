import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test, vi } from 'vitest'
import { QUESTION } from './sample-cards.ts'
import { RESUME_HINT, sitDown } from './sitting.ts'

beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', undefined)
  return () => vi.unstubAllEnvs()
})

const text = (words: string) => ({ kind: 'text', text: words })

test('every line of a pipe is one message, the last one without a line feed too', async () => {
  const { input, left, inputs } = sitDown({ keyboard: false })
  input.end('one\r\ntwo\nthree')
  await left
  expect(await inputs(3)).toEqual([text('one'), text('two'), text('three')])
})

test('a pipe gets the answers and nothing else: no prompt, no echo, no codes', async () => {
  const { input, left, raw } = sitDown({
    keyboard: false,
    replies: [QUESTION, { parts: [text('Fine.') as never] }],
  })
  input.end('hello\n')
  await left
  expect(raw()).not.toContain('\u001b')
  expect(raw().split('\n').slice(0, 4)).toEqual([
    'How complex will it be?',
    '─'.repeat(23),
    '',
    'Question 2 of at most 5',
  ])
  expect(raw().endsWith('[4] Skip   [5] Why do you ask?\n\nFine.\n\n')).toBe(true)
})

test('what follows a word of goodbye is not read', async () => {
  const { input, left, inputs, raw } = sitDown({ keyboard: false })
  input.write('one\nexit\ntwo\n')
  await left
  expect(await inputs(1)).toEqual([text('one')])
  expect(raw()).toContain(RESUME_HINT)
})

test('a line of forty thousand characters passes unharmed', async () => {
  const { input, left, inputs } = sitDown({ keyboard: false })
  const line = '0123456789'.repeat(4000)
  input.end(`${line}\n`)
  await left
  expect(await inputs(1)).toEqual([text(line)])
})

test('a program that shuts down ends the talk', async () => {
  const stop = new AbortController()
  const { left, incoming } = sitDown({ keyboard: false, signal: stop.signal })
  await vi.waitFor(() => expect(incoming).toHaveLength(1))
  stop.abort()
  await left
})

const PROGRAM = `
  const { start } = await import(${JSON.stringify(new URL('../../../adapters/terminal/index.ts', import.meta.url).href)})
  let deliver
  const cards = [{ parts: [{ kind: 'text', text: 'word '.repeat(20000) }] }]
  const desk = { attach: async (_, given) => { deliver = given; return 0 }, receive: () => deliver({ cards }), close: async () => {} }
  const log = { warn() {} }
  await start({ desk, input: process.stdin, output: process.stdout, log, resumeHint: 'Come back.' })
`

test('a reader who goes away ends the program quietly', async () => {
  const program = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  })
  let complaints = ''
  program.stderr.setEncoding('utf8').on('data', (words: string) => {
    complaints += words
  })
  await once(program.stdout, 'data')
  program.stdout.destroy()
  for (let i = 0; i < 5; i++) program.stdin.write('hello\n')
  program.stdin.on('error', () => {})
  expect(await once(program, 'exit')).toEqual([0, null])
  expect(complaints).toBe('')
})
