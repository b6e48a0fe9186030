import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '../../src/desk.ts'
import { PyframeError } from '../../src/errors.ts'
import { createMetrics, type Metrics } from '../../src/operation/metrics.ts'
import { createGate, openOffice, refuse, says, until, wordTurn } from '../support/desk.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let metrics: Metrics
beforeEach(async () => {
  office = await openOffice()
  metrics = createMetrics()
})
afterEach(() => office.close())

const opened = (options: Parameters<typeof office.open>[0] = {}): Desk =>
  office.open({ observe: metrics.observe, ...options })

const AWAY = new PyframeError('unavailable', 'away')

/** Value of a series, written as it stands in the text; null when there is none. */
async function figure(series: string): Promise<number | null> {
  const line = (await metrics.text()).split('\n').find((each) => each.startsWith(`${series} `))
  return line === undefined ? null : Number(line.slice(series.length + 1))
}

describe('what is counted', () => {
  test('turns, by what they were, and apart from them those that were stepped before', async () => {
    const desk = opened()
    await desk.attach('chat', office.collect)
    await desk.receive(says('one'))
    await desk.receive(says('one'))
    await desk.receive({ ...says('two'), input: { kind: 'action', action: 'two' } })
    expect(await figure('pyframe_turns_total{platform="chat",input="text",repeated="false"}')).toBe(1)
    expect(await figure('pyframe_turns_total{platform="chat",input="text",repeated="true"}')).toBe(1)
    expect(await figure('pyframe_turns_total{platform="chat",input="action",repeated="false"}')).toBe(1)
  })

  test.each([
    ['sure', 'understood'],
    ['unsure', 'unsure'],
    ['nothing', 'declined'],
  ] as const)('texts that were met with "%s" as %s', async (sureness, outcome) => {
    const desk = opened({ turn: (...given) => ({ ...wordTurn(given[0], given[1]), sureness }) })
    await desk.attach('chat', office.collect)
    await desk.receive(says('one'))
    expect(await figure(`pyframe_texts_total{platform="chat",outcome="${outcome}"}`)).toBe(1)
  })

  test('deliveries by purpose and outcome, and what kind of error it was', async () => {
    const desk = opened()
    const ways = [office.collect, office.collect, refuse, () => Promise.reject(AWAY)]
    await desk.attach('chat', async (outgoing) => ways.shift()?.(outgoing))
    await desk.receive(says('share'))
    await desk.receive(says('two'))
    await desk.receive(says('three', { conversation: 'chat:2' }))
    const deliveries = (purpose: string, outcome: string) =>
      figure(`pyframe_deliveries_total{platform="chat",purpose="${purpose}",outcome="${outcome}"}`)
    expect(await deliveries('reply', 'delivered')).toBe(1)
    expect(await deliveries('share', 'delivered')).toBe(1)
    expect(await deliveries('reply', 'failed')).toBe(2)
    const errors = (kind: string) =>
      figure(`pyframe_errors_total{platform="chat",stage="delivery",kind="${kind}"}`)
    expect(await errors('unexpected')).toBe(1)
    expect(await errors('unavailable')).toBe(1)
  })

  test('turns that broke', async () => {
    const desk = opened()
    await desk.attach('chat', office.collect)
    await desk.receive(says('break')).catch(() => {})
    expect(await figure('pyframe_errors_total{platform="chat",stage="turn",kind="unexpected"}')).toBe(1)
    expect(await figure('pyframe_turns_total{platform="chat",input="text",repeated="false"}')).toBe(null)
  })

  test('events that were left out, the ones nobody was told about again too', async () => {
    const desk = opened({ room: { ofOnePerson: 2 } })
    await desk.attach('chat', office.collect)
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((word) => desk.receive(says(word))))
    expect(await figure('pyframe_events_left_out_total{platform="chat",reason="person"}')).toBe(3)
  })

  test('events that wait or are being worked on, until they are over, well or not', async () => {
    const desk = opened()
    const gate = createGate()
    await desk.attach('chat', gate.deliver)
    const all = ['one', 'break', 'two'].map((word) => desk.receive(says(word)).catch(() => {}))
    await until(() => gate.waiting.length === 1)
    expect(await figure('pyframe_queue_events{platform="chat"}')).toBe(3)
    gate.open()
    await Promise.all(all)
    expect(await figure('pyframe_queue_events{platform="chat"}')).toBe(0)
  })

  test('what is owed in the store, how old the oldest of it is, and that nothing is once it arrived', async () => {
    const told = createMetrics(office.store.backlog)
    told.frontEnd('chat', true)
    const outbox = async () =>
      [...(await told.text()).matchAll(/^pyframe_outbox_(\w+)\{platform="chat"\} (.*)$/gm)].map(
        ([, name, value]) => [name, Number(value)],
      )
    const desk = opened()
    const ways = [refuse, refuse]
    await desk.attach('chat', async (outgoing) => ways.shift()?.(outgoing))
    await desk.receive(says('one'))
    await desk.receive(says('two', { conversation: 'chat:2' }))
    const [rows, oldest] = await outbox()
    expect(rows).toEqual(['rows', 2])
    const sinceMade = (Date.now() - office.now().getTime()) / 1_000
    expect(oldest).toEqual(['oldest_seconds', expect.closeTo(sinceMade, -2)])
    office.pass(60_000)
    await desk.attach('chat', office.collect)
    expect(await outbox()).toEqual([
      ['rows', 0],
      ['oldest_seconds', 0],
    ])
  })

  test('how long each stage took', async () => {
    const desk = opened()
    await desk.attach('chat', office.collect)
    await desk.receive(says('one'))
    for (const stage of ['wait', 'turn', 'store', 'delivery', 'total']) {
      const series = `pyframe_stage_duration_seconds_count{platform="chat",stage="${stage}"}`
      expect(await figure(series), stage).toBe(1)
    }
  })

  test('which knowledge answers are given from, only the last of them, and what became of reloads', async () => {
    metrics.knowledge('aaa')
    metrics.knowledge('bbb')
    metrics.reloaded('refused')
    expect(await figure('pyframe_knowledge_info{hash="aaa"}')).toBe(null)
    expect(await figure('pyframe_knowledge_info{hash="bbb"}')).toBe(1)
    expect(await figure('pyframe_knowledge_reloads_total{outcome="refused"}')).toBe(1)
  })
})

test('people and what they say make no series: the figures of one event and of many are the same ones', async () => {
  const desk = opened()
  await desk.attach('chat', office.collect)
  const names = async () =>
    (await metrics.text())
      .replaceAll(/ [\d.e+-]+$/gm, '')
      .split('\n')
      .sort()
  const ofOurs = async () => (await names()).filter((line) => line.startsWith('pyframe_'))
  await desk.receive(says('first'))
  const before = await ofOurs()
  for (let i = 0; i < 50; i++)
    await desk.receive(says(`secret ${i}`, { conversation: `chat:room${i}`, person: `person${i}` }))
  expect(await ofOurs()).toEqual(before)
  expect(await metrics.text()).not.toMatch(/secret|room\d|person\d|name of/)
})

test('names follow the conventions: a unit, and _total for what only grows', async () => {
  const types = [...(await metrics.text()).matchAll(/^# TYPE (pyframe_\w+) (\w+)$/gm)]
  expect(types.length).toBeGreaterThan(8)
  for (const [, name = '', type = ''] of types) {
    expect(name.endsWith('_total'), name).toBe(type === 'counter')
    if (type === 'histogram') expect(name).toMatch(/_seconds$/)
  }
})
