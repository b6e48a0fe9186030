import { openStore, type Tallied } from '../desk.ts'
import { PyframeError } from '../errors.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { createCatalogue } from '../knowledge/catalogue.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { columns } from './columns.ts'
import type { Program } from './program.ts'

/** `stats`: what was asked, how it was understood and what people think of it, week by week; counts only. */
export async function stats(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const config = program.config()
  const catalogue = createCatalogue(await loadKnowledge(config.knowledgeFolder, program.cacheFolder))
  const store = await openStore(config.databaseUrl)
  try {
    program.output.write(`${statsText(catalogue, await store.tallies())}\n`)
  } finally {
    await store.close()
  }
  return 0
}

/** The weeks, newest first, as text. */
export function statsText(catalogue: Catalogue, tallied: readonly Tallied[]): string {
  const weeks = [...Map.groupBy(tallied, ({ week }) => week)].sort(([a], [b]) => (a < b ? 1 : -1))
  if (weeks.length === 0) return 'Nothing was counted yet.'
  return weeks
    .map(([week, rows]) => [week, ...columns(rowsOf(catalogue, rows), 'll')].join('\n'))
    .join('\n\n')
}

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
  ['told', 'about the project'],
  ['sure', 'answered'],
  ['unsure', 'unsure'],
  ['nothing', 'no answer'],
  ['declined', 'declined'],
  ['unclear', 'not understood'],
] as const

/** Shares of praise among those who said what they think: of results, then of answers. */
function agreement(how: (kind: 'feedback', name: string) => number): string {
  const of = (about: string): string[] => {
    const [useful = 0, not = 0, wrong = 0] = ['useful', 'not_useful', 'wrong'].map((verdict) =>
      how('feedback', `${about}:${verdict}`),
    )
    const said = useful + not + wrong
    const share = `${Math.round((100 * useful) / said)} %`
    return said === 0 ? [] : [`${useful} of ${said} ${about}s useful (${share}), ${wrong} called wrong`]
  }
  return [...of('result'), ...of('answer')].join('; ')
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
