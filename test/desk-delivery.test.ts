import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deliver, Desk } from '../src/desk.ts'
import { PyframeError } from '../src/errors.ts'
import type { Store } from '../src/store/store.ts'
import { createGate, openOffice, refuse, says, titlesOf, until } from './support/desk.ts'

const LEASE_MS = 30_000

let office: Awaited<ReturnType<typeof openOffice>>
let desk: Desk
beforeEach(async () => {
  office = await openOffice()
  desk = office.open()
})
afterEach(() => office.close())

const owed = () => office.store.undelivered('chat')

/** The store as processes on several machines see it. */
const sharedStore = (): Store => ({ ...office.store, shared: true })

/** Refuses so many times and then collects. */
function refusing(times: number): Deliver {
  let left = times
  return (outgoing) => (left-- > 0 ? refuse(outgoing) : office.collect(outgoing))
}

const hang: Deliver = () => new Promise(() => {})

describe('a reply that could not be delivered', () => {
  test('stays owed and is delivered in order at the next start', async () => {
    await desk.attach('chat', refuse)
    for (const word of ['one', 'two', 'three']) await desk.receive(says(word))
    expect(await office.open().attach('chat', office.collect)).toBe(3)
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 2', 'turn 3'])
    expect(await office.open().attach('chat', office.collect)).toBe(0)
  })

  test('comes before the reply to what is received after the start', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('one'))
    const gate = createGate()
    const restarted = office.open()
    const attached = restarted.attach('chat', gate.deliver)
    await until(() => gate.waiting.length === 1)
    const received = restarted.receive(says('two'))
    const elsewhere = restarted.receive(says('three', { conversation: 'chat:2' }))
    await until(() => gate.waiting.length > 1)
    expect(gate.waiting).toEqual(['chat:1', 'chat:2'])
    gate.open()
    await Promise.all([attached, received, elsewhere])
  })

  test('comes before the reply to the next message also without a new start', async () => {
    await desk.attach('chat', refusing(1))
    await desk.receive(says('one'))
    await desk.receive(says('two'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 2'])
    expect(await owed()).toEqual([])
  })

  test('does not hold the reply to the next message back while it is refused', async () => {
    await desk.attach('chat', (outgoing) =>
      outgoing.event === 'event of one' ? refuse(outgoing) : office.collect(outgoing),
    )
    await desk.receive(says('one'))
    await desk.receive(says('two'))
    expect(titlesOf(office.delivered)).toEqual(['turn 2'])
    expect(titlesOf(await owed())).toEqual(['turn 1'])
  })

  test('does not take the new one with it when the database fails at the wrong moment', async () => {
    const claim = () => Promise.reject(new PyframeError('unavailable', 'gone'))
    let broken = false
    const store: Store = {
      ...office.store,
      claim: (...given) => (broken ? claim() : office.store.claim(...given)),
    }
    const own = office.open({ store })
    await own.attach('chat', refusing(1))
    await own.receive(says('one'))
    broken = true
    await own.receive(says('two'))
    expect(titlesOf(office.delivered)).toEqual(['turn 2'])
  })

  test('does not count as delivered while the platform still refuses it', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('one'))
    expect(await office.open().attach('chat', refuse)).toBe(0)
    expect(await owed()).toHaveLength(1)
  })

  test('is logged by its ids, without what was said or shown', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('my secret plan', { event: 'e1' }))
    expect(office.logged.join('')).toContain('"event":"e1"')
    expect(office.logged.join('')).not.toMatch(/secret|some words|turn 1/)
  })

  test('waits for a front end when none is attached yet', async () => {
    await desk.receive(says('one'))
    expect(await desk.attach('chat', office.collect)).toBe(1)
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
  })

  test('is tried again by itself, with pauses that double', async () => {
    let looks = 0
    const claim: Store['claim'] = (...given) => {
      looks += 1
      return office.store.claim(...given)
    }
    const own = office.open({ store: { ...office.store, claim }, times: { look: 1, firstPause: 1_000 } })
    const tries: number[] = []
    const begun = office.now().getTime()
    await own.attach('chat', (outgoing) => {
      tries.push((office.now().getTime() - begun) / 1000)
      return refuse(outgoing)
    })
    await own.receive(says('one'))
    for (let second = 1; second <= 8; second++) {
      const before = looks
      office.pass(1_000)
      // The second look from here on begins after the first was done with what it found.
      await until(() => looks > before + 2)
    }
    expect(tries).toEqual([0, 1, 3, 7])
  })

  test('arrives when the platform is back', async () => {
    const own = office.open({ times: { look: 1, firstPause: 1 } })
    await own.attach('chat', refusing(3))
    await own.receive(says('one'))
    await until(() => {
      office.pass(1_000)
      return office.delivered.length === 1
    })
    expect(office.delivered).toMatchObject([{ cards: [{ title: 'turn 1' }], attempt: 4 }])
  })
})

