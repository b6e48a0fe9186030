import { consultantOn } from '../../../src/dialogue/consultant.ts'
import type { Input } from '../../../src/dialogue/conversation.ts'
import { createStep, type Step } from '../../../src/dialogue/step.ts'
import { buildCatalogue } from '../catalogue.ts'

const AT = new Date('2026-03-01T10:00:00.000Z')

/** What people do, one after the other; whatever it does to a consultation, a replay must do the same. */
const INPUTS: readonly Input[] = [
  { kind: 'command', command: 'start', text: '' },
  { kind: 'action', action: 'begin@1' },
  { kind: 'action', action: 'level:load:high@2' },
  { kind: 'text', text: 'not sure' },
  { kind: 'command', command: 'summary', text: '' },
  { kind: 'action', action: 'level:size:low@5' },
  { kind: 'command', command: 'back', text: '' },
  { kind: 'answers', levels: { load: 'medium', pace: 'high' }, needs: ['wheels'] },
  { kind: 'text', text: 'something nobody understands' },
  { kind: 'command', command: 'result', text: '' },
  { kind: 'command', command: 'share', text: '' },
  { kind: 'text', text: 'thanks' },
  { kind: 'command', command: 'restart', text: '' },
  { kind: 'text', text: 'what if wheels is a must' },
]

/** The n-th thing that is done in a conversation; each begins somewhere else in the list. */
const inputOf = (conversation: number, n: number): Input =>
  INPUTS[(conversation * 5 + n) % INPUTS.length] ?? { kind: 'text', text: '' }

export const keyOf = (conversation: number): string => `chat:${conversation}`
export const eventOf = (conversation: number, n: number): string => `${conversation}-${n}`

/** The n-th event of a conversation, as a platform sends it, again and again if it must. */
export const incomingOf = (conversation: number, n: number) => ({
  event: eventOf(conversation, n),
  conversation: keyOf(conversation),
  address: 'a',
  from: { id: `person ${conversation}`, name: null },
  input: inputOf(conversation, n),
  at: new Date().toISOString(),
})

/** A real turn on a small knowledge base, at a time that does not depend on when it is run. */
export function createScriptedStep(): Step {
  const catalogue = buildCatalogue({
    alternatives: {
      ant: { positions: [0.2, 0.8, 0.5], capabilities: { wheels: 'built-in' } },
      bee: { positions: [0.9, 0.3, 0.4], capabilities: { wheels: 'manual' } },
      cow: { positions: [0.5, 0.5, 0.9] },
    },
    criteria: ['load', 'size', 'pace'],
    capabilities: ['wheels'],
    checklists: { load: ['wheels'] },
  })
  const step = createStep(consultantOn(catalogue))
  return (snapshot, input) => step(snapshot, input, AT)
}

/** The state a conversation must have after so many events. */
export function replay(step: Step, conversation: number, events: number): unknown {
  let snapshot: unknown = null
  for (let n = 0; n < events; n++) {
    // Through JSON, as the store does it.
    snapshot = JSON.parse(JSON.stringify(step(snapshot, inputOf(conversation, n), AT).conversation))
  }
  return snapshot
}
