import { plainText } from '../card/markup.ts'
import { type KeptRemark, openStore, type Tallied } from '../desk.ts'
import { missingWords } from '../dialogue/cards/counted.ts'
import { PyframeError } from '../errors.ts'
import { type Catalogue, createCatalogue } from '../knowledge/catalogue.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { wrapped } from './columns.ts'
import { placeOfQuestion, placeOfReading, placesOfRemark } from './mend.ts'
import type { Program } from './program.ts'

/** `inbox`: remarks, questions without an answer and misreadings, each with the entry to mend. */
export async function inbox(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const config = program.config()
  const catalogue = createCatalogue(await loadKnowledge(config.knowledgeFolder, program.cacheFolder))
  const store = await openStore(config.databaseUrl)
  try {
    const text = inboxText(catalogue, await store.remarks(), await store.tallies())
    program.output.write(`${text}\n`)
  } finally {
    await store.close()
  }
  return 0
}

/** The inbox as text: newest remarks first, those that say nothing but a verdict together, the rest by how often it happened. */
export function inboxText(
  catalogue: Catalogue,
  remarks: readonly KeptRemark[],
  tallied: readonly Tallied[],
): string {
  const sections = [
    section(
      'Remarks',
      remarks
        .filter(saysMore)
        .toReversed()
        .map((remark) => remarkLines(catalogue, remark)),
    ),
    section(
      'Verdicts without a remark',
      alike(remarks.filter((remark) => !saysMore(remark))).map((same) => verdictLines(catalogue, same)),
    ),
    section(
      'Questions without a sure answer',
      totals(tallied, 'missing').map(([name, count]) => [
        ...wrapped(`${count} x ${missingWords(catalogue, name)}`, '- ', '  '),
        `  mend ${placeOfQuestion(catalogue, name)}`,
      ]),
    ),
    section(
      'Readings that were corrected',
      totals(tallied, 'misread').map(([name, count]) => [
        `- ${count} x ${name.replace(':', ' ')}`,
        `  mend ${placeOfReading(catalogue, name)}`,
      ]),
    ),
  ].filter((lines) => lines.length > 0)
  return sections.length === 0
    ? 'The inbox is empty.'
    : sections.map((lines) => lines.join('\n')).join('\n\n')
}

const section = (title: string, entries: readonly string[][]): string[] =>
  entries.length === 0 ? [] : [`${title} (${entries.length})`, ...entries.flat()]

const VERDICT_WORDS = { useful: 'useful', not_useful: 'not useful', wrong: 'wrong' } as const

function remarkLines(catalogue: Catalogue, remark: KeptRemark): string[] {
  const { at, verdict, about, topic, alternatives, claim, reason, words } = remark
  const names = alternatives.map((id) => catalogue.nameOf(id))
  const what = [about, ...names, ...(topic === null ? [] : [topicName(catalogue, topic)])].join(', ')
  const head = `${at.slice(0, 10)} ${VERDICT_WORDS[verdict]}: ${what}${reason === null ? '' : ` (${reason.replace('_', ' ')})`}`
  return [
    ...wrapped(head, '- ', '  '),
    ...(claim === null ? [] : wrapped(`claim: ${plainText(claim.text)}`, '  ', '  ')),
    ...(claim?.sources ?? []).flatMap((source) => wrapped(`source: ${source}`, '  ', '  ')),
    ...(words === null ? [] : wrapped(`remark: ${onOneLine(words)}`, '  ', '  ')),
    ...placesOfRemark(catalogue, remark).map((place) => `  mend ${place}`),
  ]
}

const saysMore = ({ claim, words }: KeptRemark): boolean => claim !== null || words !== null

/** Those with the same verdict and reason on the same subject together, most often first. */
function alike(remarks: readonly KeptRemark[]): KeptRemark[][] {
  const key = ({ verdict, about, topic, alternatives, reason }: KeptRemark): string =>
    JSON.stringify([verdict, about, topic, alternatives[0], reason])
  return [...Map.groupBy(remarks, key).values()].toSorted((a, b) => b.length - a.length)
}

function verdictLines(catalogue: Catalogue, same: readonly KeptRemark[]): string[] {
  const [one] = same
  if (one === undefined) return []
  const { verdict, about, topic, alternatives, reason } = one
  const [first] = alternatives
  const what = [
    about,
    ...(first ? [catalogue.nameOf(first)] : []),
    ...(topic ? [topicName(catalogue, topic)] : []),
  ]
  const why = reason === null ? '' : ` (${reason.replace('_', ' ')})`
  return [
    ...wrapped(`${same.length} x ${VERDICT_WORDS[verdict]}: ${what.join(', ')}${why}`, '- ', '  '),
    ...placesOfRemark(catalogue, one).map((place) => `  mend ${place}`),
  ]
}

const topicName = (catalogue: Catalogue, topic: string): string => catalogue.topic(topic)?.name ?? topic

/** What somebody wrote must not steer the terminal it is read in. */
const onOneLine = (words: string): string => words.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')

/** Sums over all weeks, most often first. */
function totals(tallied: readonly Tallied[], kind: Tallied['kind']): [string, number][] {
  const sums = new Map<string, number>()
  for (const row of tallied) {
    if (row.kind === kind) sums.set(row.name, (sums.get(row.name) ?? 0) + row.count)
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
