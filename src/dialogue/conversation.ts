import type { Requirements } from '../advice/requirements.ts'
import type { Card, Choice } from '../card/card.ts'
import type { Level } from '../knowledge/schema/levels.ts'
import type { Sureness } from './answer/answer.ts'
import type { CommandId } from './commands.ts'

/** What a person did, whatever the platform. */
export type Input =
  /** `amended`: an earlier message was edited; counts as "actually, ...". */
  | { kind: 'text'; text: string; amended?: true }
  /** A pressed button or submitted checklist; `values` are the ticked ones, `text` the content of a form. */
  | { kind: 'action'; action: string; values?: string[]; text?: string }
  | { kind: 'command'; command: CommandId; text: string }
  /** The whole form at once: replaces every level, and of the needs those that the form offers. */
  | { kind: 'answers'; levels: Record<string, string>; needs: string[] }
  /** The day has come to ask what was chosen for a project; nobody did anything. */
  | { kind: 'due'; project: string }

/** What a person did; nobody does anything when a day comes. */
export type Said = Exclude<Input, { kind: 'due' }>

/** What the bot waits for. */
export type Pending =
  | { kind: 'open' }
  | { kind: 'question'; criterion: string }
  /** Something that would rule out what the person named: confirmed first, one after the other. */
  | { kind: 'confirm'; doubt: Doubt; more: Doubt[] }
  /** A what-if was shown: kept or dropped next. */
  | { kind: 'what_if'; requirements: Requirements; back: Pending | null }
  | { kind: 'erase'; back: Pending | null }
  /** Asked whether an engineer may be told. */
  | { kind: 'hand_off'; back: Pending | null }
  /** Asked for a remark on what was said; the next text is it. */
  | { kind: 'remark'; verdict: Verdict; told: Told; claim: ToldClaim | null; back: Pending | null }

/** What somebody thinks of what they were told. */
export type Verdict = 'useful' | 'not_useful' | 'wrong'

/** Why something was not useful. */
export const REASONS = ['off_topic', 'too_little', 'too_much', 'disagree'] as const
export type Reason = (typeof REASONS)[number]

/** What was told last, so that people can say what they think of it. */
export interface Told {
  about: 'result' | 'answer'
  topic: string | null
  alternatives: string[]
  claims: ToldClaim[]
}

/** One claim, marked text, and the addresses or names of the sources it was shown with. */
export interface ToldClaim {
  text: string
  sources: string[]
}

/** Feedback for whoever keeps the knowledge: nothing of what else the person said. */
export interface Remark extends Omit<Told, 'claims'> {
  verdict: Verdict
  /** The claim it is about; null = all that was told. */
  claim: ToldClaim | null
  /** What was chosen as the reason; null = nothing. */
  reason: Reason | null
  /** The remark as it was typed; null = none. */
  words: string | null
}

/** A hard requirement that rules out alternatives the person named. */
export type Doubt = { eliminates: string[] } & (
  | { kind: 'need'; need: string; priority: 'must' | 'excluded' }
  | { kind: 'runtime'; version: string }
)

/** One consultation: what was said about one project. */
export interface Consultation {
  id: string
  /** The first words of a brief, to find it again by. */
  name: string | null
  /** Whom it is for, when they said so; shown instead of `name`. */
  client: string | null
  startedAt: string
  /** The step in which it became the active one: buttons from before belong to another project. */
  since: number
  updatedAt: string
  requirements: Requirements
  /** Criteria answered with "not sure": different from skipped, asked again only on request. */
  unsure: string[]
  skipped: string[]
  /** The client's words, newest last. */
  said: string[]
  pending: Pending | null
  /** True once a recommendation was shown. */
  concluded: boolean
  /** True when they want every question asked, also those that can no longer change the advice. */
  thorough: boolean
  /** Who said what, by the key of the point; only in a consultation that several people share. */
  givers: Record<string, string>
  /** Everyone's own answers; null where all answer together. */
  panel: Panel | null
  /** When they are or were to be asked what they chose (ISO 8601); null = not. */
  askAt: string | null
  /** What they chose in the end; null = not known. */
  outcome: Outcome | null
}

/** Several people who each answer for themselves, until the group has settled where they differ. */
export interface Panel {
  /** By the platform's id of the person. */
  views: Record<string, View>
  /** What the group decided where views differ, by criterion. */
  settled: Record<string, Settled>
  /** False once the group has its recommendation. */
  open: boolean
}

/** One person's own answers. */
export interface View {
  /** Display name. */
  name: string
  /** By criterion; `unknown` = not sure. */
  levels: Record<string, Level | 'unknown'>
}

export interface Settled {
  /** Null: left open. */
  level: Level | null
  /** Display name of who pressed. */
  by: string
}

/** What somebody chose in the end, as they said when they were asked. */
export type Outcome =
  | { kind: 'chosen'; alternative: string }
  /** Something that was not offered. */
  | { kind: 'other' }
  | { kind: 'undecided' }

/** How a person wants to be asked what they chose. */
export interface FollowUp {
  /** They asked not to be asked. */
  off: boolean
  /** When they were asked last (ISO 8601); null = never. */
  askedAt: string | null
  /** Whether that is not answered yet. */
  open: boolean
}

