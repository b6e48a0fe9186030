import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { TopicEntry } from '../../knowledge/schema/lists.ts'
import { type Answer, answerOf, inProse, sentence, sourceOf } from './answer.ts'
import { compareCapability } from './capability.ts'

/** So many lead a list of all. */
const FIRST = 5
const WITH_REASON = 3

/** How all alternatives stand on a topic that was asked for without a name; null where nothing orders them. */
export function overviewOn(catalogue: Catalogue, topic: TopicEntry): Answer | null {
  if (topic.capability) return compareCapability(catalogue, catalogue.alternatives, topic.capability)
  if (topic.section === 'maintenance') return byMaintenance(catalogue)
  return topic.criterion === undefined ? null : byCriterion(catalogue, topic.criterion)
}

const STATUSES = [
  ['dormant', 'Dormant'],
  ['slow', 'Maintained, but slowly'],
  ['active', 'Actively maintained'],
] as const

function byMaintenance({ alternatives }: Catalogue): Answer {
  const groups = Map.groupBy(alternatives, ({ maintenance }) => maintenance.status)
  const lines = STATUSES.flatMap(([status, words]) => {
    const names = (groups.get(status) ?? []).map(({ name }) => name)
    return names.length === 0 ? [] : [sentence(`${words}: ${inProse(names)}`)]
  })
  const [lead = '', ...more] = lines
  const told = STATUSES.flatMap(([status]) => groups.get(status) ?? [])
  return answerOf(lead, {
    more,
    sources: told.slice(0, WITH_REASON).map(({ maintenance }) => sourceOf(maintenance)),
  })
}

function byCriterion({ alternatives, criterion }: Catalogue, id: string): Answer | null {
  const measured = criterion(id)
  if (!measured) return null
  const at = ({ positions }: Alternative): number => positions[id]?.value ?? 0
  const first = alternatives.toSorted((a, b) => at(b) - at(a)).slice(0, FIRST)
  const reasons = first.slice(0, WITH_REASON).flatMap(({ name, positions }) => {
    const position = positions[id]
    return position ? [{ text: sentence(`**${name}**: ${position.reason}`), position }] : []
  })
  return answerOf(
    sentence(`First on ${measured.virtue}, as we judge it: ${inProse(first.map(({ name }) => name))}`),
    {
      more: reasons.map(({ text }) => text),
      sources: reasons.map(({ position }) => sourceOf(position)),
      alternatives: first.map((entry) => entry.id),
    },
  )
}
