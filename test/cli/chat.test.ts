import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

const chat = (folder: string, settings: NodeJS.ProcessEnv = {}): ChildProcess =>
  start(['chat'], folder, settings)
const talk = (folder: string, ...lines: string[]) =>
  finish(chat(folder), lines.map((line) => `${line}\n`).join(''))

/** Waits until the program has said something that fits. */
async function hear({ stdout }: ChildProcess, told: RegExp): Promise<void> {
  let said = ''
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    said += chunk
    if (told.test(said)) return
  }
  expect.fail(`it never said ${told}: ${said}`)
}

describe.concurrent('the terminal chat', PROCESS_TEST, () => {
  test('answers a pipe in plain text and keeps its place for the next time', async () => {
    const folder = temporaryFolder()
    const first = await talk(folder, 'django', 'exit')
    expect(first).toMatchObject({ status: 0, errors: '' })
    expect(first.out).toContain('Django is a full-stack framework')
    expect(first.out).not.toContain('\u001b')
    expect(readdirSync(join(folder, 'data'))).toEqual(['pyframe.db'])

    const second = await talk(folder, 'ask me', 'exit')
    expect(second.out).toContain('Question 1 of at most 5')
    const third = await talk(folder, 'exit')
    expect(third.out).toContain('Question 1 of at most 5')
    expect(third.out).not.toContain('Which framework fits your project?')
  })

  test('killed after an answer, goes on where it was', async () => {
    const folder = temporaryFolder()
    const child = chat(folder)
    child.stdin?.write('ask me\n')
    await hear(child, /Question 1 of at most 5/)
    child.stdin?.write('1\n')
    await hear(child, /Question 2 of at most 5/)
    child.kill('SIGKILL')
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    const { status, out } = await talk(folder, 'exit')
    expect(status).toBe(0)
    expect(out).toContain('Question 2 of at most 5')
  })

  test('asked to stop, ends in order', async () => {
    const child = chat(temporaryFolder())
    await hear(child, /\[1\]/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('keeps a damaged database aside, says so and goes on', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data'))
    const damaged = 'This is not a database. '.repeat(200)
    writeFileSync(join(folder, 'data/pyframe.db'), damaged)
    const { status, out, errors } = await talk(folder, 'django', 'exit')
    expect(status).toBe(0)
    expect(out).toContain('Django is a full-stack framework')
    const [aside = ''] = /pyframe\.db\.corrupt-\S+Z/.exec(errors) ?? []
    expect(errors).toMatch(/^The database was damaged\. It is kept as [^\n]+; a new one was begun\.\n$/)
    expect(readFileSync(join(folder, 'data', aside), 'utf8')).toBe(damaged)
  })

  test.each([
    [
      'a file stands in the place of its folder',
      'file:./kept/x.db',
      /folder \.\/kept cannot be created.*\(Let this user/,
    ],
    ['a folder stands in its place', 'file:.', /is a folder, not a database file.*\(Let DATABASE_URL/],
  ])('does not begin when %s', async (_statement, DATABASE_URL, told) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'kept'), 'something else')
    const { status, out, errors } = await finish(chat(folder, { DATABASE_URL }), 'django\n')
    expect({ status, out }).toEqual({ status: 78, out: '' })
    expect(errors).toMatch(told)
    expect(errors.trimEnd().split('\n')).toHaveLength(1)
  })

  test('does not begin without knowledge', async () => {
    const empty = temporaryFolder()
    const { status, errors } = await finish(chat(temporaryFolder(), { KNOWLEDGE_DIR: empty }), 'django\n')
    expect(status).toBe(65)
    expect(errors).toMatch(/holds no \.yaml files \(set KNOWLEDGE_DIR/)
  })
})
