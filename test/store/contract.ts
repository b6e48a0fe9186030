import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noRequirements } from '../../src/advice/requirements.ts'
import type { Copy, Effect } from '../../src/dialogue/conversation.ts'
import type { Claim, EventKey, Outgoing, Store } from '../../src/store/store.ts'
import { afterCallContract } from './after-call.ts'
import { countTurn, seenBy } from './counting.ts'
import { AT, HOSTILE, keyOf, leaseAt, secondsOn } from './terms.ts'

const COPY: Copy = { requirements: noRequirements(), said: [], name: null, client: null }

/** Where one test keeps its data. */
export interface Place {
  /** Opens a store here; several may be open at once when the place is shared. */
  open(options?: { installationKey?: string }): Promise<Store>
  /** Everything that is kept, as one text. */
  dump(): Promise<string>
  remove(): Promise<void>
}

/**
 * What every store must do, whatever it keeps its data in.
 *
 * @param shared whether two stores of one place see each other's writes; `racing`: also in one process at the same
 *   time
 */
export function storeContract(
  name: string,
  makePlace: () => Promise<Place>,
  shared: 'racing' | 'in turn' | 'not',
): void {
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
      into.apply(keyOf(event, conversation), leaseAt(), (snapshot) => countTurn(snapshot, event))

    const withEffects = (event: string, ...effects: Effect[]) =>
      store.apply(keyOf(event), leaseAt(), (snapshot) => ({ ...countTurn(snapshot, event), effects }))

    /** Claims as somebody who looks so many seconds after the rows were made. */
    const claim = (seconds: number, wanted: Partial<Claim> = {}, from = store) =>
      from.claim({ platform: 'chat', which: 'due', limit: 100, ...wanted }, leaseAt(seconds))

    const seen = async (conversation = 'chat:1') => seenBy(await store.read(conversation))
    const eventsOf = (rows: readonly Outgoing[]) => rows.map(({ event }) => event)
    const refuse = () => expect.fail('stepped twice')

    afterCallContract(() => store)

    describe('a turn', () => {
      test('begins without a snapshot in a new conversation, and with the last in a known one', async () => {
        const snapshots: unknown[] = []
        for (const event of ['e1', 'e2']) {
          await store.apply(keyOf(event), leaseAt(), (snapshot) => {
            snapshots.push(snapshot)
            return countTurn(snapshot, event)
          })
        }
        expect(snapshots).toEqual([null, countTurn(null, 'e1').conversation])
      })

      test('leaves a snapshot that can be read without a turn', async () => {
        expect(await store.read('chat:1')).toBeNull()
        await apply('e1')
        expect(await store.read('chat:1')).toEqual(countTurn(null, 'e1').conversation)
      })

      test('that throws leaves nothing behind and can be tried again', async () => {
        await apply('e1')
        const broken = store.apply(keyOf('e2'), leaseAt(), () => {
          throw new RangeError('broken turn')
        })
        await expect(broken).rejects.toThrow(RangeError)
        expect(await store.undelivered('chat')).toHaveLength(1)
        expect((await apply('e2')).repeated).toBe(false)
        expect(await seen()).toEqual(['e1', 'e2'])
      })

      test('of many conversations at once loses nothing', async () => {
        const words = Array.from({ length: 40 }, (_, i) => `e${i}`)
        await Promise.all(words.map((word, i) => apply(word, `chat:${i % 8}`)))
        expect(eventsOf(await store.undelivered('chat')).sort()).toEqual(words.sort())
        for (let i = 0; i < 8; i++) expect(await seen(`chat:${i}`)).toHaveLength(5)
      })

      test('of one conversation many times at once runs again after a conflict, and all of them count', async () => {
        const words = Array.from({ length: 12 }, (_, i) => `e${i}`)
        await Promise.all(words.map((word) => apply(word)))
        expect((await seen()).toSorted()).toEqual(words.toSorted())
      })
    })

    describe('a repeated event', () => {
      test('steps nothing, and what is leased to somebody is not handed out again', async () => {
        const first = await apply('e1')
        expect(first).toMatchObject({ repeated: false, outgoing: [{ event: 'e1', attempt: 1 }] })
        const again = await store.apply(keyOf('e1'), leaseAt(), refuse)
        expect(again).toEqual({ outgoing: [], repeated: true })
        expect(await seen()).toEqual(['e1'])
      })

      test('gets the saved cards when they are owed and nobody is at it, whatever pause they were given', async () => {
        const [made] = (await apply('e1')).outgoing
        if (made) await store.postpone(made, secondsOn(3600))
        const again = await store.apply(keyOf('e1'), leaseAt(1), refuse)
        expect(again).toEqual({ outgoing: [{ ...made, attempt: 2 }], repeated: true })
      })

      test('gets them too when the lease on them ran out', async () => {
        await apply('e1')
        expect((await store.apply(keyOf('e1'), leaseAt(31), refuse)).outgoing).toHaveLength(1)
      })

      test('gets nothing when everything was delivered', async () => {
        const { outgoing } = await apply('e1')
        for (const { id } of outgoing) await store.delivered(id, AT)
        expect(await store.apply(keyOf('e1'), leaseAt(99), refuse)).toEqual({ outgoing: [], repeated: true })
      })

      test('that comes several times at once is stepped once and handed out once', async () => {
        const outcomes = await Promise.all([apply('e1'), apply('e1'), apply('e1')])
        expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1)
        expect(outcomes.flatMap(({ outgoing }) => outgoing)).toHaveLength(1)
        expect(await seen()).toEqual(['e1'])
      })

      test('of another platform is another event', async () => {
        await apply('e1', 'chat:1')
        expect((await apply('e1', 'forum:1')).repeated).toBe(false)
      })
    })

    describe('what is owed', () => {
      test('is a row for the reply and one for each effect, in order, with ids of their own', async () => {
        const cards = [{ parts: [] }]
        const share: Effect = { kind: 'share', cards, reference: 'r1', copy: COPY }
        const { outgoing } = await withEffects('e1', share, { kind: 'erase' })
        expect(outgoing.map(({ purpose }) => purpose)).toEqual(['reply', 'share', 'erase'])
        expect(outgoing.map((row) => row.cards)).toEqual([countTurn(null, 'e1').cards, cards, []])
        expect(new Set(outgoing.map(({ id }) => id)).size).toBe(3)
        expect(await store.undelivered('chat')).toEqual(outgoing)
      })

      test('comes in the order it was made until it is marked delivered', async () => {
        const made: Outgoing[] = []
        for (let i = 0; i < 12; i++) made.push(...(await apply(`e${i}`, `chat:${i % 3}`)).outgoing)
        await apply('elsewhere', 'forum:1')
        expect(await store.undelivered('chat')).toEqual(made)
        for (const outgoing of made.slice(0, 11)) await store.delivered(outgoing.id, AT)
        expect(await store.undelivered('chat')).toEqual(made.slice(11))
      })

      test('has an id that fits a key of 25 characters', async () => {
        expect((await apply('e1')).outgoing[0]?.id).toMatch(/^[0-9a-z]{1,25}$/)
      })

      test('keeps nothing of what it showed once it was delivered', async () => {
        const { outgoing } = await apply('a private word')
        await store.erase('chat:elsewhere')
        expect(await place.dump()).toContain('turn 1')
        for (const { id } of outgoing) await store.delivered(id, AT)
        expect(await place.dump()).not.toContain('turn 1')
      })
    })

    describe('a claim', () => {
      test('gets nothing while the one who made it has the lease, and all of it afterwards', async () => {
        const { outgoing } = await apply('e1')
        expect(await claim(29)).toEqual([])
        expect(await claim(30)).toEqual(outgoing.map((row) => ({ ...row, attempt: 2 })))
      })

      test('of several at once gives each row to one of them', async () => {
        for (let i = 0; i < 9; i++) await apply(`e${i}`, `chat:${i}`)
        const claims = await Promise.all([claim(31), claim(31), claim(31)])
        expect(eventsOf(claims.flat()).sort()).toEqual(Array.from({ length: 9 }, (_, i) => `e${i}`))
      })

      test('waits for the pause after a failure, unless it is asked to look past it', async () => {
        const { outgoing } = await apply('e1')
        for (const row of outgoing) await store.postpone(row, secondsOn(60))
        expect(await claim(59)).toEqual([])
        expect(await claim(1, { which: 'free' })).toHaveLength(1)
        expect(await claim(2, { which: 'free' })).toEqual([])
        expect(await claim(3, { which: 'all' })).toHaveLength(1)
      })

      test('takes so many as are asked for, the oldest first, after an id, of one conversation', async () => {
        for (let i = 0; i < 6; i++) await apply(`e${i}`, `chat:${i % 2}`)
        const first = await claim(31, { limit: 2 })
        expect(eventsOf(first)).toEqual(['e0', 'e1'])
        expect(eventsOf(await claim(31, { after: first[1]?.id ?? '', limit: 1 }))).toEqual(['e2'])
        expect(eventsOf(await claim(31, { conversation: 'chat:1' }))).toEqual(['e3', 'e5'])
        expect(eventsOf(await claim(31))).toEqual(['e4'])
      })

      test('is not given back by one whose lease ran out', async () => {
        const [late] = (await apply('e1')).outgoing
        expect(await claim(31)).toHaveLength(1)
        if (late) await store.postpone(late, secondsOn(32))
        expect(await claim(40)).toEqual([])
      })

      test('gives a reply up after some tries, and lets its event be forgotten', async () => {
        await apply('e1')
        let tries = 1
        while ((await claim(31 * tries)).length > 0) tries += 1
        expect(tries).toBe(20)
        expect(await store.undelivered('chat')).toEqual([])
        await store.forgetEvents(secondsOn(1))
        expect((await apply('e1')).repeated).toBe(false)
      })

      test('gets a wish to be erased only when the farewell was delivered or given up', async () => {
        const [farewell] = (await withEffects('e1', { kind: 'erase' })).outgoing
        expect((await claim(31)).map(({ purpose }) => purpose)).toEqual(['reply'])
        await store.delivered(farewell?.id ?? '', AT)
        for (let tries = 2; tries < 30; tries++)
          expect((await claim(31 * tries)).map(({ purpose }) => purpose)).toEqual(['erase'])
      })
    })

    describe('the backlog', () => {
      test('counts what is owed on each platform, with the time of the oldest, and nothing else', async () => {
        expect(await store.backlog()).toEqual([])
        for (const [event, conversation, seconds] of [
          ['e1', 'chat:1', 5],
          ['e2', 'chat:2', 3],
          ['e3', 'chat:3', 1],
          ['e4', 'other:1', 9],
        ] as const)
          await store.apply(
            { ...keyOf(event, conversation), at: secondsOn(seconds) },
            leaseAt(),
            (snapshot) => countTurn(snapshot, event),
          )
        const [, , third] = await store.undelivered('chat')
        await store.delivered(third?.id ?? '', AT)
        const found = (await store.backlog()).sort((a, b) => (a.platform < b.platform ? -1 : 1))
        expect(found).toEqual([
          { platform: 'chat', owed: 2, oldest: secondsOn(3) },
          { platform: 'other', owed: 1, oldest: secondsOn(9) },
        ])
      })
    })

    describe('erasing', () => {
      test('removes one conversation and what is owed to it, and no other', async () => {
        await apply('e1', 'chat:1')
        await apply('e2', 'chat:2')
        await store.erase('chat:1')
        expect(eventsOf(await store.undelivered('chat'))).toEqual(['e2'])
        expect(await seen('chat:1')).toEqual([])
        expect(await seen('chat:2')).toEqual(['e2'])
      })

      test('leaves no trace of the person but the ids of events', async () => {
        const key = { ...keyOf('e1', 'chat:somebody'), address: 'room of somebody' }
        const { outgoing } = await store.apply(key, leaseAt(), (snapshot) => countTurn(snapshot, 'a secret'))
        for (const { id } of outgoing) await store.delivered(id, AT)
        await apply('e2', 'chat:somebody')
        await store.erase('chat:somebody')
        expect(await place.dump()).not.toMatch(/somebody|secret/)
        expect(await place.dump()).toContain('e1')
      })

      test('is not undone by a late repeat of an event', async () => {
        await apply('e1')
        await store.erase('chat:1')
        expect(await store.apply(keyOf('e1'), leaseAt(99), refuse)).toEqual({ outgoing: [], repeated: true })
        expect(await store.undelivered('chat')).toEqual([])
      })

      test('is done for what nobody went on with, and not for what somebody did', async () => {
        for (let i = 0; i < 120; i++) await apply(`old ${i}`, `chat:old ${i}`)
        await apply('young', 'chat:young')
        await store.apply({ ...keyOf('again', 'chat:young'), at: secondsOn(60) }, leaseAt(), (snapshot) =>
          countTurn(snapshot, 'again'),
        )
        await store.expire(secondsOn(30))
        expect(await seen('chat:old 0')).toEqual([])
        expect(await seen('chat:old 119')).toEqual([])
        expect(await seen('chat:young')).toEqual(['young', 'again'])
        expect(eventsOf(await store.undelivered('chat'))).toEqual(['young', 'again'])
      })
    })

    test('old events are forgotten, those of which something is owed and younger ones are not', async () => {
      const old = '2026-02-27T10:00:00.000Z'
      const take = (key: EventKey) =>
        store.apply(key, leaseAt(), (snapshot) => countTurn(snapshot, key.event))
      const [done] = (await take({ ...keyOf('done'), at: old })).outgoing
      await store.delivered(done?.id ?? '', AT)
      await take({ ...keyOf('owed'), at: old })
      const [young] = (await apply('young')).outgoing
      await store.delivered(young?.id ?? '', AT)
      await store.forgetEvents('2026-02-28T00:00:00.000Z')
      expect((await apply('owed')).repeated).toBe(true)
      expect((await apply('young')).repeated).toBe(true)
      expect((await apply('done')).repeated).toBe(false)
      expect(await seen()).toEqual(['done', 'owed', 'young', 'done'])
    })

    describe('installations', () => {
      const KEY = 'ab'.repeat(32)
      const tokens = { bot: { token: 'a very secret token' }, scopes: ['chat:write'] }
      const reopen = async (installationKey: string) => {
        await store.close()
        store = await place.open({ installationKey })
      }

      test('are found by platform and key as they were last saved, until they are removed', async () => {
        await reopen(KEY)
        expect(await store.installations.find('slack', 'T1')).toBeNull()
        await store.installations.save('slack', 'T1', { old: true })
        await store.installations.save('slack', 'T1', tokens)
        await store.installations.save('slack', 'T2', {})
        expect(await store.installations.find('slack', 'T1')).toEqual(tokens)
        expect(await store.installations.find('discord', 'T1')).toBeNull()
        await store.installations.remove('slack', 'T1')
        expect(await store.installations.find('slack', 'T1')).toBeNull()
        expect(await store.installations.find('slack', 'T2')).toEqual({})
      })

      test('cannot be read where they are kept, and stay when people are erased', async () => {
        await reopen(KEY)
        await store.installations.save('slack', 'T1', tokens)
        await store.erase('slack:T1')
        expect(await place.dump()).not.toMatch(/very secret|chat:write/)
        expect(await store.installations.find('slack', 'T1')).toEqual(tokens)
      })

      if (shared !== 'not')
        test('do not open with another key', async () => {
          await reopen(KEY)
          await store.installations.save('slack', 'T1', tokens)
          await reopen('cd'.repeat(32))
          await expect(store.installations.find('slack', 'T1')).rejects.toMatchObject({
            code: 'config',
            cure: expect.stringContaining('INSTALLATION_KEY'),
          })
        })

      test('cannot be saved without a key', async () => {
        await expect(store.installations.save('slack', 'T1', tokens)).rejects.toMatchObject({
          code: 'config',
          cure: expect.stringContaining('INSTALLATION_KEY'),
        })
        expect(await store.installations.find('slack', 'T1')).toBeNull()
      })
    })

    test.each(HOSTILE)('%j is kept as conversation, event, address and content', async (text) => {
      const key = { event: text, conversation: `chat:${text}`, address: text, at: AT }
      const { outgoing } = await store.apply(key, leaseAt(), (snapshot) => countTurn(snapshot, text))
      expect(outgoing).toMatchObject([{ event: text, conversation: `chat:${text}`, address: text }])
      expect(await store.undelivered('chat')).toEqual(outgoing)
      expect((await store.apply(key, leaseAt(31), refuse)).outgoing).toMatchObject([
        { cards: outgoing[0]?.cards },
      ])
      expect(await seen(`chat:${text}`)).toEqual([text])
      await store.erase(`chat:${text}`)
      expect(await store.undelivered('chat')).toEqual([])
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
      const many = Promise.all(Array.from({ length: 50 }, (_, i) => apply(`e${i}`, `chat:${i % 9}`)))
      await store.close()
      expect(await many).toHaveLength(50)
      store = await place.open()
    })

    if (shared !== 'not')
      test('two stores on one place take turns on one conversation', async () => {
        const other = await place.open()
        for (let i = 0; i < 10; i++) await apply(`e${i}`, 'chat:1', i % 2 === 0 ? store : other)
        expect((await apply('e0', 'chat:1', other)).repeated).toBe(true)
        expect(await other.undelivered('chat')).toHaveLength(10)
        await other.close()
        expect(await seen()).toEqual(Array.from({ length: 10 }, (_, i) => `e${i}`))
      })

    if (shared === 'racing')
      test('two stores on one place that race for one conversation and its replies lose none and double none', async () => {
        const other = await place.open()
        const words = Array.from({ length: 24 }, (_, i) => `e${i}`)
        await Promise.all(words.map((word, i) => apply(word, 'chat:1', i % 2 === 0 ? store : other)))
        const claims = await Promise.all([claim(31), claim(31, {}, other), claim(31), claim(31, {}, other)])
        await other.close()
        expect((await seen()).toSorted()).toEqual(words.toSorted())
        expect(eventsOf(claims.flat()).toSorted()).toEqual(words.toSorted())
      })

    if (shared !== 'not')
      test('what was kept is there after opening again', async () => {
        const { outgoing } = await apply('e1')
        await store.close()
        store = await place.open()
        expect(await store.undelivered('chat')).toEqual(outgoing)
        expect(await seen()).toEqual(['e1'])
      })
  })
}
