import type { Requirements } from '../advice/requirements.ts'
import { decodeAction, type Verb } from './actions.ts'
import type { Consultation, Conversation, Input, Tally, Turn } from './conversation.ts'

/** What is counted of one step: intents, topics, ids and verdicts, and never a word that was typed. */
export function tallyOf(before: Conversation, input: Input, outcome: Turn): Tally[] {
  const { rated, chose, effects } = outcome
  return [
    ...textTallies(input, outcome),
    ...misread(before.active, outcome.conversation.active, input).map(
      (name): Tally => ({ kind: 'misread', name }),
    ),
    ...recommended(before, outcome.conversation),
    ...(rated ? [{ kind: 'feedback', name: `${rated.about}:${rated.verdict}` } as const] : []),
    ...(chose ? [{ kind: 'outcome', name: chose.outcome } as const] : []),
    ...(chose?.alternative ? [{ kind: 'chosen', name: chose.alternative } as const] : []),
    ...(effects.some(({ kind }) => kind === 'hand_off')
      ? [{ kind: 'hand_off', name: 'asked' } as const]
      : []),
  ]
}

function textTallies(input: Input, { sureness, asked }: Turn): Tally[] {
  if (sureness === undefined) return []
  if (asked === undefined) {
    return input.kind === 'text' ? [{ kind: 'text', name: sureness === 'nothing' ? 'unclear' : 'told' }] : []
  }
  const { intent, topic, alternatives } = asked
  if (intent === 'out_of_scope') return [{ kind: 'text', name: 'declined' }]
  const missing = [alternatives[0] ?? '', topic ?? 'none'].join('/')
  return [
    { kind: 'text', name: sureness },
    { kind: 'intent', name: intent },
    { kind: 'topic', name: topic ?? 'none' },
    ...[...new Set(alternatives)].map((name): Tally => ({ kind: 'alternative', name })),
    ...(sureness === 'sure' ? [] : [{ kind: 'missing', name: missing } as const]),
  ]
}

/** Presses that set right what was read. */
const MENDING: readonly Verb[] = ['level', 'drop', 'needs']

/** Points read from a text that somebody changed by a button or by editing the message. */
function misread(before: Consultation | null, after: Consultation | null, input: Input): string[] {
  if (!before || !after || before.id !== after.id || !mends(input)) return []
  const [old, now] = [before.requirements, after.requirements]
  return [
    ...Object.entries(old.levels)
      .filter(([id, { origin, level }]) => origin === 'text' && now.levels[id]?.level !== level)
      .map(([id]) => `criterion:${id}`),
    ...Object.entries(old.needs)
      .filter(([id, { origin, priority }]) => origin === 'text' && now.needs[id]?.priority !== priority)
      .map(([id]) => `need:${id}`),
    ...(isKindGone(old, now) ? [`kind:${old.kind?.id}`] : []),
    ...(now.likeness === null ? (old.likeness?.situations.slice(0, 1) ?? []) : []).map(
      ({ id }) => `situation:${id}`,
    ),
  ]
}

const isKindGone = (old: Requirements, now: Requirements): boolean =>
  old.kind !== null && now.kind?.id !== old.kind.id

function mends(input: Input): boolean {
  if (input.kind === 'text') return input.amended === true
  const verb = input.kind === 'action' ? decodeAction(input.action)?.verb : undefined
  return MENDING.some((known) => known === verb)
}

/** A recommendation counts when it is the first of its project, or names another than the last. */
function recommended(before: Conversation, { active, shown }: Conversation): Tally[] {
  const [name] = shown.alternatives
  const again =
    before.active?.id === active?.id && before.active?.concluded && !changed(before.active, active)
  if (!active?.concluded || again || name === undefined) return []
  return [{ kind: 'recommended', name }]
}

const changed = (before: Consultation, after: Consultation | null): boolean =>
  JSON.stringify(before.requirements) !== JSON.stringify(after?.requirements)
