import { whatWouldChange } from '../advice/changes.ts'
import { changeWords } from '../advice/words.ts'
import { inProse } from '../knowledge/prose.ts'
import type { Consulted } from './consulted.ts'
import type { Block, Run, Section } from './model.ts'
import type { Risk } from './risks.ts'
import { literal, strong, typeset } from './runs.ts'
import { shortened } from './shorten.ts'

const MOST_SUBJECT = 80

/** The smallest changes of the answers that would put another one first. */
export function whatChangesIt({ catalogue, requirements }: Consulted, most: number): Section {
  const items = whatWouldChange(catalogue, requirements)
    .slice(0, most)
    .map(({ changes, winner }): Run[] => [
      literal(`${inProse(changes.map((change) => changeWords(catalogue, change)))}: then `),
      strong(catalogue.nameOf(winner)),
      literal(' would come first.'),
    ])
  const settled: Block = {
    kind: 'paragraph',
    text: [literal('No one or two other answers would; only a new hard requirement could.')],
  }
  return {
    heading: 'What would change this advice',
    blocks: [items.length === 0 ? settled : { kind: 'list', numbered: false, items }],
  }
}

/** What to do now: what is still to be answered, confirmed and tried out, and who can build it. */
export function nextSteps(consulted: Consulted, risks: readonly Risk[]): Section {
  const firstRisk = risks.find(({ trial }) => trial)
  const items = [
    ...openQuestion(consulted),
    ...hardRequirements(consulted),
    ...(firstRisk ? [tryOut(firstRisk)] : []),
    engagement(consulted),
  ]
  return {
    heading: 'Next steps',
    blocks: [
      { kind: 'list', numbered: true, items },
      { kind: 'facts', rows: contact(consulted) },
    ],
  }
}

function openQuestion({ catalogue, advice }: Consulted): Run[][] {
  const criterion = advice.next === null ? undefined : catalogue.criterion(advice.next)
  return criterion
    ? [
        [
          strong('Answer what is open. '),
          literal(typeset(`${criterion.question} No other answer says more about the choice.`)),
        ],
      ]
    : []
}

function hardRequirements({ catalogue, requirements }: Consulted): Run[][] {
  const hard = Object.entries(requirements.needs).flatMap(([id, { priority }]) => {
    const name = catalogue.capability(id)?.name
    if (name === undefined) return []
    return priority === 'must' ? [name] : priority === 'excluded' ? [`no ${name}`] : []
  })
  if (hard.length === 0) return []
  const words = `${inProse(hard)}: whatever does not meet ${hard.length === 1 ? 'this' : 'them'} is out.`
  return [[strong('Confirm the hard requirements. '), literal(words)]]
}

const tryOut = ({ subject }: Risk): Run[] => [
  strong('Try out the first risk. '),
  literal(
    `${typeset(shortened(subject, MOST_SUBJECT)).replace(/\.$/, '')}: a short trial shows early how that goes.`,
  ),
]

/** Only what the knowledge says: no price, no size of a team, no duration. */
function engagement({ catalogue: { company }, citations }: Consulted): Run[] {
  const ways = inProse(company.engagement.map(({ name }) => name.toLowerCase())).replace(
    / and (?=\S+$)/,
    ' or ',
  )
  const terms =
    ways === '' ? 'Terms are agreed with them.' : `Engagement is ${ways}; terms are agreed with them.`
  return [strong(`Talk to ${company.name}. `), literal(terms), ...citations.cite(company.engagement[0])]
}

function contact({ catalogue: { company } }: Consulted): { label: string; value: Run[] }[] {
  return [
    {
      label: 'Contact',
      value: [{ text: company.website, href: company.website }, literal(` · hotline ${company.hotline}`)],
    },
    ...company.offices.map(({ place, address }) => ({ label: place, value: [literal(address)] })),
  ]
}
