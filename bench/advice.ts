import { keptBy, playOut } from '../src/advice/certainty.ts'
import { whatWouldChange } from '../src/advice/changes.ts'
import { fieldOf } from '../src/advice/field.ts'
import { applyKind } from '../src/advice/kind.ts'
import { informationOf, nextQuestion } from '../src/advice/next-question.ts'
import { startRace, winnerOf } from '../src/advice/race.ts'
import { rank } from '../src/advice/rank.ts'
import { noRequirements, type Requirements } from '../src/advice/requirements.ts'
import { termsOf } from '../src/advice/terms.ts'
import { adviseOn } from '../src/cli/recommendation.ts'
import type { Consultant } from '../src/dialogue/consultant.ts'
import { type Settling, settlingFrom } from './eval/settling.ts'
import { type Cell, inMs, mean, median, percentile, timed } from './measure.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const WARM_UP_ROUNDS = 5
const ROUNDS = 40

/** Advice on what the sample briefs ask for: how long each part takes, and how many questions it saves. */
export async function advice(): Promise<Report> {
  const consultant = await freshConsultant()
  const asked = labelledCases().briefs.map(({ brief }) => adviseOn(consultant, brief, null).requirements)
  return [
    `${consultant.catalogue.alternatives.length} entries, ${asked.length} briefs, ${ROUNDS} rounds after ${WARM_UP_ROUNDS} to warm up; reading the text is not part of it.`,
    [TIMES_HEAD, ...timesOf(consultant, asked)],
    'Questions until no answer can change the first place: mean over all answers, each equally likely.',
    [QUESTIONS_HEAD, ...questionsOf(consultant, asked)],
  ]
}

const TIMES_HEAD = ['what is advised', 'runs', 'p50', 'p95', 'p99']

function timesOf({ catalogue, advise }: Consultant, asked: readonly Requirements[]): Cell[][] {
  const works: Record<string, (requirements: Requirements) => unknown> = {
    'the ranking': (requirements) => rank(fieldOf(catalogue), applyKind(catalogue, requirements)),
    'the next question': (requirements) => next(catalogue, requirements),
    'what a question needs: sureness, next question': (requirements) => advise(requirements).next,
    // Written out, because what is not asked for is not worked out.
    'everything: ranking, sureness, next question': (requirements) => ({ ...advise(requirements) }),
    'what would change it': (requirements) => whatWouldChange(catalogue, requirements),
  }
  return Object.entries(works).map(([name, work]) => {
    const samples: number[] = []
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      const taken = asked.map((requirements) => timed(() => work(requirements)).ms)
      if (round >= 0) samples.push(...taken)
    }
    return [
      name,
      `${samples.length}`,
      ...[median(samples), percentile(samples, 0.95), percentile(samples, 0.99)].map(inMs),
    ]
  })
}

/** As in `advise`, without the ranking and the robustness. */
function next(catalogue: Consultant['catalogue'], requirements: Requirements): string | null {
  const field = fieldOf(catalogue)
  const applied = applyKind(catalogue, requirements)
  const race = startRace(field, applied, termsOf(field, { ...applied, levels: requirements.levels }))
  const completions = playOut(field, applied, race)
  const { kept, of } = keptBy(completions, winnerOf(race))
  return nextQuestion(informationOf(completions), kept / of)
}

const QUESTIONS_HEAD = ['', 'all that is open', 'fixed order, ended early', 'our order', 'saved']

function questionsOf({ advise }: Consultant, asked: readonly Requirements[]): string[][] {
  return [
    questionsRow('nothing said yet', [settlingFrom(advise, noRequirements())]),
    questionsRow(
      `after each of ${asked.length} briefs`,
      asked.map((requirements) => settlingFrom(advise, requirements)),
    ),
  ]
}

function questionsRow(name: string, settlings: readonly Settling[]): string[] {
  const [open, fixed, ours] = (['open', 'fixed', 'ours'] as const).map((part) =>
    mean(settlings.map((settling) => settling[part])),
  ) as [number, number, number]
  return [
    name,
    ...[open, fixed, ours].map((count) => count.toFixed(2)),
    `${(100 * (1 - ours / fixed)).toFixed(0)} %`,
  ]
}
