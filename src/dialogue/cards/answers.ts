import { bullets, card, choices, facts, notice, sources, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Hit } from '../../knowledge/search.ts'
import { type Answer, asQuestion, inProse, sourceOf } from '../answer/answer.ts'
import { typeName } from '../answer/compare.ts'
import type { Consultation } from '../conversation.ts'
import { titleOf } from '../naming.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** An answer to a question: the sentence that answers first, then the reasons, then the sources. */
export function answerCard(answer: Answer): Card {
  return card(null, text(answer.lead), bullets(answer.more), sources(answer.sources))
}

/** What a search found: each question with the first sentence of its answer. */
export function foundCard({ consultant }: Context, hits: readonly Hit[]): Card {
  if (hits.length === 0)
    return card(null, text('I found nothing with these words. Fewer or other words may help.'))
  const lines = hits.map(({ entry }) => {
    const about = entry.alternative === null ? '' : `${consultant.catalogue.nameOf(entry.alternative)}: `
    const [answer = entry.answer] = entry.answer.split(/(?<=[.!?])\s/)
    return `**${about}${asQuestion(entry.wordings[0] ?? '')}** ${answer}`
  })
  return card('Found', bullets(lines), sources(hits.map(({ entry }) => sourceOf(entry.source))))
}

/** Alternatives side by side: type, position on each criterion, maintenance, latest release. */
export function compareCard(context: Context, answer: Answer, alternatives: readonly Alternative[]): Card {
  const { catalogue } = context.consultant
  const tenths = (value: number | undefined): string =>
    value === undefined ? '-' : `${Math.round(value * 10)}/10`
  const rows = [
    ['Type', ...alternatives.map((entry) => typeName(catalogue, entry))],
    ...catalogue.criteria.map((criterion) => [
      criterion.short,
      ...alternatives.map((entry) => tenths(entry.positions[criterion.id]?.value)),
    ]),
    ['Maintenance', ...alternatives.map((entry) => entry.maintenance.status)],
    ['Latest release', ...alternatives.map((entry) => entry.latest_release.version)],
  ]
  const columns = ['', ...alternatives.map((entry) => entry.name)]
  return card(
    inProse(alternatives.map((entry) => entry.name)),
    text(answer.lead),
    { kind: 'table', caption: 'Our judgement of each position; ask about one for the reason', columns, rows },
    bullets(answer.more),
    sources(answer.sources),
  )
}

/** Nothing was understood: say so, and what can be done instead. */
export function unclearCard(context: Context, attempt: number, asked: boolean): Card {
  const { domain } = context.consultant.catalogue
  const { active, step } = context.conversation
  const buttons = buttonsAt(step)
  if (attempt < 2) {
    return card(
      null,
      text(`I did not understand that. Say it in other words, or ask about a ${domain.noun.one}.`),
    )
  }
  if (asked) {
    return card(null, text('I still do not understand. Choose one below, or say "not sure" or "skip":'))
  }
  return card(
    null,
    text('I still do not understand. One of these may help:'),
    choices(
      active && active.pending?.kind !== 'open'
        ? buttons.command('start', 'Go on with the questions')
        : buttons.choice('begin', [], 'Ask me questions'),
      buttons.choice('command', ['help'], 'What can I type?'),
      buttons.choice('command', ['engineer'], LABELS.engineer),
    ),
  )
}

/**
 * Earlier projects, newest first.
 *
 * @param found those to show
 * @param wanted what was looked for; empty = all
 */
export function historyCard(context: Context, found: readonly Consultation[], wanted = ''): Card {
  const { conversation } = context
  const buttons = buttonsAt(conversation.step)
  const earlier = found.toReversed().slice(0, 9)
  const none = wanted === '' ? 'There are none yet.' : `I find none with "${escapeMarkup(wanted)}" in it.`
  return card(
    'Earlier projects',
    earlier.length === 0 ? text(none) : text('Choose one to open it again; the present one is kept.'),
    choices(
      ...earlier.map((entry) =>
        buttons.choice('open', [entry.id], titleOf(entry), { hint: outcomeOf(context, entry) }),
      ),
      earlier.length > 0 ? buttons.quiet('pair', [], 'Compare two') : null,
      buttons.command('start', 'Go on here'),
    ),
  )
}

/** When it was last spoken of, what came out, and what was said last: copies of a project bear the same name. */
function outcomeOf(
  { consultant }: Context,
  { updatedAt, concluded, requirements, said, client }: Consultation,
): string {
  const winner = concluded ? consultant.advise(requirements).winner : null
  const last = client !== null && said.length > 1 ? said.at(-1) : undefined
  return [
    updatedAt.slice(0, 10),
    ...(winner === null ? [] : [escapeMarkup(consultant.catalogue.nameOf(winner))]),
    ...(last === undefined ? [] : [`"${escapeMarkup(shortened(last))}"`]),
  ].join(', ')
}

const MAX_SAID = 40

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= MAX_SAID ? line : `${line.slice(0, MAX_SAID - 3)}...`
}

/** What is stored about the person. */
export function myDataCard(context: Context): Card {
  const { conversation } = context
  const all = [...conversation.history, ...(conversation.active ? [conversation.active] : [])]
  const words = all.flatMap((entry) => entry.said)
  const clients = all.flatMap(({ client }) => client ?? [])
  const givers = all.flatMap((entry) => Object.values(entry.givers))
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
      ['Since', all[0]?.startedAt.slice(0, 10) ?? 'nothing stored'],
    ]),
    bullets(
      words.slice(-5).map((line) => `"${escapeMarkup(line.length > 80 ? `${line.slice(0, 77)}...` : line)}"`),
    ),
    text('Remarks you sent and requests for an engineer are kept beside it, and go with it.'),
    choices(buttonsAt(conversation.step).choice('command', ['forget-me'], 'Delete all of it')),
  )
}

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
