import type { Card } from '../card/card.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { UnderstoodAnswer } from '../language/answer.ts'
import { type Findings, isEmpty, NO_FINDINGS } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import { encodeAction } from './actions.ts'
import { ownAnswer, sayOwn } from './answer-each.ts'
import { LINES, noticeCard } from './cards/lines.ts'
import type { Turn } from './conversation.ts'
import { mergeFindings, withLevel } from './merge.ts'
import { onAction } from './on-action.ts'
import { proceed } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, type Context, change } from './state.ts'

/** The criterion whose question waits; null when none does. */
export function pendingCriterion(context: Context): Criterion | null {
  const { pending } = activeOf(context)
  return pending?.kind === 'question'
    ? (context.consultant.catalogue.criterion(pending.criterion) ?? null)
    : null
}

/** The meaning of phrases/signals.yaml that mends something said before. */
export const CORRECTION = 'correction'

/** The criterion whose question was last answered; null when none was. */
export function lastAnswered(context: Context): Criterion | null {
  const { requirements } = activeOf(context)
  const asked = context.conversation.undo.flatMap(({ pending }) =>
    pending?.kind === 'question' && Object.hasOwn(requirements.levels, pending.criterion)
      ? [pending.criterion]
      : [],
  )
  return context.consultant.catalogue.criterion(asked.at(-1) ?? '') ?? null
}

/** An answer to the question that waits, with whatever else the same message says. */
export function readAnswer(context: Context, criterion: Criterion, understood: Understood): Turn | null {
  const { language } = context.consultant
  const active = activeOf(context)
  const words = ownWords(understood, criterion)
  const own = language.answer(criterion.id, words, criterion.question, context.now)
  const needs = words === understood.text ? own.needs : understood.findings.needs
  const others = besides(understood, criterion, { ...own, needs })
  if (own.level === null && isEmpty(others)) return null
  const merged = mergeFindings(active.requirements, others, 'text')
  const said = understood.text
  const named = understood.alternatives.map(({ id }) => id)
  if (own.level === 'unknown') {
    const unsure = [...new Set([...active.unsure, criterion.id])]
    const open = withLevel(merged, criterion.id, null)
    const passed = change(context, {
      requirements: isEmpty(others) ? open : active.requirements,
      unsure,
      pending: null,
    })
    return isEmpty(others) ? proceed(passed, []) : record(passed, open, { said, named })
  }
  if (own.level === null) return record(context, merged, { said, named, first: cutNotice(understood) })
  const level = { level: own.level, origin: 'answered' as const, words: said.slice(0, 120) }
  return record(context, withLevel(merged, criterion.id, level), {
    said,
    named,
    first: cutNotice(understood),
  })
}

/**
 * The words that may answer the question: what plainly speaks of another criterion does not, and a correction of
 * something else is no answer at all.
 */
function ownWords({ text, findings, signals }: Understood, criterion: Criterion): string {
  const elsewhere = findings.levels.filter((found) => found.criterion !== criterion.id)
  if (elsewhere.length === 0 || elsewhere.length < findings.levels.length) return text
  if (signals.has(CORRECTION)) return ''
  return [...elsewhere, ...findings.needs].reduce((rest, { words }) => rest.replace(words, ' '), text)
}

/** What an answer says beyond its question; an answer that is not about the field says nothing beyond it. */
function besides(
  { findings, intent, strangers }: Understood,
  criterion: Criterion,
  own: UnderstoodAnswer,
): Findings {
  const { level, needs } = own
  if (intent === 'out_of_scope' && (level !== null || strangers.length > 0)) return { ...NO_FINDINGS, needs }
  return { ...findings, needs, levels: findings.levels.filter((found) => found.criterion !== criterion.id) }
}

/** Longer texts say more than one grade. */
const MOST_GRADE_WORDS = 6
/** "Not sure about ...": what comes before says how much. */
const ABOUT = / (about|on|regarding) .*$/i

/** "Complexity is high": the grade of a criterion that is named, whichever question waits. */
export function readGrade(context: Context, understood: Understood): Turn | null {
  const { criteria, findings, question, words, text, alternatives } = understood
  const [id, ...more] = criteria
  if (id === undefined || more.length > 0 || question || words > MOST_GRADE_WORDS) return null
  if (!isEmpty(findings) || alternatives.length > 0 || pendingCriterion(context)?.id === id) return null
  const { level } = context.consultant.language.answer(id, text.replace(ABOUT, ''), null, context.now)
  if (level === null) return null
  const own = ownAnswer(context, { [id]: level })
  if (own) return own
  const { requirements, unsure } = activeOf(context)
  return level === 'unknown'
    ? record(context, withLevel(requirements, id, null), {
        said: text,
        unsure: [...new Set([...unsure, id])],
      })
    : record(context, withLevel(requirements, id, { level, origin: 'answered', words: text }), { said: text })
}

/** The words on a button, typed: they choose it, also when another question waits. */
export function readLabel(context: Context, { text }: Understood): Turn | null {
  const wanted = text.trim().toLowerCase()
  const [found] = context.consultant.catalogue.criteria.flatMap(({ id, levels }) =>
    LEVELS.filter((level) => levels[level].label.toLowerCase() === wanted).map((level) => [id, level]),
  )
  return found ? onAction(context, encodeAction('level', found, context.conversation.step), null) : null
}

/** A description of the project, or a part of one. */
export function takeIn(context: Context, understood: Understood): Turn {
  const own = sayOwn(context, understood)
  if (own) return own
  const requirements = mergeFindings(activeOf(context).requirements, understood.findings, 'text')
  const named = understood.alternatives.map(({ id }) => id)
  return record(context, requirements, { said: understood.text, named, first: cutNotice(understood) })
}

const cutNotice = ({ cut }: Understood): Card[] => (cut ? [noticeCard('warning', LINES.cut)] : [])
