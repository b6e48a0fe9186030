import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EventKey, Outgoing, Store } from '../../src/store/store.ts'
import { countTurn, seenBy } from './counting.ts'

/** Where one test keeps its data. */
export interface Place {
  /** Opens a store here; several may be open at once when the place is shared. */
  open(): Promise<Store>
  remove(): Promise<void>
}

const AT = '2026-03-01T10:00:00.000Z'
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  `'; drop table events; --`,
  '"double" \\ back\\slash \\u0041',
  'nul \0 inside',
  'half \ud83d a pair',
  'other half \ude00',
  'right to left \u202e and back \u202c',
  'emoji \u{1f9d1}\u200d\u{1f4bb}',
  '%_*?',
  'line\nbreak\r\n\u2028',
]

const keyOf = (event: string, conversation = 'chat:1'): EventKey => ({
  event,
  conversation,
  address: 'room 7',
  at: AT,
})

/**
 * What every store must do, whatever it keeps its data in.
 *
 * @param shared whether two stores of one place see each other's writes
 */
export function storeContract(name: string, makePlace: () => Promise<Place>, shared: boolean): void {
  describe(`the store ${name}`, () => {
    let place: Place
    let store: Store
    beforeEach(async () => {
      place = await makePlace()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    const apply = (event: string, conversation?: string, into = store) =>
      into.apply(keyOf(event, conversation), (snapshot) => countTurn(snapshot, event))

    /** What a conversation has seen, read by one more turn. */
    async function seen(conversation = 'chat:1'): Promise<string[]> {
      let words: string[] = []
      await store.apply(keyOf(`look at ${conversation}`, conversation), (snapshot) => {
        words = seenBy(snapshot)
        return countTurn(snapshot, 'look')
      })
      return words
    }

    test('a new conversation begins without a snapshot, a known one with its last', async () => {
      const snapshots: unknown[] = []
      for (const event of ['e1', 'e2']) {
        await store.apply(keyOf(event), (snapshot) => {
          snapshots.push(snapshot)
          return countTurn(snapshot, event)
        })
      }
      expect(snapshots[0]).toBeNull()
      expect(snapshots[1]).toEqual(countTurn(null, 'e1').conversation)
    })

    test('a repeated event gets the saved reply and steps nothing', async () => {
      const first = await apply('e1')
      await apply('e2')
      const again = await store.apply(keyOf('e1'), () => expect.fail('stepped twice'))
      expect(first.repeated).toBe(false)
      expect(again).toEqual({ outgoing: first.outgoing, repeated: true })
      expect(await seen()).toEqual(['e1', 'e2'])
    })

    test('a repeated event gets the saved reply also when it was delivered', async () => {
      const { outgoing } = await apply('e1')
      await store.delivered(outgoing.id, AT)
      expect(await apply('e1')).toEqual({ outgoing, repeated: true })
    })

    test('the same event delivered twice at once is stepped once', async () => {
      const outcomes = await Promise.all([apply('e1'), apply('e1'), apply('e1')])
      expect(outcomes.map((outcome) => outcome.repeated)).toEqual([false, true, true])
      expect(await seen()).toEqual(['e1'])
    })

    test('two platforms may use the same event id', async () => {
      await apply('e1', 'chat:1')
      expect((await apply('e1', 'forum:1')).repeated).toBe(false)
    })

    test('a turn that throws leaves nothing behind and can be tried again', async () => {
      await apply('e1')
      const broken = store.apply(keyOf('e2'), () => {
        throw new RangeError('broken turn')
      })
      await expect(broken).rejects.toThrow(RangeError)
      expect(await store.undelivered('chat')).toHaveLength(1)
      expect((await apply('e2')).repeated).toBe(false)
      expect(await seen()).toEqual(['e1', 'e2'])
    })

    test('replies are owed in the order they were made until they are marked delivered', async () => {
      const made: Outgoing[] = []
      for (let i = 0; i < 12; i++) made.push((await apply(`e${i}`, `chat:${i % 3}`)).outgoing)
      await apply('elsewhere', 'forum:1')
      expect(await store.undelivered('chat')).toEqual(made)
      for (const outgoing of made.slice(0, 11)) await store.delivered(outgoing.id, AT)
      expect(await store.undelivered('chat')).toEqual(made.slice(11))
    })

    test('effects are kept with the reply', async () => {
      await store.apply(keyOf('e1'), (snapshot) => ({
        ...countTurn(snapshot, 'e1'),
        effects: [{ kind: 'erase' }],
      }))
      expect((await store.undelivered('chat'))[0]?.effects).toEqual([{ kind: 'erase' }])
    })

    test('an id of a reply fits a key of 25 characters', async () => {
      expect((await apply('e1')).outgoing.id).toMatch(/^[0-9a-z]{1,25}$/)
    })

    test('erasing removes one conversation and its replies, and no other', async () => {
      await apply('e1', 'chat:1')
      await apply('e2', 'chat:2')
      await store.erase('chat:1')
      expect((await store.undelivered('chat')).map((outgoing) => outgoing.event)).toEqual(['e2'])
      expect(await seen('chat:1')).toEqual([])
      expect(await seen('chat:2')).toEqual(['e2'])
    })

    test('a late repeat of an event does not begin an erased conversation anew', async () => {
      await apply('e1')
      await store.erase('chat:1')
      const again = await store.apply(keyOf('e1'), () => expect.fail('stepped twice'))
      expect(again.repeated).toBe(true)
      expect(again.outgoing.cards).toEqual([])
      expect(await store.undelivered('chat')).toEqual([])
    })

    test('old events are forgotten, those with an owed reply and younger ones are not', async () => {
      const old = '2026-02-27T10:00:00.000Z'
      for (const event of ['done', 'owed'])
        await store.apply({ ...keyOf(event), at: old }, (snapshot) => countTurn(snapshot, event))
      const [done] = await store.undelivered('chat')
      if (done !== undefined) await store.delivered(done.id, AT)
      await store.delivered((await apply('young')).outgoing.id, AT)
      await store.forgetEvents('2026-02-28T10:00:00.000Z')
      expect((await apply('owed')).repeated).toBe(true)
      expect((await apply('young')).repeated).toBe(true)
      expect((await apply('done')).repeated).toBe(false)
      expect(await seen()).toEqual(['done', 'owed', 'young', 'done'])
    })

    test.each(HOSTILE)('%j is kept as conversation, event, address and content', async (text) => {
      const key = { event: text, conversation: `chat:${text}`, address: text, at: AT }
      const { outgoing } = await store.apply(key, (snapshot) => countTurn(snapshot, text))
      expect(outgoing).toMatchObject({ event: text, conversation: `chat:${text}`, address: text })
      expect(await store.undelivered('chat')).toEqual([outgoing])
      expect((await apply(text, `chat:${text}`)).outgoing).toEqual(outgoing)
      expect(await seen(`chat:${text}`)).toEqual([text])
      await store.erase(`chat:${text}`)
      expect((await store.undelivered('chat')).map((owed) => owed.event)).toEqual([])
    })

    test('names that differ only in broken or hidden characters stay apart', async () => {
      for (const text of HOSTILE) await apply(text, `chat:${text}`)
      expect(await store.undelivered('chat')).toHaveLength(HOSTILE.length)
      for (const text of HOSTILE) expect(await seen(`chat:${text}`)).toEqual([text])
    })

    test('a platform with a hostile name has replies of its own', async () => {
      await apply('e1', '__proto__')
      expect(await store.undelivered('__proto__')).toHaveLength(1)
      expect(await store.undelivered('chat')).toEqual([])
    })

    test('closing waits for the turns that were asked for', async () => {
      const many = Promise.all(Array.from({ length: 50 }, (_, i) => apply(`e${i}`)))
      await store.close()
      expect(await many).toHaveLength(50)
      store = await place.open()
    })

    if (shared)
      test('two stores on one place take turns on one conversation', async () => {
        const other = await place.open()
        for (let i = 0; i < 10; i++) await apply(`e${i}`, 'chat:1', i % 2 === 0 ? store : other)
        expect((await apply('e0', 'chat:1', other)).repeated).toBe(true)
        expect(await other.undelivered('chat')).toHaveLength(10)
        await other.close()
        expect(await seen()).toEqual(Array.from({ length: 10 }, (_, i) => `e${i}`))
      })

    if (shared)
      test('what was kept is there after opening again', async () => {
        const { outgoing } = await apply('e1')
        await store.close()
        store = await place.open()
        expect(await store.undelivered('chat')).toEqual([outgoing])
        expect(await seen()).toEqual(['e1'])
      })
  })
}
