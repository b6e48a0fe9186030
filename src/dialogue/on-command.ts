import { whatWouldChange } from '../advice/changes.ts'
import type { LevelRequirement } from '../advice/requirements.ts'
import { choices } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import { escapeMarkup } from '../card/markup.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import { isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import type { Answer } from './answer/answer.ts'
import { answerComparison } from './answer/compare.ts'
import { answerQuestion } from './answer/question.ts'
import { brief } from './brief.ts'
import { answerCard, compareCard, eraseCard, foundCard, myDataCard } from './cards/answers.ts'
import { buttonsAt } from './cards/buttons.ts'
import { changesCard } from './cards/details.ts'
import { LABELS, LINES, lineCard } from './cards/lines.ts'
import { movingCard } from './cards/moving.ts'
import { changeCard, summaryCard, takenBackCard } from './cards/questions.ts'
import { helpCard, resumeCard, startCard } from './cards/start.ts'
import { whatIfCard } from './cards/what-if.ts'
import { whyNotCard } from './cards/why-not.ts'
import type { CommandId } from './commands.ts'
import type { Told, Turn } from './conversation.ts'
import { askFeedback } from './feedback.ts'
import { askEngineer } from './hand-off.ts'
import { showHistory } from './history.ts'
import { mergeFindings, withLevel } from './merge.ts'
import { digress, pendingCard, proceed, showResult } from './proceed.ts'
import { record } from './record.ts'
import { understand } from './references.ts'
import { askToShare } from './share.ts'
import { activeOf, archive, type Context, change, remember, tell, turn, wait } from './state.ts'

type Handler = (context: Context, argument: string) => Turn

/** Runs a command of the table. */
export function onCommand(context: Context, command: CommandId, argument: string): Turn {
  return HANDLERS[command](context, argument.trim())
}

const HANDLERS: Record<CommandId, Handler> = {
  start,
  ask,
  search,
  compare,
  'why-not': whyNot,
  'what-if': whatIf,
  result,
  summary: (context) => digress(context, [summaryCard(context, activeOf(context))]),
  change: changeAnswer,
  back,
  skip,
  restart: (context) => begin(archive(context)),
  cancel,
  history: showHistory,
  share: askToShare,
  brief,
  engineer: askEngineer,
  feedback: askFeedback,
  'my-data': (context) => turn(context.conversation, [myDataCard(context)]),
  'forget-me': (context) => {
    const waiting = wait(context, { kind: 'erase', back: activeOf(context).pending })
    return turn(waiting.conversation, [eraseCard(waiting)])
  },
  help: (context) => digress(context, [helpCard(context)]),
}

/** Begins a fresh consultation with the open question. */
function begin(context: Context): Turn {
  const waiting = wait(context, { kind: 'open' })
  return turn(waiting.conversation, [startCard(waiting)])
}

function start(context: Context): Turn {
  const { active, undo } = context.conversation
  if (!active || (undo.length === 0 && active.pending?.kind !== 'question')) return begin(context)
  const reminder = resumeCard(context, active)
  if (active.concluded) return turn(context.conversation, [reminder])
  const again = pendingCard(context)
  return again ? turn(context.conversation, [reminder, again]) : proceed(context, [reminder])
}

/** Who asks for the result before the last question can go back to where they were. */
function result(context: Context): Turn {
  const { concluded, pending } = activeOf(context)
  if (concluded || pending?.kind !== 'question') return showResult(context, [])
  return showResult(change(context, { concluded: true, pending: null }), [])
}

function ask(context: Context, argument: string): Turn {
  if (argument === '') return digress(context, [lineCard(LINES.whatToAsk)])
  return answer(context, understand(context, argument))
}

const MOST_HITS = 5

