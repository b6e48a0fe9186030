import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import type { Alternative } from '../../src/knowledge/schema/alternative.ts'
import type { Section } from '../../src/knowledge/schema/lists.ts'

/** One searchable piece of the knowledge, as someone would index it who had only a search library. */
export interface Document {
  title: string
  text: string
  /** Alternatives it is about. */
  about: string[]
  topic: string
  source: string
}

/** The knowledge as flat documents: every question with its answer, capability, section of an entry and term. */
export function documentsOf(catalogue: Catalogue): Document[] {
  return [
    ...catalogue.alternatives.flatMap((entry) => [
      ...questionsOf(entry),
      ...capabilitiesOf(entry, catalogue),
      ...sectionsOf(entry, catalogue),
    ]),
    ...[...catalogue.guide.questions, ...catalogue.company.questions].map(({ q, a, topic, source }) => ({
      title: q.join(' / '),
      text: a,
      about: [],
      topic,
      source,
    })),
    ...catalogue.glossary.map(({ term, aliases, meaning, topic, source }) => ({
      title: [term, ...aliases].join(' / '),
      text: meaning,
      about: [],
      topic,
      source,
    })),
  ]
}

const questionsOf = ({ id, name, questions }: Alternative): Document[] =>
  questions.map(({ q, a, topic, source }) => ({
    title: `${name}: ${q.join(' / ')}`,
    text: a,
    about: [id],
    topic,
    source,
  }))

function capabilitiesOf({ id, name, capabilities }: Alternative, catalogue: Catalogue): Document[] {
  const topicOf = new Map(catalogue.topics.map((topic) => [topic.capability, topic.id]))
  return Object.entries(capabilities).map(([capability, { level, how, source }]) => ({
    title: `${name}: ${catalogue.capability(capability)?.name ?? capability}`,
    text: `${level}. ${how}`,
    about: [id],
    topic: topicOf.get(capability) ?? 'none',
    source,
  }))
}

function sectionsOf(entry: Alternative, catalogue: Catalogue): Document[] {
  return catalogue.topics.flatMap(({ id: topic, name, section }) => {
    const lines = section ? linesOf(entry, section) : []
    if (lines.length === 0) return []
    const title = `${entry.name}: ${name}`
    return [{ title, text: lines.join(' '), about: [entry.id], topic, source: entry.homepage }]
  })
}

/** What an entry says under one heading, line by line. */
function linesOf(entry: Alternative, section: Section): string[] {
  const claims = (points: readonly { claim: string }[]): string[] => points.map(({ claim }) => claim)
  const facts = (points: readonly { fact: string }[]): string[] => points.map(({ fact }) => fact)
  switch (section) {
    case 'overview':
      return [entry.tagline]
    case 'strengths':
      return claims(entry.strengths)
    case 'weaknesses':
      return claims(entry.weaknesses)
    case 'best_for':
      return entry.best_for.map(({ situation, reason }) => `${situation}: ${reason}`)
    case 'known_users':
      return entry.known_users.map(({ organisation, what }) => `${organisation}: ${what}`)
    case 'performance':
    case 'scalability':
      return [
        ...entry.performance.figures.map(
          ({ benchmark, test, values, units }) => `${benchmark}, ${test}: ${values} ${units}`,
        ),
        ...facts(entry.performance.caveats),
      ]
    case 'popularity':
    case 'community':
      return [
        ...entry.popularity.map(({ metric, value }) => `${metric}: ${value}`),
        ...facts(entry.governance),
      ]
    case 'licence':
      return [entry.licence.value]
    case 'versions':
      return [`${entry.latest_release.version}. ${entry.latest_release.note}`, entry.support.summary]
    case 'maintenance':
      return [entry.maintenance.evidence, entry.cadence.summary]
    case 'migration':
      return entry.migration.map(({ path, how, pain }) => `${path}: ${how} ${pain}`)
    case 'hiring':
      return [entry.hiring.summary, entry.skills.summary]
    case 'learning':
      return [entry.learning.summary]
    case 'deployment':
      return facts(entry.deployment)
    case 'security':
      return facts(entry.security)
  }
}
