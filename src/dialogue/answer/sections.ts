import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative, Point, Position } from '../../knowledge/schema/alternative.ts'
import type { Sourced } from '../../knowledge/schema/claim.ts'
import type { Section, TopicEntry } from '../../knowledge/schema/lists.ts'
import { type Answer, answerOf, inProse, sentence, sourceOf, withVerdict } from './answer.ts'
import { releasesOf } from './releases.ts'

const MOST_POINTS = 5
const MOST_FACTS = 3

/**
 * What an entry says about a topic; the overview when the topic names no part of it.
 *
 * @param question as it was asked: it may name a version
 */
export function answerSection(
  catalogue: Catalogue,
  alternative: Alternative,
  topic: TopicEntry | undefined,
  question = '',
): Answer {
  const position = topic?.criterion === undefined ? undefined : alternative.positions[topic.criterion]
  const { lead, more, sources } = SECTIONS[topic?.section ?? 'overview'](alternative, {
    catalogue,
    topic,
    position,
    question,
  })
  return answerOf(lead, { more, sources: sources.map(sourceOf), alternatives: [alternative.id] })
}

/** What the entries say about one topic, one line each; null for a topic that is no part of an entry. */
export function compareOnTopic(
  catalogue: Catalogue,
  alternatives: readonly Alternative[],
  topic: TopicEntry,
): Answer | null {
  if (topic.section === undefined || topic.section === 'overview') return null
  const answers = alternatives.map((alternative) => answerSection(catalogue, alternative, topic))
  const lead = leadOn(catalogue, alternatives, topic)
  return answerOf(lead, {
    more: alternatives.map(({ name }, i) => `**${name}**: ${answers[i]?.lead ?? ''}`),
    sources: answers.flatMap(({ sources }) => sources.slice(0, 1)),
    alternatives: alternatives.map(({ id }) => id),
  })
}

/** Who stands where on the criterion of the topic, best first; its name where no criterion measures it. */
function leadOn(
  catalogue: Catalogue,
  alternatives: readonly Alternative[],
  { name, criterion = '' }: TopicEntry,
): string {
  const measured = catalogue.criterion(criterion)
  if (!measured) return `${name}, one by one:`
  const position = ({ positions }: Alternative): number => positions[criterion]?.value ?? 0
  const places = alternatives
    .toSorted((a, b) => position(b) - position(a))
    .map((alternative) => `${alternative.name} ${Math.round(position(alternative) * 10)} of 10`)
  return sentence(`On ${measured.virtue}, as we judge it: ${inProse(places)}`)
}

interface Said {
  lead: string
  more: string[]
  sources: Sourced[]
}

interface About {
  catalogue: Catalogue
  topic: TopicEntry | undefined
  /** Where the alternative stands on the criterion the topic belongs to. */
  position: Position | undefined
  /** As it was asked. */
  question: string
}

type Speak = (alternative: Alternative, about: About) => Said

