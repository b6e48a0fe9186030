import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Sourced } from '../../knowledge/schema/claim.ts'
import { inProse, sentence } from './answer.ts'

type Series = Alternative['support']['series'][number]

const VERSION = /\b\d+(?:\.\d+)+\b/g

/** Releases and support of an alternative, those first that a question names by number; the leading sentence and more. */
export function releasesOf(
  a: Alternative,
  question: string,
): { lead: string; more: string[]; sources: Sourced[] } {
  const asked = question.match(VERSION) ?? []
  const named = [...datesOf(a, asked), ...supportOf(a, asked)]
  const latest = sentence(
    `The latest release of ${a.name} we know of is ${a.latest_release.version}${dated(a.latest_release)}`,
  )
  const [lead = latest, ...others] = [...named, latest]
  return {
    lead,
    more: [
      ...others,
      sentence(`It runs on ${a.latest_release.runs_on}`),
      sentence(a.support.summary),
      sentence(`First release: ${a.first_release.value}${dated(a.first_release)}`),
    ],
    sources: named.length > 0 ? [a.support, a.latest_release] : [a.latest_release, a.support],
  }
}

/** "5.2" is asked of "5.2 LTS" and by "5.2.3", but not of "15.2". */
const isOf = (series: string, version: string): boolean => {
  const [own = ''] = series.split(' ')
  return own === version || version.startsWith(`${own}.`) || own.startsWith(`${version}.`)
}

const supportOf = (a: Alternative, asked: readonly string[]): string[] =>
  a.support.series
    .filter(({ series }) => asked.some((version) => isOf(series, version)))
    .map((one) => sentence(`${a.name} ${one.series}: ${inProse([one.status, ...until(one)])}`))

const until = ({ mainstream_until: mainstream, security_until: security }: Series): string[] => [
  ...(mainstream ? [`ordinary fixes until ${mainstream}`] : []),
  ...(security ? [`security fixes until ${security}`] : []),
]

const datesOf = (a: Alternative, asked: readonly string[]): string[] =>
  [a.latest_release, ...a.other_releases]
    .filter(({ version, date }) => date !== null && asked.some((one) => version.split(' ')[0] === one))
    .map(({ version, date }) => sentence(`${a.name} ${version} came out on ${date}`))

const dated = (release: { date: string | null; value?: string }): string =>
  release.date === null || release.value?.includes(release.date) ? '' : ` (${release.date})`