describe('a delivery that hangs', () => {
  test('counts as failed after a while, and the conversation goes on', async () => {
    const own = office.open({ times: { delivery: 5 } })
    await own.attach('chat', (outgoing) =>
      outgoing.event === 'event of one' ? hang(outgoing) : office.collect(outgoing),
    )
    await Promise.all([own.receive(says('one')), own.receive(says('two'))])
    expect(titlesOf(office.delivered)).toEqual(['turn 2'])
    expect(titlesOf(await owed())).toEqual(['turn 1'])
  })

  test('does not keep the program from ending', async () => {
    const own = office.open({ times: { farewell: 5 } })
    const gate = createGate()
    await own.attach('chat', gate.deliver)
    const hanging = own.receive(says('one'))
    await until(() => gate.waiting.length === 1)
    await own.close()
    expect(titlesOf(await owed())).toEqual(['turn 1'])
    gate.open()
    await hanging
  })

  test('holds up nobody else', async () => {
    const gate = createGate()
    await desk.attach('chat', (outgoing) =>
      outgoing.conversation === 'chat:1' ? gate.deliver(outgoing) : office.collect(outgoing),
    )
    const hanging = desk.receive(says('one'))
    await desk.receive(says('two', { conversation: 'chat:2' }))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
    gate.open()
    await hanging
  })
})

describe('several processes on one store', () => {
  test('do not deliver what one of them is at, and take it over when its lease ran out', async () => {
    const store = sharedStore()
    const gate = createGate()
    const dying = office.open({ store })
    await dying.attach('chat', gate.deliver)
    const hanging = dying.receive(says('one'))
    await until(() => gate.waiting.length === 1)
    const other = office.open({ store })
    expect(await other.attach('chat', office.collect)).toBe(0)
    office.pass(LEASE_MS)
    expect(await office.open({ store }).attach('chat', office.collect)).toBe(1)
    expect(office.delivered).toMatchObject([{ cards: [{ title: 'turn 1' }], attempt: 2 }])
    gate.open()
    await hanging
  })

  test('a desk that was held up does not deliver on a lease that is nearly over', async () => {
    const own = office.open({ store: sharedStore() })
    await own.attach('chat', async (outgoing) => {
      office.pass(LEASE_MS)
      await office.collect(outgoing)
    })
    await own.receive(says('share'))
    expect(office.delivered.map(({ purpose }) => purpose)).toEqual(['reply'])
    expect((await owed()).map(({ purpose }) => purpose)).toEqual(['share'])
  })
})

describe('a database server that does not answer', () => {
  const away = () => Promise.reject(new PyframeError('unavailable', 'gone'))
  const failing = (times: number, shared: boolean): Store => {
    let left = times
    const apply: Store['apply'] = (...given) => (left-- > 0 ? away() : office.store.apply(...given))
    return { ...office.store, shared, apply }
  }

  test('is waited for, and the event is stepped once', async () => {
    const own = office.open({ store: failing(2, true) })
    await own.attach('chat', office.collect)
    await own.receive(says('one'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
    expect(await office.seen()).toEqual(['one'])
  })

  test('is not waited for longer than people are patient', async () => {
    const own = office.open({ store: failing(99, true), times: { patience: 0 } })
    await own.attach('chat', office.collect)
    await expect(own.receive(says('one'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(office.delivered).toHaveLength(1)
    expect(await office.seen()).toEqual([])
  })

  test('is not waited for when the program closes', async () => {
    const own = office.open({ store: failing(99, true) })
    await own.attach('chat', office.collect)
    const received = expect(own.receive(says('one'))).rejects.toMatchObject({ code: 'unavailable' })
    await own.close()
    await received
  })

  test('a file that cannot be written is not tried again', async () => {
    const own = office.open({ store: failing(1, false) })
    await own.attach('chat', office.collect)
    await expect(own.receive(says('one'))).rejects.toMatchObject({ code: 'unavailable' })
  })
})
