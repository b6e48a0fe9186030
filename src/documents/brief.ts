import type { Advice } from '../advice/advice.ts'
import type { Requirements } from '../advice/requirements.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { sentence } from '../knowledge/prose.ts'
import { alternatives, ruledOut } from './alternatives.ts'
import { type Citations, createCitations, OLD_AFTER_MONTHS } from './citations.ts'
import { type Candidates, type Consulted, candidatesOf } from './consulted.ts'
import type { Brief, Run, Section } from './model.ts'
import { nextSteps, whatChangesIt } from './outlook.ts'
import { reasons, recommendation } from './recommendation.ts'
import { risksOf, risksSection } from './risks.ts'
import { literal, marked, strong } from './runs.ts'
import { shortened } from './shorten.ts'
import { situation } from './situation.ts'

/** What a brief is about. */
export interface Subject {
  requirements: Requirements
  said: readonly string[]
  client: string | null
  author: string | null
  /** Such as 2026-08-22. */
  date: string
  /** Hash of the knowledge when it was asked for. */
  knowledge: string
}

/** How much room each part may take. */
export interface Extent {
  quoted: number
  /** Of the chart. */
  rows: number
  reasons: number
  risks: number
  excluded: number
  changes: number
}

/** From roomy to tight: pages take the first that fits them. */
export const EXTENTS: readonly [Extent, ...Extent[]] = [
  { quoted: 900, rows: 12, reasons: 5, risks: 4, excluded: 3, changes: 4 },
  { quoted: 900, rows: 12, reasons: 4, risks: 4, excluded: 2, changes: 3 },
  { quoted: 600, rows: 12, reasons: 4, risks: 3, excluded: 2, changes: 3 },
  { quoted: 600, rows: 10, reasons: 3, risks: 3, excluded: 1, changes: 3 },
  { quoted: 350, rows: 8, reasons: 3, risks: 2, excluded: 1, changes: 2 },
  { quoted: 200, rows: 6, reasons: 3, risks: 2, excluded: 1, changes: 2 },
  { quoted: 200, rows: 6, reasons: 2, risks: 1, excluded: 0, changes: 1 },
]

const MOST_NAME = 80

/** The client brief: everything a client should be told about the advice, in the order in which they ask. */
export function composeBrief(catalogue: Catalogue, advice: Advice, subject: Subject, extent: Extent): Brief {
  const citations = createCitations(subject.date)
  const consulted: Consulted = { catalogue, requirements: subject.requirements, advice, citations }
  const candidates = candidatesOf(consulted)
  const sections = [
    situation(catalogue, subject.requirements, subject.said, extent.quoted),
    ...(candidates ? recommended(consulted, candidates, extent) : nothingLeft(consulted)),
  ]
  return {
    title: `Choosing ${catalogue.domain.subject}`,
    publisher: catalogue.company.name,
    byline: byline(subject),
    banners: banners(consulted, candidates, subject),
    sections: [...sections, { heading: 'Sources', blocks: [{ kind: 'sources', items: citations.list() }] }],
    colophon: `Knowledge ${catalogue.hash} · as of ${longDate(subject.date)}`,
  }
}

function recommended(consulted: Consulted, candidates: Candidates, extent: Extent): Section[] {
  const risks = risksOf(consulted, candidates).slice(0, extent.risks)
  return [
    recommendation(consulted, candidates, extent.rows),
    reasons(consulted, candidates, extent.reasons),
    risksSection(consulted, risks),
    alternatives(consulted, candidates, extent.excluded),
    whatChangesIt(consulted, extent.changes),
    nextSteps(consulted, risks),
  ]
}

const MOST_RULED_OUT = 12

/** When every alternative was ruled out: by what, and how to go on. */
function nothingLeft(consulted: Consulted): Section[] {
  const nothing = literal(
    'The hard requirements rule out everything we know. Each of these would be possible if its reason fell away.',
  )
  return [
    {
      heading: 'Our recommendation',
      blocks: [
        { kind: 'lead', text: [nothing] },
        { kind: 'list', numbered: false, items: ruledOut(consulted, MOST_RULED_OUT) },
      ],
    },
    nextSteps(consulted, []),
  ]
}

const byline = ({ client, author, date }: Subject): string[] => [
  ...(client === null ? [] : [`For ${shortened(client.trim(), MOST_NAME)}`]),
  ...(author === null ? [] : [`Prepared by ${shortened(author.trim(), MOST_NAME)}`]),
  longDate(date),
]

const longDate = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function banners(
  { catalogue, citations }: Consulted,
  candidates: Candidates | null,
  { knowledge }: Subject,
): Run[][] {
  const maintenance = candidates?.winner.maintenance
  const changed = knowledge !== catalogue.hash
  return [
    ...(candidates && maintenance && maintenance.status !== 'active'
      ? [
          [
            strong(`${candidates.winner.name}: `),
            ...marked(sentence(maintenance.evidence)),
            ...citations.cite(maintenance),
          ],
        ]
      : []),
    ...oldFacts(citations),
    ...(changed
      ? [
          [
            literal(
              `What we know has changed since this was asked for (knowledge ${knowledge.slice(0, 16)}); it is written with what we know now.`,
            ),
          ],
        ]
      : []),
  ]
}

function oldFacts(citations: Citations): Run[][] {
  const [old, all] = [citations.old(), citations.list().length]
  if (old === 0) return []
  const words = `${old} of the ${all} sources below ${old === 1 ? 'is' : 'are'} more than ${OLD_AFTER_MONTHS} months old and marked “old”: check ${old === 1 ? 'it' : 'them'} before you rely on ${old === 1 ? 'it' : 'them'}.`
  return [[strong('Some facts are old. '), literal(words)]]
}