/** What can be taken back with "back": the state before a change of the consultation. */
export type Undo = Pick<
  Consultation,
  'requirements' | 'unsure' | 'skipped' | 'pending' | 'concluded' | 'said' | 'thorough' | 'givers' | 'panel'
>

/** A button as it was offered. */
export type Offer = Pick<Choice, 'action' | 'label' | 'quiet' | 'primary'>

/** Everything remembered between two turns. Stored as JSON; `version` changes with its shape. */
export interface Conversation {
  version: 4
  /** Counts turns; buttons carry the step they were made for. */
  step: number
  active: Consultation | null
  undo: Undo[]
  /** Finished or replaced consultations, newest last. */
  history: Consultation[]
  /** What was last spoken about, for "and does it have ...?". */
  shown: { alternatives: string[]; topic: string | null }
  /** Turns in a row that were not understood. */
  unclear: number
  /** The buttons of the last reply, so that a number or the words on one, typed, press it. */
  offered: Offer[]
  /** What was shared with others from here and can be taken back, newest last. */
  shares: string[]
  /** What feedback is about now; null = nothing yet. */
  told: Told | null
  followUp: FollowUp
}

/** Where a turn takes place, as far as it may know. */
export interface Place {
  /** Display name of who did it, also where nobody else reads along; null = not known. */
  name: string | null
  /** Whether a hand-off reaches somebody from here. */
  engineers: boolean
  /** Small letters and digits that stand for the event and for no other. */
  reference: string
  /** The platform's id of who did it; empty = not known. */
  person: string
  /** Whether they run the program, and may see what is counted. */
  operator: boolean
  /** Days after a recommendation on which is asked what was chosen; null = never. */
  askAfterDays: number | null
  /** What somebody shared and the press asks for, not yet checked; null = it is not there. */
  copy: unknown
}

/** Something to be done outside the conversation, at least once. */
export type Effect =
  | { kind: 'erase' }
  /** Posts the cards visibly where the person asked from; the copy is kept for whoever goes on with it. */
  | { kind: 'share'; cards: Card[]; reference: string; copy: Copy }
  /** Removes the shared post whose button was pressed, where the platform can, and its copy. */
  | { kind: 'unshare'; reference: string }
  /** Says the cards only to who did something, where others read along. */
  | { kind: 'whisper'; cards: Card[] }
  /** Says the cards as a message of its own, long after anybody did anything. */
  | { kind: 'notify'; cards: Card[] }
  /** Says what was counted. */
  | { kind: 'stats' }
  /** Lets the input `due` come at that time (ISO 8601); of one project, the last such wish counts. */
  | { kind: 'ask_later'; project: string; at: string }
  /** The input `due` has come, and does not come again. */
  | { kind: 'asked'; project: string }
  /** Posts the cards where engineers see them; under the reference one of them takes it. */
  | { kind: 'hand_off'; reference: string; cards: Card[] }
  /**
   * Somebody takes what was handed off: the first is answered with `mine` and whoever asked is told `told`; everybody
   * later is answered with `late`.
   */
  | { kind: 'take'; reference: string; told: Card[]; mine: Card[]; late: Card[] }

/** A project as others may go on with it: what was shared, and no more. */
export type Copy = Pick<Consultation, 'requirements' | 'said' | 'name' | 'client'>

/** Something to be counted, by kinds and ids that stand in the knowledge or here: never a word that was typed. */
export interface Tally {
  kind: TallyKind
  name: string
}

export type TallyKind =
  /** Texts, by how they were understood. */
  | 'text'
  /** Questions, by intent, topic and alternative. */
  | 'intent'
  | 'topic'
  | 'alternative'
  /** Questions without a sure answer, by alternative and topic. */
  | 'missing'
  /** What was read from a text and corrected: a criterion, a need or another point. */
  | 'misread'
  /** Recommendations, by the first. */
  | 'recommended'
  /** What people think, by what it is about and the verdict. */
  | 'feedback'
  | 'hand_off'
  /** What became of recommendations: taken, another candidate, something else, not decided, not to be asked. */
  | 'outcome'
  /** What was chosen in the end, by alternative. */
  | 'chosen'

/** How often something was counted in an ISO week such as 2026-W47, in UTC. */
export interface Tallied extends Tally {
  week: string
  count: number
}

/** What a question was taken for. */
export interface Asked {
  intent: string
  topic: string | null
  alternatives: readonly string[]
}

/** Outcome of one step. */
export interface Turn {
  conversation: Conversation
  cards: Card[]
  effects: Effect[]
  /** How a text was understood, for counting; left out where there was none. */
  sureness?: Sureness
  /** Of a text that was answered as a question. */
  asked?: Asked
  /** What somebody thinks of what they were told: the verdict, and a remark that stands for itself. */
  rated?: { about: Told['about']; verdict: Verdict }
  /** What somebody said they chose: how that agrees with the advice, and what it is. */
  chose?: { outcome: string; alternative: string | null }
  remark?: Remark
  /** What is counted of this step. */
  tallies?: readonly Tally[]
}
