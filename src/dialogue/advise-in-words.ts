import { noRequirements } from '../advice/requirements.ts'
import { isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import { type Answer, answerOf, sentence, sourceOf } from './answer/answer.ts'
import type { Consultant } from './consultant.ts'
import { mergeFindings } from './merge.ts'
import { reasonsFor } from './reasons.ts'

/**
 * The recommendation for a question that describes a project ("what would you take for ..."), in two or three
 * sentences; null when the text is no such question or describes nothing.
 */
export function adviseInWords(consultant: Consultant, understood: Understood): Answer | null {
  if (understood.intent !== 'choose' || isEmpty(understood.findings)) return null
  const requirements = mergeFindings(noRequirements(), understood.findings, 'text')
  const advice = consultant.advise(requirements)
  const [first, second] = advice.ranking.filter((ranked) => ranked.excluded === null)
  const winner = first && consultant.catalogue.alternative(first.id)
  if (!first || !winner) return null
  const reasons = reasonsFor(consultant.catalogue, requirements, first, advice.ranking)
  const also = second ? ` Next best: ${consultant.catalogue.nameOf(second.id)}.` : ''
  return answerOf(`**${winner.name}** fits best with what you say.${also}`, {
    more: reasons.slice(0, 3).map((reason) => sentence(reason.text)),
    sources: reasons.flatMap((reason) => (reason.claim ? [sourceOf(reason.claim)] : [])),
    alternatives: [first.id, ...(second ? [second.id] : [])],
  })
}
