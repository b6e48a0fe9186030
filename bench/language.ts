import { inMs, median, percentile, timed } from './measure.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'
import { briefsOfLength } from './turns.ts'

const WARM_UP_ROUNDS = 3
const ROUNDS = 25
const SHORT = 3
const TYPICAL = [5, 9] as const
const WORDS = /\S+/g

/** Reading alone: milliseconds from a text to what it means, by the length of the text. */
export async function language(): Promise<Report> {
  const texts = textsByLength()
  const samples = Object.fromEntries(Object.keys(texts).map((name) => [name, [] as number[]]))
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    // Fresh: it remembers no misspelling that an earlier round has looked up.
    const reader = (await freshConsultant()).language
    for (const [name, list] of Object.entries(texts)) {
      const taken = list.map((text) => timed(() => reader.understand(text, null)).ms)
      if (round >= 0) samples[name]?.push(...taken)
    }
  }
  const rows = Object.entries(samples).map(([name, ms]) => [
    name,
    `${texts[name]?.length ?? 0}`,
    `${ms.length}`,
    ...[median(ms), percentile(ms, 0.95), percentile(ms, 0.99)].map(inMs),
  ])
  return [
    `${ROUNDS} rounds after ${WARM_UP_ROUNDS} to warm up, each with a consultant that has looked up no misspelling yet.`,
    [['a text understood', 'texts', 'timed', 'p50', 'p95', 'p99'], ...rows],
  ]
}

function textsByLength(): Record<string, string[]> {
  const { questions, briefs } = labelledCases()
  const asked = questions.map(({ q }) => q)
  const wordsIn = (text: string): number => text.match(WORDS)?.length ?? 0
  const [least, most] = TYPICAL
  return {
    'a question of three words': asked.filter((q) => wordsIn(q) === SHORT),
    'a question of five to nine': asked.filter((q) => wordsIn(q) >= least && wordsIn(q) <= most),
    'a brief of sixty words': briefsOfLength(briefs.map(({ brief }) => brief)),
  }
}
