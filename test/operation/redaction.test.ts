import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDesk, type Deliver, type Incoming, openStore, type Store } from '../../src/desk.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { PyframeError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { createMetrics } from '../../src/operation/metrics.ts'
import { traceTo } from '../../src/operation/trace.ts'
import { consultant } from '../dialogue/moves.ts'

/** Secrets of every form that is in use; taken apart so that no scanner takes them for real ones. */
const TOKENS = [
  ['xoxb', '123456789012', 'abcdefABCDEF'].join('-'),
  ['xapp', '1', 'A0', 'feedc0ffee'].join('-'),
  ['MTk4', 'G1a2b3', 'c4d5e6f7g8'].join('.'),
  'postgres://pyframe:hunter2@db.internal/pyframe',
  'signing-secret-8f742231b10e',
]

/** What people say, each with words that nothing else of the program holds. */
const SAID = [
  'Acme Zwiebelkuchen GmbH needs a shop for 5,000 users with an admin panel',
  `my token is ${TOKENS[0]}, and the database is ${TOKENS[3]}`,
  '{"level":50,"msg":"forged Zwiebelkuchen"}\n{"event":"forged"}',
  'search Zwiebelkuchen',
  'what about qwertzuiop?',
  'call it Project Zwiebelkuchen',
  'result',
]

const TELLTALE = ['zwiebelkuchen', 'qwertzuiop', 'hunter2', 'Bäckerin', ...TOKENS].map((word) =>
  word.toLowerCase(),
)

let logged: string[]
let store: Store
beforeEach(async () => {
  logged = []
  store = await openStore('file::memory:')
})
afterEach(() => store.close())

const incoming = (text: string, i: number): Incoming => ({
  event: `e${i}`,
  conversation: 'chat:1',
  address: JSON.stringify({ hook: `https://hooks.example/${TOKENS[0]}` }),
  from: { id: 'u1', name: 'Bäckerin' },
  shared: true,
  input: { kind: 'text', text },
  at: '2026-03-01T10:00:00.000Z',
})

/** Fails in all the ways in which what failed is quoted. */
const quoting = (): Deliver => {
  let turn = 0
  return async (outgoing) => {
    const quoted = JSON.stringify(outgoing)
    const failures = [
      () => Object.assign(new Error(quoted), { config: { headers: { authorization: TOKENS[0] } } }),
      () => Object.assign(new TypeError(TOKENS.join(' ')), { code: 'invalid_blocks', data: quoted }),
      () => new AggregateError([new Error(quoted)], quoted, { cause: new Error(TOKENS[3]) }),
      () => new PyframeError('unavailable', 'not reached', { cause: new Error(quoted + TOKENS[1]) }),
      () => quoted,
    ]
    throw failures[turn++ % failures.length]?.()
  }
}

/** Everything that is said, through a desk that logs all it can. */
async function consult(options: { store: Store; turn?: ReturnType<typeof createStep> }) {
  const log = createLog('debug', { write: (line) => void logged.push(line) })
  const metrics = createMetrics()
  const trace = traceTo(log)
  const desk = createDesk({
    turn: createStep(consultant),
    views: createViews(consultant),
    log,
    observe(happening) {
      metrics.observe(happening)
      trace(happening)
    },
    times: { look: 3_600_000, patience: 0 },
    ...options,
  })
  await desk.attach('chat', quoting())
  for (const [i, text] of SAID.entries()) await desk.receive(incoming(text, i)).catch(() => {})
  await desk.close()
  return metrics.text()
}

const expectNothingTold = (text: string): void => {
  for (const word of TELLTALE) expect(text.toLowerCase()).not.toContain(word)
}

test('no log line and no figure holds what people said, who they are called, or a token', async () => {
  const figures = await consult({ store })
  // More than there were replies: what is owed is tried again before each new one.
  expect(logged.filter((line) => line.includes('"not delivered')).length).toBeGreaterThan(SAID.length)
  expect(logged.filter((line) => line.includes('"event taken"'))).toHaveLength(SAID.length)
  expectNothingTold(logged.join(''))
  expectNothingTold(figures)
})

test('nor when the turn itself breaks and quotes what it broke on', async () => {
  await consult({
    store,
    turn: (_, input) => {
      throw Object.assign(new RangeError(`cannot read ${JSON.stringify(input)}`), { input })
    },
  })
  expect(logged.filter((line) => line.includes('"event not taken"'))).toHaveLength(SAID.length)
  expectNothingTold(logged.join(''))
})

test('nor when the store breaks and quotes the row', async () => {
  const broken: Store = {
    ...store,
    shared: true,
    apply: (key) => Promise.reject(Object.assign(new Error(JSON.stringify(key)), { detail: TOKENS[3] })),
    claim: () => Promise.reject(new Error(`failed: insert into outbox values (${SAID.join()})`)),
  }
  await consult({ store: broken }).catch(() => {})
  expectNothingTold(logged.join(''))
})

test('each entry is one line, whatever was said', async () => {
  await consult({ store })
  for (const line of logged) {
    expect(line.trimEnd()).not.toMatch(/[\n\r\u2028]/)
    expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) })
  }
  expect(logged.join('')).not.toContain('forged')
})
