import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Company, Term } from '../../knowledge/schema/lists.ts'
import type { Stranger } from '../../language/names.ts'
import type { Understood } from '../../language/understand.ts'
import { type Answer, answerOf, capitalise, inProse, sentence, sourceOf, withVerdict } from './answer.ts'

/** Meanings of the terms and types named in the text, at most two; null when none is named. */
export function answerTerms(catalogue: Catalogue, understood: Understood): Answer | null {
  const types = understood.types.flatMap((id) => {
    const type = catalogue.guide.types.find((entry) => entry.id === id)
    return type
      ? [{ text: `${type.name}: ${withVerdict(type.claim, type)}`, claim: type, rest: typeDetails(type) }]
      : []
  })
  const terms = understood.terms.flatMap((index) => {
    const term = catalogue.glossary[index]
    return term
      ? [
          {
            text: `${term.term}: ${withVerdict(term.meaning, term)}`,
            claim: term,
            rest: belongings(catalogue, term),
          },
        ]
      : []
  })
  const found = (types.length > 0 ? types : terms).slice(0, 3)
  const [head, ...others] = found
  if (!head) return null
  return answerOf(sentence(head.text), {
    more: [...head.rest, ...others.flatMap((other) => [sentence(other.text), ...other.rest])],
    sources: found.map((item) => sourceOf(item.claim)),
  })
}

/** What a term has to do with the decision: the features and the criteria it belongs to. */
function belongings(catalogue: Catalogue, { topic: about, capabilities, criteria }: Term): string[] {
  const topic = catalogue.topic(about)
  const features = new Set([topic?.capability, ...capabilities].filter((id) => id !== undefined))
  const matters = new Set([topic?.criterion, ...criteria].filter((id) => id !== undefined))
  const names = [
    ...[...features].map((id) => catalogue.capability(id)?.name ?? id),
    ...[...matters].map((id) => catalogue.criterion(id)?.name ?? id),
  ]
  return [sentence(`It belongs to: ${inProse(names)}`)]
}

const typeDetails = (type: { good_for: string; strains: string }): string[] => [
  sentence(`Good for ${type.good_for}`),
  sentence(`It strains ${type.strains}`),
]

/** The criteria of the decision, or why the one named in the text matters. */
export function answerCriteria(catalogue: Catalogue, named: readonly string[]): Answer {
  const criteria = catalogue.criteria.filter(
    (criterion) => named.length === 0 || named.includes(criterion.id),
  )
  if (named.length > 0 && criteria.length > 0 && criteria.length < 3) {
    return answerOf(criteria.map((criterion) => sentence(criterion.why)).join(' '), {
      more: [
        ...criteria.map((criterion) => sentence(`The guide's reason: ${criterion.guide.claim}`)),
        listOfAll(catalogue),
      ],
      sources: criteria.map((criterion) => sourceOf(criterion.guide)),
    })
  }
  const all = catalogue.criteria
  return answerOf(listOfAll(catalogue), {
    more: all.map((criterion) => sentence(`**${criterion.name}**: ${criterion.why}`)),
    sources: all.slice(0, 1).map((criterion) => sourceOf(criterion.guide)),
  })
}

const listOfAll = ({ criteria }: Catalogue): string =>
  sentence(`${criteria.length} things decide: ${inProse(criteria.map(({ name }) => name))}`)

/** The people who can build it: how they work and how to get in touch. */
export function answerCompany({ company }: Catalogue): Answer {
  return answerOf(sentence(`${company.name} can help: ${company.about.fact}`), {
    more: [
      ...company.engagement.map((model) => sentence(`${model.name}: ${model.claim}`)),
      capitalise(contactLine(company)),
    ],
    sources: [sourceOf(company)],
  })
}

/** How to get in touch with them, and where they are. */
export function answerContact({ company }: Catalogue): Answer {
  return answerOf(`${company.name}: ${contactLine(company)}`, {
    more: company.offices.map(({ place, address }) => sentence(`${place}: ${address}`)),
    sources: [sourceOf(company)],
  })
}

const contactLine = ({ hotline, website }: Company): string => `hotline ${hotline}, website ${website}.`

/** A polite line about names from outside the field, or that the question is not about it at all. */
export function declineOffTopic(catalogue: Catalogue, strangers: readonly Stranger[]): Answer {
  const [stranger] = strangers
  const lead = stranger
    ? `${stranger.name} is ${stranger.what}, and I only know about choosing ${catalogue.domain.subject}.`
    : catalogue.domain.off_topic
  return answerOf(sentence(lead), { sureness: 'nothing' })
}

/** For an alternative that is known by name only. */
export function answerUnknownEntry(catalogue: Catalogue, id: string): Answer {
  const neighbour = catalogue.neighbours.find((entry) => entry.id === id || entry.name.toLowerCase() === id)
  const names = catalogue.alternatives.map((alternative) => alternative.name)
  const what = neighbour
    ? `${neighbour.name} is known to me by name only (${neighbour.what.replace(/\.$/, '')})`
    : id
  return answerOf(sentence(`${what}: I have no checked facts on it yet`), {
    more: [`Facts with sources I have on ${inProse(names)}.`],
    alternatives: [id],
    sureness: 'nothing',
  })
}
