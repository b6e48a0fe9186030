import { describe, expect, test } from 'vitest'
import { noRequirements } from '../../src/advice/requirements.ts'
import type { Copy, Effect, Remark, Turn } from '../../src/dialogue/conversation.ts'
import type { Store } from '../../src/store/store.ts'
import { countTurn } from './counting.ts'
import { keyOf, leaseAt, secondsOn } from './terms.ts'

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
    test('is gone the moment somebody wishes to be erased, though nothing was delivered yet', async () => {
      await apply('e1', 'chat:ann', { remark: REMARK })
      await apply('e2', 'chat:ann', { effects: [{ kind: 'ask_later', project: 'p1', at: '2026' }] })
      await apply('e3', 'chat:bo', { remark: REMARK })
      await apply('e4', 'chat:ann', { effects: [{ kind: 'erase' }] })
      expect(await open().remarks()).toHaveLength(1)
      expect(await open().dueFollowUps('chat', '9999', 9)).toEqual([])
    })

    test('is kept as it was written, until its conversation is erased', async () => {
      await apply('e1', 'chat:ann', { remark: REMARK })
      expect(await open().remarks()).toEqual([{ ...REMARK, at: keyOf('e1').at }])
      await open().erase('chat:ann')
      expect(await open().remarks()).toEqual([])
    })
  })
  describe('a day to ask', () => {
    const AFTERNOON = secondsOn(3_600)
    const fix = (event: string, at: string, project = 'p1') =>
      apply(event, 'chat:ann', { effects: [{ kind: 'ask_later', project, at }] })
    const due = (now: string, platform = 'chat', limit = 9) => open().dueFollowUps(platform, now, limit)

    test('is found when it has come, on its platform, with where the question goes', async () => {
      await fix('e1', AFTERNOON)
      expect(await due(secondsOn(3_599))).toEqual([])
      expect(await due(AFTERNOON, 'other')).toEqual([])
      expect(await due(AFTERNOON)).toEqual([
        { conversation: 'chat:ann', project: 'p1', address: 'room of chat:ann', dueAt: AFTERNOON },
      ])
    })

    test('is put off by the last wish, and is gone once it was asked', async () => {
      await fix('e1', AFTERNOON)
      await fix('e2', secondsOn(7_200))
      expect(await due(AFTERNOON)).toEqual([])
      await fix('e3', secondsOn(5_400), 'p2')
      expect((await due(secondsOn(7_200))).map(({ project }) => project)).toEqual(['p2', 'p1'])
      await apply('e4', 'chat:ann', { effects: [{ kind: 'asked', project: 'p1' }] })
      expect((await due(secondsOn(7_200))).map(({ project }) => project)).toEqual(['p2'])
      expect(await due(secondsOn(7_200), 'chat', 0)).toEqual([])
    })

    test('leaves nothing to be delivered, and goes with the conversation', async () => {
      const { outgoing } = await fix('e1', AFTERNOON)
      expect(outgoing.map(({ purpose }) => purpose)).toEqual(['reply'])
      await open().erase('chat:ann')
      expect(await due(AFTERNOON)).toEqual([])
    })
  })

  describe('what was shared', () => {
    const COPY: Copy = {
      requirements: noRequirements(),
      said: ['half \ud83d "a" \0'],
      name: null,
      client: 'Acme',
    }
    const share = (event: string, reference = 'r1') =>
      apply(event, 'chat:ann', { effects: [{ kind: 'share', cards: card('post'), reference, copy: COPY }] })
    const takeBack = (event: string, conversation: string) =>
      apply(event, conversation, { effects: [{ kind: 'unshare', reference: 'r1' }] })

    test('is there for others of the platform under its reference', async () => {
      await share('e1')
      expect(await open().copy('chat', 'r1')).toEqual(COPY)
      expect(await open().copy('chat', 'r2')).toBeNull()
      expect(await open().copy('other', 'r1')).toBeNull()
    })

    test('is gone when it was taken back by whoever shared it, and by nobody else', async () => {
      await share('e1')
      await takeBack('e2', 'chat:bo')
      expect(await open().copy('chat', 'r1')).not.toBeNull()
      await takeBack('e3', 'chat:ann')
      expect(await open().copy('chat', 'r1')).toBeNull()
    })

    test('is gone with whoever shared it', async () => {
      await share('e1')
      await open().erase('chat:ann')
      expect(await open().copy('chat', 'r1')).toBeNull()
    })
  })
}
