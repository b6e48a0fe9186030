import { noRequirements } from '../src/advice/requirements.ts'
import { briefFile } from '../src/card/build.ts'
import type { BriefRecipe, FilePart, ScoreChartPart } from '../src/card/card.ts'
import type { Consultant } from '../src/dialogue/consultant.ts'
import { mergeFindings } from '../src/dialogue/merge.ts'
import { candidatesOf } from '../src/documents/consulted.ts'
import { makeFile } from '../src/documents/file.ts'
import { makePicture } from '../src/documents/picture.ts'
import { chartOf } from '../src/documents/recommendation.ts'
import { type Cell, inMs, median, percentile } from './measure.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 3
const NOW = new Date('2026-06-01T12:00:00Z')

/** What is measured, with the most milliseconds its p99 may take once it is warm. */
const LIMITS = { chart: 150, pdf: 500, markdown: 50 } as const
type Kind = keyof typeof LIMITS

const NAMES: Record<Kind, string> = {
  chart: 'score chart as PNG',
  pdf: 'client brief as PDF',
  markdown: 'client brief as Markdown',
}

/** Documents from recipes, one after the other: the first of each kind apart, because it loads what the others use. */
export async function documents(): Promise<Report> {
  const consultant = await freshConsultant()
  consultant.warmUp()
  const subjects = labelledCases().briefs.map(({ brief }) => subjectOf(consultant, brief))
  const samples: Record<Kind, number[]> = { chart: [], pdf: [], markdown: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { chart, pdf, markdown } of subjects) {
      if (chart) samples.chart.push(await milliseconds(() => makePicture(chart, 'light')))
      samples.pdf.push(await milliseconds(() => makeFile(consultant, pdf)))
      samples.markdown.push(await milliseconds(() => makeFile(consultant, markdown)))
    }
  }
  const head = ['a document', 'made', 'first', 'p50', 'p99', 'p99 wanted']
  return [[head, ...(Object.keys(LIMITS) as Kind[]).map((kind) => row(kind, samples[kind]))]]
}

function row(kind: Kind, [first = 0, ...others]: readonly number[]): Cell[] {
  const figures = [inMs(first), inMs(median(others)), inMs(percentile(others, 0.99))]
  return [NAMES[kind], String(others.length), ...figures, `<= ${LIMITS[kind]} ms`]
}

interface Subject {
  /** Null when the brief rules everything out. */
  chart: ScoreChartPart | null
  pdf: FilePart
  markdown: FilePart
}

function subjectOf({ catalogue, language, advise }: Consultant, text: string): Subject {
  const requirements = mergeFindings(noRequirements(), language.understand(text, NOW).findings, 'text')
  const candidates = candidatesOf({ catalogue, advice: advise(requirements) })
  const file = (format: BriefRecipe['format']): FilePart =>
    briefFile({
      ...{ format, requirements, said: [text], client: 'Công ty Đặng (株式会社ダン)', author: null },
      ...{ date: NOW.toISOString().slice(0, 10), knowledge: catalogue.hash },
    })
  return {
    chart: candidates && chartOf(catalogue, candidates),
    pdf: file('pdf'),
    markdown: file('markdown'),
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
