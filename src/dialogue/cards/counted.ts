import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Tallied } from '../conversation.ts'

/** What was counted in one week, as label and words; never a word that was typed. */
export interface CountedWeek {
  /** Such as 2026-W47. */
  week: string
  rows: [label: string, words: string][]
}

/** The weeks, newest first. */
export const countedWeeks = (catalogue: Catalogue, tallied: readonly Tallied[]): CountedWeek[] =>
  [...Map.groupBy(tallied, ({ week }) => week)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([week, rows]) => ({ week, rows: rowsOf(catalogue, rows) }))

const MOST_NAMED = 5

function rowsOf(catalogue: Catalogue, rows: readonly Tallied[]): [string, string][] {
  const of = (kind: Tallied['kind']): Tallied[] => rows.filter((row) => row.kind === kind)
  const how = (kind: Tallied['kind'], name: string): number =>
    of(kind).find((row) => row.name === name)?.count ?? 0
  const { noun } = catalogue.domain
  const named = (kind: Tallied['kind'], nameOf: (name: string) => string): string => top(of(kind), nameOf)
  const lines: [string, string][] = [
    ['Texts', `${sum(of('text'))}${listed(TEXTS.map(([name, words]) => [words, how('text', name)]))}`],
    ['Agreement', agreement(how)],
    ['Chosen in the end', choices(how)],
    ['Chosen most', named('chosen', catalogue.nameOf)],
    ['Recommended', named('recommended', catalogue.nameOf)],
    [`Asked about, ${noun.many}`, named('alternative', catalogue.nameOf)],
    ['Asked about, topics', named('topic', (id) => catalogue.topic(id)?.name ?? id)],
    ['Asked for', named('intent', (id) => id.replaceAll('_', ' '))],
    ['Missing knowledge', named('missing', (name) => missingWords(catalogue, name))],
    ['Corrected readings', named('misread', (name) => name.replace(':', ' '))],
    ['Engineers asked for', String(sum(of('hand_off')))],
  ]
  return lines.filter(([, words]) => words !== '' && words !== '0')
}

const TEXTS = [
  ['told', 'about the project, or commands'],
  ['sure', 'answered'],
  ['unsure', 'unsure'],
  ['nothing', 'no answer'],
  ['declined', 'declined'],
  ['unclear', 'not understood'],
] as const

type How = (kind: 'feedback' | 'outcome', name: string) => number

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`

/** Shares of praise among those who said what they think: of results, then of answers. */
function agreement(how: How): string {
  const of = (about: string): string[] => {
    const [useful = 0, not = 0, wrong = 0] = ['useful', 'not_useful', 'wrong'].map((verdict) =>
      how('feedback', `${about}:${verdict}`),
    )
    const said = useful + not + wrong
    if (said === 0) return []
    return [`${useful} of ${said} ${about}s useful (${percent(useful, said)}), ${wrong} called wrong`]
  }
  return [...of('result'), ...of('answer')].join('; ')
}

/** How many took what was recommended, among those who said what they chose. */
function choices(how: How): string {
  const [first = 0, candidate = 0, other = 0, undecided = 0, off = 0] = [
    'first',
    'candidate',
    'other',
    'undecided',
    'off',
  ].map((name) => how('outcome', name))
  const chose = first + candidate + other
  const taken = chose === 0 ? [] : [`${first} of ${chose} took the recommendation (${percent(first, chose)})`]
  const rest = [
    [candidate, 'another candidate'],
    [other, 'something else'],
    [undecided, 'not decided'],
    [off, 'not to be asked again'],
  ] as const
  return [...taken, ...rest.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)].join(', ')
}

/** A question without a sure answer: what it named and what it was about. */
export function missingWords(catalogue: Catalogue, name: string): string {
  const [id = '', topic = ''] = name.split('/')
  const about = topic === 'none' ? 'something else' : (catalogue.topic(topic)?.name ?? topic)
  return id === '' ? about : `${catalogue.nameOf(id)}: ${about}`
}

const sum = (rows: readonly Tallied[]): number => rows.reduce((total, { count }) => total + count, 0)

const listed = (parts: readonly (readonly [string, number])[]): string => {
  const shown = parts.filter(([, count]) => count > 0).map(([words, count]) => `${count} ${words}`)
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`
}

const top = (rows: readonly Tallied[], nameOf: (name: string) => string): string =>
  rows
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(({ name, count }) => `${nameOf(name)} ${count}`)
    .join(', ')
