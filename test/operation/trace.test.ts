import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'
import { traceTo } from '../../src/operation/trace.ts'
import { openOffice, refuse, says, until } from '../support/desk.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

/** A desk whose way of each event is logged, and the log its front ends write to. */
function traced(times = {}) {
  const log = createLog('debug', { write: (line) => void office.logged.push(line) })
  return { desk: office.open({ observe: traceTo(log), times }), log }
}

const entries = () => office.logged.map((line) => JSON.parse(line))
const entriesOf = (event: string) => entries().filter((entry) => entry.event === event)

test('the way of an event is logged under its id, from coming in to the last thing it led to', async () => {
  const { desk, log } = traced()
  await desk.attach('chat', async (outgoing) => {
    await new Promise(setImmediate)
    log.debug({ outgoing: outgoing.id }, 'words of a front end')
  })
  await Promise.all([desk.receive(says('share')), desk.receive(says('b', { conversation: 'chat:2' }))])
  expect(entriesOf('event of share').map(({ msg, purpose }) => [msg, purpose])).toEqual([
    ['event taken', undefined],
    ['words of a front end', undefined],
    ['delivered', 'reply'],
    ['words of a front end', undefined],
    ['delivered', 'share'],
  ])
  expect(entries().filter(({ event }) => event === undefined)).toEqual([])
})

test('how long each stage took is part of it', async () => {
  const { desk } = traced()
  await desk.attach('chat', office.collect)
  await desk.receive(says('one'))
  expect(entriesOf('event of one')).toMatchObject([
    {
      input: 'text',
      repeated: false,
      ms: { waited: expect.any(Number), turn: expect.any(Number), store: expect.any(Number) },
    },
    { purpose: 'reply', attempt: 1, ms: { took: expect.any(Number) } },
  ])
})

test('so is what failed, and what was delivered later, by another start too', async () => {
  const { desk } = traced()
  await desk.attach('chat', refuse)
  await desk.receive(says('one'))
  await traced().desk.attach('chat', office.collect)
  await until(() => office.delivered.length === 1)
  expect(entriesOf('event of one').map(({ msg }) => msg)).toEqual([
    'event taken',
    'not delivered, stays owed',
    'delivered',
  ])
})

test('a turn that broke is logged once, under the id', async () => {
  const { desk } = traced()
  await desk.attach('chat', office.collect)
  await desk.receive(says('break')).catch(() => {})
  expect(entriesOf('event of break').map(({ msg }) => msg)).toEqual(['event not taken'])
})