function search(context: Context, argument: string): Turn {
  const { consultant, now } = context
  if (argument === '') return digress(context, [lineCard(LINES.whatToSearch)])
  const { content, alternatives } = consultant.language.understand(argument, now)
  const [named] = alternatives
  const hits = consultant.search.find(content, named?.entry ? { alternative: named.id } : {})
  return digress(context, [foundCard(context, hits.slice(0, MOST_HITS))])
}

/** Answers a question and returns to what was asked before. */
export function answer(context: Context, understood: Understood): Turn {
  const { catalogue } = context.consultant
  const target = moveAskedFor(context, understood)
  if (target) return answerMove(context, target)
  const found = answerQuestion(context.consultant, understood)
  const asked = {
    intent: understood.intent,
    topic: found.topic,
    alternatives: understood.alternatives.map(({ id }) => id),
  }
  const entries = understood.alternatives.flatMap(({ id }) => catalogue.alternative(id) ?? [])
  const shown = found.alternatives.length > 0 ? found.alternatives : asked.alternatives
  const remembered = remember(context, shown, understood.topic)
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const plain = !topic?.capability && !(understood.topicNamed && topic?.section)
  const asTable = understood.intent === 'compare' && entries.length > 1 && plain
  const shownAs = asTable ? compareCard(remembered, found, entries) : answerCard(found)
  const told = tell(remembered, toldBy(found, shown))
  return { ...digress(told, [withEngineer(told, understood, shownAs)]), sureness: found.sureness, asked }
}

/** The claims of an answer, its sources with all of them: feedback may be about one. */
const toldBy = (found: Answer, alternatives: readonly string[]): Told => ({
  about: 'answer',
  topic: found.topic,
  alternatives: [...alternatives],
  claims: [found.lead, ...found.more].slice(0, MOST_CLAIMS).map((text) => ({
    text,
    sources: [...new Set(found.sources.map(({ source }) => source))],
  })),
})

const MOST_CLAIMS = 5

/** Whoever asks about hiring can go on to a person. */
function withEngineer({ conversation }: Context, { intent }: Understood, shown: Card): Card {
  if (intent !== 'hire') return shown
  const button = buttonsAt(conversation.step).choice('command', ['engineer'], LABELS.engineer)
  return { ...shown, parts: [...shown.parts, choices(button)] }
}

/** Where they ask to move to; null when the question is another, or nothing of theirs runs today. */
function moveAskedFor(context: Context, { alternatives, signals, question }: Understood): Alternative | null {
  const { existing } = activeOf(context).requirements.context
  const [target, ...more] = alternatives.filter(({ id }) => !existing.includes(id))
  if (!target || more.length > 0 || existing.length === 0 || !question || !signals.has('leaving')) return null
  return context.consultant.catalogue.alternative(target.id) ?? null
}

function answerMove(context: Context, target: Alternative): Turn {
  const active = activeOf(context)
  const advice = context.consultant.advise(active.requirements)
  return digress(remember(context, [target.id], null), [movingCard(context, active, advice, target)])
}

function compare(context: Context, argument: string): Turn {
  const { catalogue } = context.consultant
  const named = understand(context, argument).alternatives.map(({ id }) => id)
  const entries = withLastShown(context, named)
    .flatMap((id) => catalogue.alternative(id) ?? [])
    .slice(0, 4)
  if (entries.length < 2) {
    const { noun } = catalogue.domain
    const names = catalogue.alternatives.map((alternative) => alternative.name).join(', ')
    return digress(context, [lineCard(LINES.whatToCompare(noun.many, names))])
  }
  const remembered = remember(
    context,
    entries.map(({ id }) => id),
    null,
  )
  return digress(remembered, [compareCard(remembered, answerComparison(catalogue, entries), entries)])
}

/** One name is compared with what was spoken of last, no name means what was shown. */
function withLastShown(context: Context, named: readonly string[]): readonly string[] {
  const { conversation } = context
  if (named.length > 1) return named
  const others = conversation.shown.alternatives.filter((id) => !named.includes(id))
  if (named.length === 0) return others
  const [other = winnerOf(context)] = others
  return other === null || named.includes(other) ? named : [other, ...named]
}

