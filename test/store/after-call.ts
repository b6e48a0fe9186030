import { describe, expect, test } from 'vitest'
import type { Effect, Remark, Turn } from '../../src/dialogue/conversation.ts'
import type { Store } from '../../src/store/store.ts'
import { countTurn } from './counting.ts'
import { keyOf, leaseAt } from './terms.ts'

const card = (title: string) => [{ title, parts: [] }]
const REMARK: Remark = {
  verdict: 'wrong',
  about: 'answer',
  topic: 'orm',
  alternatives: ['a'],
  claim: { text: 'It flies.', sources: ['Manual'] },
  reason: null,
  words: 'No \0 it "swims"',
}

/** What every store keeps of what comes after the advice. */
export function afterCallContract(open: () => Store): void {
  const apply = (event: string, conversation: string, part: Partial<Turn>) =>
    open().apply(
      { ...keyOf(event, conversation), address: `room of ${conversation}` },
      leaseAt(),
      (snapshot) => ({
        ...countTurn(snapshot, event),
        ...part,
      }),
    )
  const ask = (event = 'ask') =>
    apply(event, 'chat:ann', { effects: [{ kind: 'hand_off', reference: 'r1', cards: card('request') }] })
  const take = (event: string, conversation = 'chat:bo') => {
    const effect: Effect = {
      ...{ kind: 'take', reference: 'r1' },
      ...{ told: card('told'), mine: card('mine'), late: card('late') },
    } as const
    return apply(event, conversation, { cards: [], effects: [effect] })
  }
  const titles = ({ outgoing }: Awaited<ReturnType<typeof apply>>) =>
    outgoing.map(({ purpose, conversation, address, cards }) => [
      purpose,
      conversation,
      address,
      cards[0]?.title,
    ])

  describe('a request for an engineer', () => {
    test('is posted, and its first taker is answered and made known to whoever asked', async () => {
      expect(titles(await ask())).toContainEqual(['hand_off', 'chat:ann', 'room of chat:ann', 'request'])
      expect(titles(await take('t1'))).toEqual([
        ['reply', 'chat:bo', 'room of chat:bo', 'mine'],
        ['notify', 'chat:ann', 'room of chat:ann', 'told'],
      ])
      expect(titles(await take('t2', 'chat:cy'))).toEqual([['reply', 'chat:cy', 'room of chat:cy', 'late']])
    })

    test('taken twice at once has one taker', async () => {
      await ask()
      const both = await Promise.all([take('t1', 'chat:bo'), take('t2', 'chat:cy')])
      expect(
        both
          .flatMap(titles)
          .map(([, , , title]) => title)
          .toSorted(),
      ).toEqual(['late', 'mine', 'told'])
    })

    test('is owed for as long as it takes', async () => {
      await ask()
      for (let attempt = 1; attempt < 30; attempt += 1)
        await open().claim({ platform: 'chat', which: 'all', limit: 9 }, leaseAt(attempt * 60))
      expect((await open().undelivered('chat')).map(({ purpose }) => purpose)).toEqual(['hand_off'])
    })

    test('is gone with whoever asked, and taken by nobody on another platform', async () => {
      await ask()
      expect(titles(await take('t0', 'other:bo'))).toMatchObject([
        ['reply', 'other:bo', expect.anything(), 'late'],
      ])
      await open().erase('chat:ann')
      expect(titles(await take('t1'))).toMatchObject([['reply', 'chat:bo', expect.anything(), 'late']])
    })
  })

  describe('what is counted', () => {
    test('adds up by week, kind and name, once for each event', async () => {
      const tallies = [
        { kind: 'topic', name: 'orm' },
        { kind: 'topic', name: 'orm' },
        { kind: 'text', name: 'sure' },
      ] as const
      for (const event of ['e1', 'e2', 'e2']) await apply(event, 'chat:ann', { tallies })
      expect(await open().tallies()).toEqual([
        { week: '2026-W09', kind: 'text', name: 'sure', count: 2 },
        { week: '2026-W09', kind: 'topic', name: 'orm', count: 4 },
      ])
    })

    test('stays when whoever it was is erased', async () => {
      await apply('e1', 'chat:ann', { tallies: [{ kind: 'topic', name: 'orm' }] })
      await open().erase('chat:ann')
      expect(await open().tallies()).toHaveLength(1)
    })

    test('by many at once loses nothing', async () => {
      const tallies = [
        { kind: 'topic', name: 'orm' },
        { kind: 'text', name: 'sure' },
      ] as const
      await Promise.all(Array.from({ length: 30 }, (_, i) => apply(`e${i}`, `chat:${i}`, { tallies })))
      expect((await open().tallies()).map(({ count }) => count)).toEqual([30, 30])
    })
  })

  describe('a remark', () => {
    test('is kept as it was written, until its conversation is erased', async () => {
      await apply('e1', 'chat:ann', { remark: REMARK })
      expect(await open().remarks()).toEqual([{ ...REMARK, at: keyOf('e1').at }])
      await open().erase('chat:ann')
      expect(await open().remarks()).toEqual([])
    })
  })
}
