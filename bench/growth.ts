import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Consultant, consultantOn } from '../src/dialogue/consultant.ts'
import type { Input } from '../src/dialogue/conversation.ts'
import { createStep, type Step } from '../src/dialogue/step.ts'
import { readCache, writeCache } from '../src/knowledge/cache.ts'
import { type Catalogue, createCatalogue, type Knowledge } from '../src/knowledge/catalogue.ts'
import { ours } from './contenders.ts'
import { enlarge } from './enlarge.ts'
import { documentsOf } from './eval/documents.ts'
import { type Cell, figure, inMs, median, timed } from './measure.ts'
import { answersByButton, createPresser, START } from './presser.ts'
import { answerable } from './questions.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'
import { briefsOfLength } from './turns.ts'

const FACTORS = [1, 10, 100] as const
const WARM_UP_ROUNDS = 4
const ROUNDS = 7
const DIALOGUES = 15
const TEXTS = 20
const BRIEFS = 10
const LOADS = 3
const NOW = new Date('2026-06-01T12:00:00Z')

/** What is timed, in ms, at one size. */
interface Times {
  button: number[]
  result: number[]
  question: number[]
  brief: number[]
  search: number[]
  everywhere: number[]
  ready: number[]
}

const NAMES: Record<keyof Times, string> = {
  button: 'a question answered by button',
  result: 'the result shown',
  question: 'a question of theirs answered',
  brief: 'a brief of 60 words read',
  search: 'a search, what is named known',
  everywhere: 'a search among everything',
  ready: 'ready from the cache',
}

/** Turn, search and start at 1, 10 and 100 times the knowledge. */
export async function growth(): Promise<Report> {
  const { catalogue } = await freshConsultant()
  const sizes: number[] = []
  const taken: Times[] = []
  for (const factor of FACTORS) {
    const larger = enlarge(catalogue, factor)
    sizes.push(documentsOf(larger).length)
    taken.push(timesOn(larger))
  }
  return [caption(sizes), [HEAD, ...(Object.keys(NAMES) as (keyof Times)[]).map((kind) => row(kind, taken))]]
}

const caption = (sizes: readonly number[]): string =>
  [
    `${sizes.join(', ')} documents: the same knowledge with every entry and general question ${FACTORS.join(', ')} times, the copies' words dealt`,
    `out anew. Medians over ${ROUNDS} rounds after ${WARM_UP_ROUNDS} to warm up. Slope: 0 = takes no longer, 1 = ten times as long for ten times as much.`,
  ].join('\n')

const HEAD = ['knowledge', ...FACTORS.map((factor) => `${factor} x`), 'slope to 10 x', 'slope to 100 x']

function row(kind: keyof Times, taken: readonly Times[]): Cell[] {
  const medians = taken.map((times) => median(times[kind]))
  return [NAMES[kind], ...medians.map(inMs), ...slopesOf(medians)]
}

/** The exponent of the growth from each of some figures to the next, each for ten times as much. */
export const slopesOf = (figures: readonly number[]): Cell[] =>
  figures.slice(1).map((later, at) => figure(Math.log10(later / (figures[at] ?? Number.NaN)), '', 2))

function timesOn(catalogue: Catalogue): Times {
  const cases = labelledCases()
  const questions = answerable(cases, catalogue).slice(0, TEXTS)
  const briefs = briefsOfLength(cases.briefs.map(({ brief }) => brief)).slice(0, BRIEFS)
  const consultant = consultantOn(catalogue)
  consultant.warmUp()
  const step = createStep(consultant)
  const { find, findAnywhere } = ours(catalogue)
  const searches = { search: questions.map(find), everywhere: questions.map(findAnywhere) }
  const times: Times = { ...emptied(), ready: readyTimes(catalogue) }
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const taken = round < 0 ? { ...times, ...emptied() } : times
    for (let number = 0; number < DIALOGUES; number += 1)
      takeDialogue(step, round * DIALOGUES + number, taken)
    for (const { q } of questions) taken.question.push(takeText(step, q))
    for (const brief of briefs) taken.brief.push(takeText(step, brief))
    for (const kind of ['search', 'everywhere'] as const)
      taken[kind].push(...searches[kind].map((search) => timed(search).ms))
  }
  return times
}

const emptied = () => ({ button: [], result: [], question: [], brief: [], search: [], everywhere: [] })

function takeDialogue(step: Step, number: number, taken: Times): void {
  const presser = createPresser(Math.abs(number))
  let conversation: unknown = null
  for (let input: Input | null = START; input !== null; ) {
    const { value, ms } = timed(() => step(conversation, input as Input, NOW))
    conversation = value.conversation
    const wasButton = answersByButton(input)
    input = presser.next(value.cards)
    if (wasButton) (input === null ? taken.result : taken.button).push(ms)
  }
}

function takeText(step: Step, text: string): number {
  const { conversation } = step(null, START, NOW)
  return timed(() => step(conversation, { kind: 'text', text }, NOW)).ms
}

/** From the checked knowledge on disk to a consultant that has built all it needs. */
function readyTimes(catalogue: Catalogue): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'pyframe-growth-'))
  try {
    writeCache(folder, catalogue as Knowledge)
    return Array.from({ length: LOADS }, () => timed(() => readyOn(folder, catalogue.hash)).ms)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readyOn(folder: string, hash: string): Consultant {
  const consultant = consultantOn(createCatalogue(readCache(folder, hash) as Knowledge))
  consultant.warmUp()
  return consultant
}
