import type { TermKey } from '../advice/advice.ts'
import { contributionFor } from '../advice/fit-table.ts'
import { moveTo } from '../advice/moving.ts'
import { reasonOf } from '../advice/reasons.ts'
import { termName } from '../advice/words.ts'
import { capitalise, sentence } from '../knowledge/prose.ts'
import type { Sourced } from '../knowledge/schema/claim.ts'
import type { Candidates, Consulted } from './consulted.ts'
import type { Run, Section } from './model.ts'
import { headed, headless, marked } from './runs.ts'
import { shortened } from './shorten.ts'
import { trapsOf } from './traps.ts'

const MOST_CELL = 220
const TRY_FIRST = 'We try this out first, before anything rests on it.'
const LOOK_AGAIN = 'We look again at how well it is kept up before each larger step.'

/** Something that can go wrong with the recommended one, and what is done about it. */
export interface Risk {
  /** What it is about, in a few words. */
  subject: string
  risk: string
  /** Marked text. */
  remedy: string
  /** Whether a trial would show how it goes. */
  trial: boolean
  claim: Sourced | null
}

/** Risks, the one that weighs most first: moving, what the runner-up does better, what it serves badly, known traps. */
export function risksOf(consulted: Consulted, candidates: Candidates): Risk[] {
  const all = [
    ...moveRisk(consulted, candidates),
    ...counterRisk(consulted, candidates),
    ...weakSpots(consulted, candidates),
    ...trapsOf(consulted.requirements, candidates.winner),
  ]
  return all.filter((risk, i) => all.findIndex(({ subject }) => subject === risk.subject) === i)
}

export const risksSection = (consulted: Consulted, risks: readonly Risk[]): Section => ({
  heading: 'Risks, and what we do about them',
  blocks: [
    {
      kind: 'table',
      head: ['Risk', 'What we do about it'],
      rows: risks.map(({ risk, remedy, claim }): [Run[], Run[]] => [
        [...cell(risk), ...consulted.citations.cite(claim)],
        marked(sentence(shortened(capitalise(remedy), MOST_CELL))),
      ]),
    },
  ],
})

const cell = (text: string): Run[] => headed(shortened(text, MOST_CELL))

/** The strongest thing to say against it; what a move costs is told on its own. */
function counterRisk(consulted: Consulted, { winner, ranked }: Candidates): Risk[] {
  const { catalogue, requirements, advice } = consulted
  const { counter } = advice
  if (counter?.kind === 'term') {
    const rival = catalogue.alternative(counter.runnerUp)
    const [own, theirs] = ranked.slice(0, 2).map((each) => contributionFor(each, counter.term))
    if (!rival || !own || !theirs || counter.term.kind === 'context') return []
    const better = reasonOf(catalogue, requirements, rival, theirs)
    const here = bare(reasonOf(catalogue, requirements, winner, own).text)
    const subject = termName(catalogue, counter.term)
    return [
      {
        subject,
        risk: `${subject}: ${rival.name} does better here. ${bare(better.text)}`,
        remedy: remedyFor(counter.term, here === bare(better.text) ? null : `With ${winner.name}: ${here}`),
        trial: counter.term.kind !== 'standing',
        claim: better.claim,
      },
    ]
  }
  const weakness = winner.weaknesses[counter?.index ?? 0]
  if (!weakness) return []
  const { claim, why_it_matters: matters } = weakness
  return [
    {
      subject: claim.split(/[:;,]|\.(?!\d)/)[0] ?? claim,
      risk: `${sentence(claim)} ${matters}`,
      remedy: TRY_FIRST,
      trial: true,
      claim: weakness,
    },
  ]
}

/** What can be done where no remedy is known, and what there is to build on. */
function remedyFor(term: TermKey, here: string | null): string {
  if (term.kind === 'standing') return LOOK_AGAIN
  return here === null ? TRY_FIRST : `${TRY_FIRST} ${here}`
}

/** A reason without what it is about, where that is said already. */
const bare = (reason: string): string => capitalise(headless(reason))

function moveRisk({ catalogue, requirements }: Consulted, { winner }: Candidates): Risk[] {
  const move = moveTo(catalogue, requirements, winner)
  return move
    ? [
        {
          subject: `The move to ${winner.name}`,
          risk: `Moving to ${winner.name}: ${move.pain}`,
          remedy: move.how,
          trial: true,
          claim: move,
        },
      ]
    : []
}

/** A term that serves less well than this is a weak spot. */
const WEAK = 0.5

function weakSpots({ catalogue, requirements }: Consulted, { winner, ranked: [first] }: Candidates): Risk[] {
  return first.contributions
    .filter(({ value, term }) => value < WEAK && term.kind !== 'standing' && term.kind !== 'context')
    .toSorted((a, b) => b.share * (1 - b.value) - a.share * (1 - a.value))
    .map((contribution) => {
      const { text, claim } = reasonOf(catalogue, requirements, winner, contribution)
      return {
        subject: termName(catalogue, contribution.term),
        risk: text,
        remedy: TRY_FIRST,
        trial: true,
        claim,
      }
    })
}
