import type { Card, FilePart, ScoreChartPart } from './card/card.ts'
import { createCrowd, ROOM, type Room } from './desk/crowd.ts'
import { createDelivery, type Deliver } from './desk/delivery.ts'
import { createQueues } from './desk/queues.ts'
import { createRounds } from './desk/rounds.ts'
import { patiently } from './desk/taking.ts'
import { DAY_MS, leaseFrom, TIMES, type Times } from './desk/times.ts'
import { WORDS } from './desk/words.ts'
import type { Input } from './dialogue/conversation.ts'
import type { FormDefinition } from './dialogue/form.ts'
import type { Step } from './dialogue/step.ts'
import type { Views } from './dialogue/views.ts'
import { PyframeError } from './errors.ts'
import { failureFields, type Log } from './log.ts'
import { createOutgoingId } from './store/outgoing-id.ts'
import { platformOf } from './store/platform.ts'
import type { Installations, Outgoing, Store } from './store/store.ts'

export type { Deliver } from './desk/delivery.ts'
export { isCommand } from './dialogue/commands.ts'
export type { FormDefinition } from './dialogue/form.ts'
export { databaseName, setAside } from './store/location.ts'
export { openStore } from './store/open.ts'
export type { Installations, Outgoing, Store } from './store/store.ts'
export { isCorrupt } from './store/trouble.ts'

/** One thing a person did, as an adapter translated it. */
export interface Incoming {
  /** The platform's own id of the event, repeated when it delivers the event again. */
  event: string
  /** `<platform>:<...>` */
  conversation: string
  /** Where the reply goes, in the adapter's own terms. */
  address: string
  from: { id: string; name: string | null }
  /** Whether several people take part: then each answer says who gave it. */
  shared?: boolean
  input: Input
  /** ISO 8601 time at which it was received. */
  at: string
}

/** A file as it is sent. */
export interface MadeFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Makes bytes from what cards hold. */
export interface Documents {
  /** A score chart as PNG. */
  picture(chart: ScoreChartPart): Promise<Uint8Array>
  /** A file from its recipe. */
  file(part: FilePart): Promise<MadeFile>
}

export interface Desk extends Documents {
  /**
   * Takes one event, after those of the same conversation that came before it. Resolves when its cards were handed
   * over, when that failed and they stay owed, or when the person has so many events waiting that this one was left
   * out, which they are told.
   *
   * @throws what the turn threw: nothing was saved, and the person was told so; or PyframeError `unavailable` after
   *   `close`, or when nothing can be saved
   */
  receive(incoming: Incoming): Promise<void>
  /**
   * Registers the front end of a platform, before its events come in, and delivers what is still owed there. From
   * then on what could not be delivered is tried again by itself.
   *
   * @returns how many replies were owed and now delivered
   */
  attach(platform: string, deliver: Deliver): Promise<number>
  /** Takes nothing more and resolves when the turns in flight are finished. The store stays open. */
  close(): Promise<void>
  /** Names a person may be about to type, best first; see `Views`. */
  suggest: Views['suggest']
  /** Where a person is, the ways on, and what came before; changes nothing. */
  home(conversation: string): Promise<Card[]>
  /** Every question at once with the present answers; changes nothing. Comes back as the input `answers`. */
  form(conversation: string): Promise<FormDefinition>
  installations: Installations
}

/** What a desk is made of. */
export interface DeskOptions {
  store: Store
  /** One step of a conversation, with its consultant. */
  turn: Step
  views: Views
  /** Without them nothing can be made from charts and files. */
  documents?: Documents
  log: Log
  /** Days after which a conversation nobody went on with is erased; default never. */
  keepDays?: number
  /** The clock; default the system's. */
  now?: () => Date
  times?: Partial<Times>
  room?: Partial<Room>
}

/** The one door of the front ends. */
export function createDesk(options: DeskOptions): Desk {
  const { store, turn, views, documents = NO_DOCUMENTS, log, now = () => new Date() } = options
  const { keepDays = Number.POSITIVE_INFINITY } = options
  const times = { ...TIMES, ...options.times }
  const queues = createQueues()
  const crowd = createCrowd({ ...ROOM, ...options.room })
  const delivery = createDelivery({ store, log, now, times })
  const rounds = createRounds({ store, delivery, queues, log, now, times, keepMs: keepDays * DAY_MS })
  const closing = new AbortController()

  async function take(incoming: Incoming): Promise<void> {
    const { input, shared, from, ...key } = incoming
    const by = shared ? from.name : null
    const applied = await patiently(store, times, closing.signal, async () => {
      const lease = leaseFrom(now(), times)
      const { outgoing } = await store.apply(key, lease, (snapshot) => turn(snapshot, input, now(), by))
      return { outgoing, lease }
    })
    if (delivery.isBehind(key.conversation)) await catchUp(key.conversation)
    await delivery.handOver(applied.outgoing, applied.lease)
  }

  /** What could not be delivered before comes before the new reply. */
  async function catchUp(conversation: string): Promise<void> {
    delivery.caughtUp(conversation)
    const lease = leaseFrom(now(), times)
    const claim = {
      platform: platformOf(conversation),
      conversation,
      which: 'free',
      limit: MOST_LATE,
    } as const
    await delivery.handOver(await store.claim(claim, lease), lease)
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
  async function serve(incoming: Incoming): Promise<void> {
    try {
      await take(incoming)
    } catch (error) {
      log.error({ ...idsOf(incoming), ...failureFields(error) }, 'event not taken')
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
      if (entry === 'told') return
      if (entry !== 'in') {
        log.warn({ ...idsOf(incoming), entry }, 'event left out')
        return tell(incoming, WORDS[entry])
      }
      try {
        await queues.join(incoming.conversation, () => serve(incoming))
      } finally {
        crowd.leave(person)
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
      await rounds.stop()
      await queues.idle()
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

const idsOf = ({ event, conversation }: Pick<Outgoing, 'event' | 'conversation'>) => ({ event, conversation })
