import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import { tokenise } from '../../knowledge/text.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import type { Answer } from './answer.ts'
import { hitsFor, howSure, RELATED } from './found.ts'
import { answerCompany, answerContact } from './general.ts'
import { answerSection } from './sections.ts'
import { fromEntry, joined } from './written.ts'

/** Who can be hired; with a name also how many people know it. */
export function aboutHiring(
  consultant: Consultant,
  understood: Understood,
  named: Alternative | undefined,
): Answer {
  const { catalogue, search } = consultant
  const topic = catalogue.topic(understood.topic ?? '')
  const entry = named && search.commonest(named.id, topic?.id ?? '')
  const company = aboutCompany(consultant, understood)
  if (!named || !entry) return company
  const market = joined(fromEntry(entry), answerSection(catalogue, named, topic))
  return aboutUs(catalogue, understood) ? joined(company, market) : joined(market, company)
}

const YOU = /^(you|your|yours)$/

/** "Your people", "can you build": asked of those who stand behind the program, or of them by the first word of their name. */
function aboutUs({ company }: Catalogue, { text }: Understood): boolean {
  const [name] = tokenise(company.name)
  return tokenise(text).some(({ norm }) => YOU.test(norm) || norm === name?.norm)
}

function aboutCompany(consultant: Consultant, understood: Understood): Answer {
  const hits = hitsFor(consultant, understood)
  const found = howSure(hits)
  if (found.sureness === 'sure') return fromEntry(found.hit.entry)
  const { catalogue } = consultant
  // Of the two topics about them only what can be composed from an entry is about hiring.
  const section = catalogue.topic(understood.topic ?? '')?.section
  const composed = section === undefined ? answerContact(catalogue) : answerCompany(catalogue)
  const related = hits.find(({ entry, share }) => entry.topic === understood.topic && share >= RELATED)
  return related ? joined(composed, fromEntry(related.entry)) : composed
}
