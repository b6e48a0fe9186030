import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cardToText } from '../src/card/plain.ts'
import { createCrowd } from '../src/desk/crowd.ts'
import { createGate, openOffice, says, titlesOf, until } from './support/desk.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

describe('a flood from one person', () => {
  const flood = (count: number, conversations = 1) =>
    Array.from({ length: count }, (_, i) =>
      says(`word ${i}`, { conversation: `chat:${i % conversations}`, person: 'flooder' }),
    )

  test('is worked off up to a limit, and one word says that the rest was left out', async () => {
    const desk = office.open({ room: { ofOnePerson: 5 } })
    await desk.attach('chat', office.collect)
    await Promise.all(flood(200).map(desk.receive))
    expect(await office.seen('chat:0')).toHaveLength(5)
    const words = office.delivered.flatMap(({ cards }) => cards.map(cardToText))
    expect(words.filter((word) => /faster than I am/.test(word))).toHaveLength(1)
  })

  test('counts over all their conversations', async () => {
    const desk = office.open({ room: { ofOnePerson: 5 } })
    await desk.attach('chat', office.collect)
    await Promise.all(flood(50, 10).map(desk.receive))
    expect(titlesOf(office.delivered).filter((title) => title === 'turn 1')).toHaveLength(5)
  })

  test('delays nobody else', async () => {
    const desk = office.open({ room: { ofOnePerson: 5 } })
    const gate = createGate()
    await desk.attach('chat', (outgoing) =>
      outgoing.conversation === 'chat:0' ? gate.deliver(outgoing) : office.collect(outgoing),
    )
    const all = flood(2_000).map(desk.receive)
    await desk.receive(says('me too', { conversation: 'chat:other' }))
    expect(office.delivered).toMatchObject([{ conversation: 'chat:other' }])
    gate.open()
    await Promise.all(all)
  })

  test('is over when what they sent is done, and then they are served and may be told again', async () => {
    const desk = office.open({ room: { ofOnePerson: 5 } })
    await desk.attach('chat', office.collect)
    for (let i = 0; i < 2; i++) {
      await Promise.all(
        flood(9).map((incoming) => desk.receive({ ...incoming, event: `${i} ${incoming.event}` })),
      )
    }
    expect(await office.seen('chat:0')).toHaveLength(10)
    expect(office.delivered).toHaveLength(12)
  })

  test('of one name on two platforms is of two people', async () => {
    const desk = office.open({ room: { ofOnePerson: 1 } })
    await desk.attach('chat', office.collect)
    await desk.attach('forum', office.collect)
    await Promise.all([
      desk.receive(says('one', { conversation: 'chat:1', person: 'ann' })),
      desk.receive(says('two', { conversation: 'forum:1', person: 'ann' })),
    ])
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 1'])
  })
})

test('when too many people wait at once the next ones are asked to come again', async () => {
  const desk = office.open({ room: { ofAll: 3 } })
  const gate = createGate()
  await desk.attach('chat', gate.deliver)
  const all = Array.from({ length: 4 }, (_, i) =>
    desk.receive(says('hi', { event: `e${i}`, conversation: `chat:${i}` })),
  )
  await until(() => gate.waiting.length === 4)
  gate.open()
  await Promise.all(all)
  expect(gate.delivered.flatMap(({ cards }) => cards.map(cardToText)).join()).toMatch(/a lot of people/i)
  expect(await office.seen('chat:3')).toEqual([])
})

test('whoever leaves makes room, also after many came and went', () => {
  const crowd = createCrowd({ ofOnePerson: 2, ofAll: 3 })
  for (let i = 0; i < 100; i++) {
    expect(['ann', 'ann', 'ann', 'ann', 'bob', 'bob'].map(crowd.enter)).toEqual([
      'in',
      'in',
      'person_full',
      'told',
      'in',
      'all_full',
    ])
    for (const person of ['ann', 'bob', 'ann']) crowd.leave(person)
  }
})