function winnerOf(context: Context): string | null {
  const { concluded, requirements } = activeOf(context)
  return concluded ? context.consultant.advise(requirements).winner : null
}

function whyNot(context: Context, argument: string): Turn {
  const { consultant, conversation } = context
  const active = activeOf(context)
  const advice = consultant.advise(active.requirements)
  const [named] = understand(context, argument).alternatives
  const id = named?.id ?? (consultant.catalogue.alternative(argument) ? argument : undefined)
  const other = id ?? advice.ranking.find((entry) => entry.id !== advice.winner)?.id
  if (other === undefined) return digress(context, [lineCard(LINES.nothingElse)])
  return digress(remember(context, [other], null), [
    whyNotCard({ ...context, conversation }, active, advice, other),
  ])
}

function whatIf(context: Context, argument: string): Turn {
  const { consultant, now } = context
  const active = activeOf(context)
  const { findings } = consultant.language.understand(argument, now)
  if (argument === '' || isEmpty(findings)) {
    const sets = whatWouldChange(consultant.catalogue, active.requirements)
    const [example] = consultant.catalogue.capabilities
    const hint = lineCard(LINES.whatToSuppose(escapeMarkup(example?.name ?? '')))
    return digress(context, argument === '' ? [changesCard(context, sets)] : [hint])
  }
  const requirements = mergeFindings(active.requirements, findings, 'text')
  const before = { requirements: active.requirements, advice: consultant.advise(active.requirements) }
  const after = { requirements, advice: consultant.advise(requirements) }
  const waiting = wait(context, { kind: 'what_if', requirements, back: active.pending })
  return turn(waiting.conversation, [whatIfCard(waiting, before, after)])
}

function changeAnswer(context: Context, argument: string): Turn {
  const { catalogue, language } = context.consultant
  const [named] = argument === '' ? [] : language.understand(argument, context.now).criteria
  const id = catalogue.criterion(argument)?.id ?? named
  if (id !== undefined) {
    const level = levelNamed(context, id, argument)
    if (level) return record(context, withLevel(activeOf(context).requirements, id, level))
    return digress(wait(context, { kind: 'question', criterion: id }), [])
  }
  return turn(context.conversation, [changeCard(context, activeOf(context))])
}

/** The new answer in "performance to high"; null when only the criterion is named. */
function levelNamed({ consultant, now }: Context, id: string, argument: string): LevelRequirement | null {
  const [, wish] = /\bto (.+)$/i.exec(argument) ?? []
  const level = wish === undefined ? null : consultant.language.answer(id, wish, null, now).level
  return level === null || level === 'unknown' ? null : { level, origin: 'answered', words: argument }
}

function back(context: Context): Turn {
  const undo = context.conversation.undo.at(-1)
  if (!undo) return digress(context, [lineCard(LINES.nothingToTakeBack)])
  const active = { ...activeOf(context), ...undo }
  const rest = context.conversation.undo.slice(0, -1)
  const restored = { ...context, conversation: { ...context.conversation, active, undo: rest, unclear: 0 } }
  const notice = takenBackCard(restored, activeOf(context))
  return undo.pending ? digress(restored, [notice]) : proceed(restored, [notice])
}

function skip(context: Context): Turn {
  const active = activeOf(context)
  if (active.pending?.kind !== 'question') return digress(context, [lineCard(LINES.nothingToSkip)])
  const skipped = [...new Set([...active.skipped, active.pending.criterion])]
  const requirements = withLevel(active.requirements, active.pending.criterion, null)
  return proceed(change(context, { requirements, skipped, pending: null }), [])
}

function cancel(context: Context): Turn {
  const waiting = wait(context, null)
  return turn(waiting.conversation, [
    lineCard(context.conversation.undo.length > 0 ? LINES.stopped : LINES.notBegun),
  ])
}
