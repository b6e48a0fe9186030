import type { Card } from '../card/card.ts'
import type { Input } from '../dialogue/conversation.ts'
import type { FormDefinition } from '../dialogue/form.ts'
import type { Step } from '../dialogue/step.ts'
import type { Views } from '../dialogue/views.ts'
import type { Documents } from '../documents/documents.ts'
import type { Log } from '../log.ts'
import type { Installations, Store } from '../store/store.ts'
import type { Room } from './crowd.ts'
import type { Deliver } from './delivery.ts'
import type { Observer } from './observer.ts'
import type { Times } from './times.ts'

/** One thing a person did, as an adapter translated it. */
export interface Incoming {
  /** The platform's own id of the event, repeated when it delivers the event again. */
  event: string
  /** `<platform>:<...>` */
  conversation: string
  /** Where the reply goes, in the adapter's own terms. */
  address: string
  /** `operator`: runs the program, and may see what is counted. */
  from: { id: string; name: string | null; operator?: boolean }
  /** Whether several people take part: then each answer says who gave it. */
  shared?: boolean
  input: Input
  /** ISO 8601 time at which it was received. */
  at: string
}

/** What came of an event. */
export interface Received {
  /** Of "I take it": whether they were the first; null where nobody can say, as when it came again. */
  first: boolean | null
  /** Left out without a word, since they were told before that too much of theirs waits. */
  passedOver?: true
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
  receive(incoming: Incoming): Promise<Received>
  /**
   * Registers the front end of a platform, before its events come in, and delivers what is still owed there. From
   * then on what could not be delivered is tried again by itself.
   *
   * @returns how many replies were owed and now delivered
   */
  attach(platform: string, deliver: Deliver): Promise<number>
  /**
   * Takes nothing more and resolves when the turns in flight are finished, or a few seconds later when a platform does
   * not answer. The store stays open.
   */
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
  /** Platforms on which requests for an engineer are posted somewhere; default none. */
  handOff?: readonly string[]
  /** Days after which a conversation nobody went on with is erased; default never. */
  keepDays?: number
  /** Days after a recommendation on which is asked what was chosen; default never. */
  askAfterDays?: number | null
  /** The clock; default the system's. */
  now?: () => Date
  times?: Partial<Times>
  room?: Partial<Room>
  /** Looks on; default nobody. */
  observe?: Observer
}
