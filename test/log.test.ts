import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { PyframeError } from '../src/errors.ts'
import { createLog, failureFields, type LogLevel, withFields } from '../src/log.ts'

/** A log and the entries written to it so far. */
function collectingLog(level: LogLevel) {
  const lines: string[] = []
  const log = createLog(level, { write: (line) => void lines.push(line) })
  return { log, entries: () => lines.map((line) => JSON.parse(line)) }
}

test('an entry holds its fields, its words and when it was', () => {
  const { log, entries } = collectingLog('info')
  log.info({ event: 'e1' }, 'taken')
  expect(entries()).toEqual([
    { level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), event: 'e1', msg: 'taken' },
  ])
})

test('entries below the level are left out', () => {
  const { log, entries } = collectingLog('warn')
  log.debug({}, 'a')
  log.info({}, 'b')
  log.warn({}, 'c')
  log.error({}, 'd')
  expect(entries().map((entry) => entry.msg)).toEqual(['c', 'd'])
})

test('a child adds its fields to each entry', () => {
  const { log, entries } = collectingLog('info')
  log.child({ platform: 'chat' }).warn({ event: 'e1' }, 'late')
  expect(entries()).toMatchObject([{ platform: 'chat', event: 'e1' }])
})

test('without a destination it writes to standard error, and nothing is lost when the process is killed', () => {
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('../src/log.ts', import.meta.url).href)})
    const log = createLog('info')
    for (let i = 0; i < 200; i++) log.info({ i }, 'last words')
    process.kill(process.pid, 'SIGKILL')`
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(child.stdout).toBe('')
  expect(child.stderr.trim().split('\n')).toHaveLength(200)
})

test('a failure is told by name, code and place, without the words it quotes', () => {
  const failure = Object.assign(new TypeError('cannot read "my secret plan"\n  of 2027'), { code: 'E_X' })
  const fields = failureFields(failure)
  expect(fields).toMatchObject({ failure: 'TypeError', code: 'E_X' })
  expect(fields.at).toContainEqual(expect.stringContaining('log.test.ts'))
  expect(JSON.stringify(fields)).not.toMatch(/secret|2027/)
})

test('a failure of our own is told with reason and cure', () => {
  const fields = failureFields(new PyframeError('unavailable', 'disk full', { cure: 'free some space' }))
  expect(fields).toMatchObject({ code: 'unavailable', reason: 'disk full', cure: 'free some space' })
})

test('a thrown value that is no error is not quoted', () => {
  expect(failureFields('my secret plan')).toEqual({ failure: 'string' })
})

test('work done for an event logs its id, also in what it waits for, and an entry may say otherwise', async () => {
  const { log, entries } = collectingLog('info')
  const child = log.child({ front: 'chat' })
  const slowly = async (words: string) => {
    await new Promise(setImmediate)
    child.info({}, words)
  }
  await Promise.all([
    withFields({ event: 'e1' }, () => slowly('one')),
    withFields({ event: 'e2' }, () => slowly('two')),
  ])
  withFields({ event: 'e3' }, () => log.info({ event: 'own' }, 'three'))
  log.info({}, 'four')
  expect(entries().map(({ event, msg }) => [event, msg])).toEqual([
    ['e1', 'one'],
    ['e2', 'two'],
    ['own', 'three'],
    [undefined, 'four'],
  ])
})
