import { createHash } from 'node:crypto'
import type { Card } from './card/card.ts'
import type { Desk, DeskOptions, Incoming, Received } from './desk/contract.ts'
import { createCrowd, ROOM } from './desk/crowd.ts'
import { createDelivery } from './desk/delivery.ts'
import { createDue } from './desk/due.ts'
import { traceOf } from './desk/observer.ts'
import { createQueues } from './desk/queues.ts'
import { createRounds } from './desk/rounds.ts'
import { createStopwatch } from './desk/stopwatch.ts'
import { patiently } from './desk/taking.ts'
import { atMost, DAY_MS, leaseFrom, TIMES } from './desk/times.ts'
import { WORDS } from './desk/words.ts'
import { copyAskedFor } from './dialogue/actions.ts'
import type { Place, Turn } from './dialogue/conversation.ts'
import type { Documents } from './documents/documents.ts'
import { PyframeError } from './errors.ts'
import { failureFields } from './log.ts'
import { createOutgoingId } from './store/outgoing-id.ts'
import { platformOf } from './store/platform.ts'
import type { Outgoing } from './store/store.ts'

export type { Desk, DeskOptions, Incoming, Received } from './desk/contract.ts'
export type { Deliver, Sent } from './desk/delivery.ts'
export type { Happening, Observer } from './desk/observer.ts'
export { isAside, isPersonal, isSigned, isTaking } from './dialogue/actions.ts'
export { signedCards } from './dialogue/cards/share.ts'
export { COMMANDS, isCommand } from './dialogue/commands.ts'
export type { FormDefinition } from './dialogue/form.ts'
export type { DocumentFile, Documents } from './documents/documents.ts'
export { databaseName, setAside } from './store/location.ts'
export { openStore } from './store/open.ts'
export type { Backlog, Installations, KeptRemark, Outgoing, Store, Tallied } from './store/store.ts'
export { isCorrupt } from './store/trouble.ts'

