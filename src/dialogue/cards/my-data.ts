import { bullets, card, choices, dataFile, facts, notice, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Consultant } from '../consultant.ts'
import type { Consultation, Outcome } from '../conversation.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** What is stored about the person. */
export function myDataCard(context: Context): Card {
  const { conversation } = context
  const buttons = buttonsAt(conversation.step)
  const all = [...conversation.history, ...(conversation.active ? [conversation.active] : [])]
  const words = all.flatMap((entry) => entry.said)
  const clients = all.flatMap(({ client }) => client ?? [])
  const givers = all.flatMap(({ givers, panel }) => [
    ...Object.values(givers),
    ...Object.values(panel?.views ?? {}).map(({ name }) => name),
  ])
  return card(
    'What is stored about you',
    facts([
      ['Projects', String(all.length)],
      ...namesAs('Clients named', clients),
      ['Answers and needs', String(all.flatMap(pointsIn).length)],
      ['Your messages kept', String(words.length)],
      ['Earlier states, for "back"', String(conversation.undo.length)],
      ['Posts you can take back', String(conversation.shares.length)],
      ...namesAs('Who gave answers', givers),
      ...outcomesOf(context, all),
      ['Since', all[0]?.startedAt.slice(0, 10) ?? 'nothing stored'],
    ]),
    bullets(
      words.slice(-5).map((line) => `"${escapeMarkup(line.length > 80 ? `${line.slice(0, 77)}...` : line)}"`),
    ),
    text('Remarks you sent and requests for an engineer are kept beside it, and go with it.'),
    choices(
      buttons.choice('export', [], LABELS.exportAll),
      buttons.choice('command', ['forget-me'], 'Delete all of it'),
    ),
  )
}

/** Everything that is kept of the conversation, as a file. */
export function exportCard({ conversation, now }: Context): Card {
  const day = now.toISOString().slice(0, 10)
  return card(
    null,
    text('This is all I keep of our conversation: every project with its answers and your messages.'),
    dataFile(`pyframe-${day}`, 'Everything kept of this conversation, as data', conversation),
  )
}

/** What they said they chose, and where that is asked later. */
function outcomesOf(
  { consultant, now, conversation }: Context,
  projects: readonly Consultation[],
): (readonly [string, string])[] {
  const chosen = projects.flatMap(({ outcome }) => (outcome ? [outcomeWords(consultant, outcome)] : []))
  const asked = projects.filter(
    ({ askAt, outcome }) => outcome === null && askAt && askAt > now.toISOString(),
  )
  return [
    ...namesAs('What you chose', chosen),
    ...(asked.length === 0 ? [] : [['Projects I shall ask about once', String(asked.length)] as const]),
    ...(conversation.followUp.off ? [['Questions about what you chose', 'none any more'] as const] : []),
  ]
}

const outcomeWords = ({ catalogue }: Consultant, outcome: Outcome): string =>
  outcome.kind === 'chosen' ? catalogue.nameOf(outcome.alternative) : OUTCOME_WORDS[outcome.kind]

const OUTCOME_WORDS = { other: 'something else', undecided: 'not decided' } as const

/** Each name once; nothing where there is none. */
const namesAs = (label: string, names: readonly string[]): (readonly [string, string])[] =>
  names.length === 0 ? [] : [[label, escapeMarkup([...new Set(names)].join(', '))]]

const pointsIn = ({ requirements: { levels, needs } }: Consultation): string[] => [
  ...Object.keys(levels),
  ...Object.keys(needs),
]

/** Asks once before everything is deleted. */
export function eraseCard(context: Context): Card {
  const buttons = buttonsAt(context.conversation.step)
  return card(
    'Delete everything?',
    notice('warning', 'All your projects and answers will be deleted. This cannot be undone.'),
    context.conversation.shares.length > 0
      ? text('What you shared stays where it is; take it back first if nobody shall see it.')
      : null,
    choices(
      buttons.choice('erase', ['yes'], 'Delete everything'),
      buttons.choice('erase', ['no'], 'Keep it', { primary: true }),
    ),
  )
}
