import type { Advice } from '../advice/advice.ts'
import { fitTable } from '../advice/fit-table.ts'
import { type Reason, reasonsFor } from '../advice/reasons.ts'
import { CLEAR_LEAD } from '../advice/weights.ts'
import type { ScoreChartPart } from '../card/card.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { sentence } from '../knowledge/prose.ts'
import type { Candidates, Consulted } from './consulted.ts'
import type { Block, Run, Section } from './model.ts'
import { headed, literal, marked, quoted, strong, typeset } from './runs.ts'
import { shortened } from './shorten.ts'

const MOST_REASON = 240
const MOST_QUOTE = 120

/** What is recommended, how sure that is, and the score chart. */
export function recommendation(
  { catalogue, advice }: Consulted,
  { winner, ranked }: Candidates,
  mostRows: number,
): Section {
  const type = catalogue.guide.types.find(({ id }) => id === winner.kind)?.name ?? winner.kind
  return {
    heading: 'Our recommendation',
    blocks: [
      {
        kind: 'lead',
        text: [
          strong(winner.name),
          literal(` (${type.toLowerCase()}): `),
          ...marked(sentence(winner.tagline)),
        ],
      },
      {
        kind: 'paragraph',
        text: [
          literal(
            `${leadWords(catalogue.nameOf(ranked[1]?.id ?? ''), advice)} ${SURE_WORDS[advice.confidence]}`,
          ),
        ],
      },
      { kind: 'chart', chart: chartOf(catalogue, { winner, ranked }), mostRows },
      {
        kind: 'paragraph',
        text: [{ text: `Standing: ${typeset(catalogue.domain.standing_reason)}`, quiet: true }],
      },
    ],
  }
}

/** The candidates against everything that counts. */
export const chartOf = (catalogue: Catalogue, { ranked }: Candidates): ScoreChartPart => ({
  kind: 'score_chart',
  caption: 'How well each one serves, 0 to 100',
  ...fitTable(catalogue, ranked),
})

function leadWords(second: string, { lead, ranking }: Advice): string {
  const score = ranking[0]?.shown.toFixed(1)
  if (lead === null) return `It is the only one left, with ${score} of 100 points.`
  const ahead = lead >= CLEAR_LEAD ? 'clearly ahead of' : 'ahead of, but close to,'
  return `With ${score} of 100 points it is ${ahead} ${second} (${lead.toFixed(1)} points less).`
}

const SURE_WORDS: Record<Advice['confidence'], string> = {
  settled: 'This is settled: hardly any other answer would change it.',
  likely: 'This is likely: some other answers could still change it.',
  open: 'This is still open: other answers could easily change it.',
}

/** Why it is recommended, each reason with its source and the words it follows from. */
export function reasons(consulted: Consulted, { winner, ranked }: Candidates, most: number): Section {
  const { catalogue, requirements, advice } = consulted
  const found = reasonsFor(catalogue, requirements, ranked[0], advice.ranking).slice(0, most)
  const undecided: Block = {
    kind: 'paragraph',
    text: [
      literal(
        'Nothing said so far decides yet: the order shows how well kept up, widespread and proven each one is.',
      ),
    ],
  }
  const list: Block = {
    kind: 'list',
    numbered: false,
    items: found.map((reason, i) => reasonItem(consulted, reason, found.slice(0, i))),
  }
  return { heading: `Why ${winner.name}`, blocks: [found.length === 0 ? undecided : list] }
}

/** Words that were quoted for an earlier reason are not quoted again. */
function reasonItem(
  { citations }: Consulted,
  { text, said, claim }: Reason,
  earlier: readonly Reason[],
): Run[] {
  const isNew = said !== null && earlier.every((reason) => reason.said !== said)
  const quote = isNew
    ? [literal(' You said: '), quoted(shortened(said.trim(), MOST_QUOTE)), literal('.')]
    : []
  return [...headed(shortened(text, MOST_REASON)), ...citations.cite(claim), ...quote]
}