/** The one door of the front ends. */
export function createDesk(options: DeskOptions): Desk {
  const { store, turn, views, documents = NO_DOCUMENTS, log, now = () => new Date() } = options
  const { observe = () => {}, handOff = [] } = options
  const { keepDays = Number.POSITIVE_INFINITY, askAfterDays = null } = options
  const times = { ...TIMES, ...options.times }
  const queues = createQueues()
  const crowd = createCrowd({ ...ROOM, ...options.room })
  const delivery = createDelivery({ store, log, now, times, observe, counted: views.stats })
  const askDue = createDue({ store, queues, log, now, take: (incoming) => take(incoming, 0) })
  const rounds = createRounds({ store, delivery, queues, log, now, times, keepMs: keepDays * DAY_MS, askDue })
  const closing = new AbortController()

  async function take(incoming: Incoming, waitedMs: number): Promise<Received> {
    const { input, shared, from, ...key } = incoming
    const by = shared ? from.name : null
    const watch = createStopwatch<Turn>()
    const applied = await patiently(store, times, closing.signal, async () => {
      const place = await placeOf(incoming)
      const lease = leaseFrom(now(), times)
      const step = watch.around((snapshot: unknown) => turn(snapshot, input, now(), by, place))
      return { ...(await store.apply(key, lease, step)), lease }
    })
    const { last, innerMs: turnMs, outerMs: storeMs } = watch.read()
    observe({
      ...traceOf(incoming),
      kind: 'taken',
      input: input.kind,
      repeated: applied.repeated,
      sureness: last?.sureness,
      waitedMs,
      turnMs,
      storeMs,
    })
    if (delivery.isBehind(key.conversation)) await catchUp(incoming)
    await delivery.handOver(applied.outgoing, applied.lease)
    if (applied.repeated) return { first: null }
    return { first: applied.outgoing.some(({ purpose }) => purpose === 'notify') }
  }

  /** Where an event happens, with what the turn needs of others. */
  async function placeOf(incoming: Incoming): Promise<Place> {
    const { input, from, conversation } = incoming
    const platform = platformOf(conversation)
    const wanted = input.kind === 'action' ? copyAskedFor(input.action) : null
    return {
      name: from.name,
      engineers: handOff.includes(platform),
      reference: referenceOf(incoming),
      person: from.id,
      operator: from.operator ?? false,
      askAfterDays,
      copy: wanted === null ? null : await store.copy(platform, wanted),
    }
  }

  /** What could not be delivered before comes before the new reply, if it can be had now. */
  async function catchUp({ event, conversation }: Incoming): Promise<void> {
    delivery.caughtUp(conversation)
    const lease = leaseFrom(now(), times)
    const platform = platformOf(conversation)
    try {
      const late = await store.claim({ platform, conversation, which: 'free', limit: MOST_LATE }, lease)
      await delivery.handOver(late, lease)
    } catch (error) {
      log.warn({ event, conversation, ...failureFields(error) }, 'late replies not looked for')
    }
  }

  const tell = ({ event, conversation, address }: Incoming, word: Card): Promise<void> =>
    delivery.tell({
      id: createOutgoingId(),
      event,
      conversation,
      address,
      purpose: 'reply',
      cards: [word],
      attempt: 1,
    })

  /** Takes an event whose turn has come. */
  async function serve(incoming: Incoming, waitedMs: number): Promise<Received> {
    try {
      return await take(incoming, waitedMs)
    } catch (error) {
      log.error({ ...idsOf(incoming), ...failureFields(error) }, 'event not taken')
      observe({ ...traceOf(incoming), kind: 'failed', error })
      await tell(incoming, WORDS.broken)
      throw error
    }
  }

  const refuseWhenClosed = (): void => {
    if (closing.signal.aborted) throw new PyframeError('unavailable', 'The desk is closed.')
  }

  return {
    async receive(incoming) {
      refuseWhenClosed()
      const person = `${platformOf(incoming.conversation)}:${incoming.from.id}`
      const entry = crowd.enter(person)
      if (entry !== 'in') observe({ ...traceOf(incoming), kind: 'left_out', reason: entry })
      if (entry === 'told') return { first: null, passedOver: true }
      if (entry !== 'in') {
        log.warn({ ...idsOf(incoming), entry }, 'event left out')
        await tell(incoming, WORDS[entry])
        return { first: null }
      }
      const came = performance.now()
      observe({ ...traceOf(incoming), kind: 'entered' })
      try {
        return await queues.join(incoming.conversation, () => serve(incoming, performance.now() - came))
      } finally {
        crowd.leave(person)
        observe({ ...traceOf(incoming), kind: 'finished', tookMs: performance.now() - came })
      }
    },

    async attach(platform, deliver) {
      refuseWhenClosed()
      const sent = await rounds.catchUp(platform, () => delivery.fronts.set(platform, deliver))
      rounds.start()
      return sent
    },

    async close() {
      closing.abort()
      log.info({ conversations: queues.size }, 'desk closes, turns in flight are finished')
      await atMost(times.farewell, Promise.all([rounds.stop(), queues.idle()]))
    },

    suggest: views.suggest,
    home: async (conversation) => views.home(await store.read(conversation), now()),
    form: async (conversation) => views.form(await store.read(conversation)),
    picture: documents.picture,
    file: documents.file,
    installations: store.installations,
  }
}

const refuse = async (): Promise<never> => {
  throw new PyframeError('unavailable', 'This desk makes no documents.')
}

const NO_DOCUMENTS: Documents = { picture: refuse, file: refuse }

/** More late replies at once than this would only bury the new one; the others follow. */
const MOST_LATE = 5

/** Stands for one event, the same when it is delivered again; short enough for a button. */
const referenceOf = ({ conversation, event }: Pick<Incoming, 'conversation' | 'event'>): string =>
  createHash('sha256')
    .update(JSON.stringify([conversation, event]))
    .digest('hex')
    .slice(0, 20)

const idsOf = ({ event, conversation }: Pick<Outgoing, 'event' | 'conversation'>) => ({ event, conversation })