const SECTIONS: Record<Section, Speak> = {
  overview: (a, { catalogue }) => {
    const type = catalogue.guide.types.find((entry) => entry.id === a.kind)
    return {
      lead: sentence(`${a.name} is ${article(type?.name ?? catalogue.domain.noun.one)}: ${lower(a.tagline)}`),
      more: [
        `Best for: ${a.best_for.slice(0, 2).map(situationOf).join('; ')}.`,
        `Think twice for: ${first(a.avoid_for)}.`,
      ],
      sources: [...a.best_for.slice(0, 2), ...a.avoid_for.slice(0, 1)],
    }
  },
  strengths: (a) => points(`The main strengths of ${a.name}`, a.strengths, guidePoints(a, 'pro')),
  weaknesses: (a) => points(`The main weaknesses of ${a.name}`, a.weaknesses, guidePoints(a, 'con')),
  best_for: (a) => ({
    lead: sentence(`${a.name} fits best for ${lower(a.best_for.slice(0, 3).map(situationOf).join('; '))}`),
    more: [
      ...guidePoints(a, 'intro')
        .slice(0, 2)
        .map((claim) => withVerdict(`The guide says: ${claim.claim}`, claim)),
      `Less suited: ${a.avoid_for.slice(0, 2).map(situationOf).join('; ')}.`,
    ],
    sources: [...a.best_for.slice(0, 3), ...a.avoid_for.slice(0, 2)],
  }),
  known_users: (a) => {
    const trusted = a.known_users.filter((user) => user.confidence !== 'claimed-only')
    const examples = guidePoints(a, 'example')
    return {
      lead: usersOf(a, unique(trusted.map((user) => user.organisation))),
      more: [
        ...examples.map((e) =>
          sentence(withVerdict(`The guide's example: ${e.claim}`, e) + (e.note ? `. ${e.note}` : '')),
        ),
        ...trusted.slice(0, 2).map((user) => sentence(`${user.organisation}: ${user.what}`)),
      ],
      sources: [...trusted.slice(0, 3), ...examples.slice(0, 1)],
    }
  },
  performance: (a, { position }) => {
    const [figure] = a.performance.figures
    const reason = position?.reason
    return {
      lead: sentence(
        reason ??
          (figure ? `${figure.benchmark}, ${figure.test}: ${figure.values} ${figure.units}` : a.tagline),
      ),
      more: [
        ...(figure
          ? [sentence(`Measured: ${figure.values} ${figure.units} (${figure.benchmark}, ${figure.test})`)]
          : []),
        ...a.performance.caveats.slice(0, 1).map((caveat) => sentence(caveat.fact)),
      ],
      sources: [...present(position), ...present(figure), ...a.performance.caveats.slice(0, 1)],
    }
  },
  popularity: (a) => ({
    lead: sentence(
      a.popularity
        .slice(0, 2)
        .map((p) => `${p.metric}: ${p.value}`)
        .join('; ') || a.standing.reason,
    ),
    more: a.popularity
      .slice(2, 4)
      .map((p) => sentence(`${p.metric}: ${p.value}${p.note ? ` (${p.note})` : ''}`)),
    sources: a.popularity.length === 0 ? [a.standing] : a.popularity.slice(0, 3),
  }),
  licence: (a) => ({
    lead: sentence(`${a.name} is under the ${a.licence.value} licence`),
    more: [],
    sources: [a.licence],
  }),
  versions: (a, { question }) => releasesOf(a, question),
  maintenance: (a) => ({
    lead: sentence(
      `${a.name} is ${MAINTENANCE_WORDS[a.maintenance.status]}: ${lower(a.maintenance.evidence)}`,
    ),
    more: [
      sentence(
        `Latest release we know of: ${a.latest_release.version}; first release: ${a.first_release.value}`,
      ),
      sentence(a.support.summary),
    ],
    sources: [a.maintenance, a.latest_release, a.first_release, a.support],
  }),
  migration: (a) => ({
    lead: sentence(
      a.migration[0]
        ? `${a.migration[0].path}: ${a.migration[0].how}`
        : `We know of no written-up move from or to ${a.name}`,
    ),
    more: a.migration.slice(0, 3).map((path) => sentence(`${path.path}. Known pain: ${path.pain}`)),
    sources: a.migration.slice(0, 3),
  }),
  hiring: (a) => ({
    lead: sentence(a.hiring.summary),
    more: [sentence(a.skills.summary)],
    sources: [a.hiring, a.skills],
  }),
  learning: (a) => ({
    lead: sentence(a.learning.summary),
    more: [sentence(a.skills.summary)],
    sources: [a.learning],
  }),
  deployment: (a) => facts(a.deployment),
  security: (a) => facts(a.security),
  community: (a, { position }) => ({
    lead: sentence(position?.reason ?? a.standing.reason),
    more: [
      ...a.governance.slice(0, 2).map((g) => sentence(g.fact)),
      ...a.popularity.slice(0, 1).map((p) => sentence(`${p.metric}: ${p.value}`)),
    ],
    sources: [position ?? a.standing, ...a.governance.slice(0, 2), ...a.popularity.slice(0, 1)],
  }),
  scalability: (a, { position, topic }) => ({
    lead: sentence(position?.reason ?? a.tagline),
    more: [...a.strengths, ...a.weaknesses]
      .filter((point) => topic?.criterion !== undefined && point.criteria?.includes(topic.criterion))
      .slice(0, 2)
      .map((point) => sentence(withVerdict(point.claim, point))),
    sources: present(position),
  }),
}

const usersOf = (a: Alternative, organisations: readonly string[]): string =>
  organisations.length === 0
    ? `I know of no confirmed users of ${a.name}.`
    : sentence(`${a.name} is used by ${inProse(organisations.slice(0, 8))}`)

const MAINTENANCE_WORDS = {
  active: 'actively maintained',
  slow: 'maintained, but slowly',
  dormant: 'dormant: nobody has released it for a long time',
} as const

function points(
  title: string,
  list: readonly Point[],
  guide: readonly (Sourced & { claim: string })[],
): Said {
  const shown = list.slice(0, MOST_POINTS)
  return {
    lead: `${title}: ${sentence(
      lower(
        shown
          .slice(0, 3)
          .map((point) => point.claim.replace(/\.$/, ''))
          .join('; '),
      ),
    )}`,
    more: [
      ...shown.slice(3).map((point) => sentence(withVerdict(point.claim, point))),
      ...guide
        .slice(0, MOST_POINTS)
        .map((claim) => sentence(withVerdict(`The guide adds: ${lower(claim.claim)}`, claim))),
    ],
    sources: shown.slice(0, 3),
  }
}

const facts = (list: readonly (Sourced & { fact: string })[]): Said => ({
  lead: sentence(list[0]?.fact ?? 'Nothing is known about this yet'),
  more: list.slice(1, MOST_FACTS).map((item) => sentence(item.fact)),
  sources: list.slice(0, MOST_FACTS),
})

const guidePoints = (a: Alternative, part: Alternative['guide'][number]['part']): Alternative['guide'] =>
  a.guide.filter((claim) => claim.part === part)

const situationOf = (situation: { situation: string; reason: string }): string =>
  `${situation.situation.replace(/\.$/, '')} (${situation.reason.replace(/\.$/, '')})`
const first = (list: readonly { situation: string; reason: string }[]): string =>
  list[0] ? situationOf(list[0]) : ''
const lower = (text: string): string =>
  /^[A-Z][a-z]|^A /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
const article = (name: string): string => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${lower(name)}`
const present = <T>(item: T | undefined): T[] => (item === undefined ? [] : [item])
const unique = (list: readonly string[]): string[] => [...new Set(list)]
