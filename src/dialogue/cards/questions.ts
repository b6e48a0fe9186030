import { card, choices, facts, notice, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Criterion } from '../../knowledge/schema/criterion.ts'
import { LEVELS } from '../../knowledge/schema/levels.ts'
import { inProse } from '../answer/answer.ts'
import type { Consultation, Doubt } from '../conversation.ts'
import { nameOfDoubt } from '../doubt.ts'
import { isWanted } from '../needs.ts'
import { progressOf } from '../questionnaire.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'
import { differencesOf, pointsOf, withGiver } from './understood.ts'

/** One question: progress, three graded options, checklist, and the ways out. */
export function questionCard(context: Context, consultation: Consultation, criterion: Criterion): Card {
  const { consultant, conversation } = context
  const buttons = buttonsAt(conversation.step)
  const { id } = criterion
  return card(
    criterion.name,
    { kind: 'progress', ...progressOf(consultant.catalogue, consultation) },
    text(criterion.question),
    choices(
      ...LEVELS.map((level) => {
        const { label, hint } = criterion.levels[level]
        return buttons.choice('level', [id, level], label, { hint })
      }),
      buttons.quiet('unsure', [id], LABELS.notSure),
      buttons.quiet('skip', [id], 'Skip'),
      conversation.undo.length > 0 ? buttons.command('back', 'Back') : null,
      conversation.undo.length > 0 ? buttons.command('change', LABELS.correct) : null,
      buttons.quiet('why', [id], 'Why do you ask?'),
      buttons.command('result', LABELS.resultNow),
    ),
    checklist(context, consultation, criterion),
  )
}

function checklist(context: Context, consultation: Consultation, criterion: Criterion): Part | null {
  const { catalogue } = context.consultant
  const { needs } = consultation.requirements
  const options = criterion.checklist.flatMap((id) => {
    const capability = catalogue.capability(id)
    return capability ? [{ value: id, label: capability.name, checked: isWanted(needs[id]?.priority) }] : []
  })
  if (options.length === 0) return null
  const action = buttonsAt(context.conversation.step).action('needs', [criterion.id])
  return { kind: 'checklist', label: 'Needed as well?', options, submit: { action, label: 'Next' } }
}

/** Why a question is asked; the question itself follows on its own card. */
export function whyCard(criterion: Criterion): Card {
  const levels = LEVELS.map(
    (level) => [criterion.levels[level].label, criterion.levels[level].demand_reason] as const,
  )
  return card(`Why I ask: ${criterion.name}`, text(criterion.why), facts(levels))
}

/** What a message was understood to say; the card that follows offers to correct it. */
export function understoodCard(context: Context, before: Consultation, after: Consultation): Card | null {
  const { catalogue } = context.consultant
  const changes = differencesOf(catalogue, before.requirements, after.requirements)
  return changes.length === 0 ? null : card('What I understood', facts(changes))
}

/** What "back" changed: the answers as they are again; where the person is now follows on its own card. */
export function takenBackCard(context: Context, before: Consultation): Card {
  const { catalogue } = context.consultant
  const after = context.conversation.active ?? before
  return card(
    null,
    text('Taken back. This is where you were:'),
    facts(differencesOf(catalogue, before.requirements, after.requirements)),
  )
}

/** Everything understood so far. */
export function summaryCard(context: Context, consultation: Consultation): Card {
  const { consultant, conversation } = context
  const buttons = buttonsAt(conversation.step)
  const points = pointsOf(consultant.catalogue, consultation.requirements)
  const listed = (title: string, ids: readonly string[]): Part | null => {
    const names = ids.map((id) => {
      const giver = consultation.givers[`level:${id}`]
      const name = consultant.catalogue.criterion(id)?.short ?? id
      return escapeMarkup(giver === undefined ? name : `${name} (${giver})`)
    })
    return names.length === 0 ? null : text(`${title}: ${inProse(names)}.`)
  }
  return card(
    'What I have understood so far',
    points.length === 0 ? text('Nothing yet.') : null,
    facts(points.map((point) => [point.label, withGiver(point, consultation.givers)])),
    listed(LABELS.notSure, consultation.unsure),
    listed('Skipped', consultation.skipped),
    choices(buttons.command('change', 'Change something'), buttons.command('result', LABELS.showResult)),
  )
}

/** More buttons than this no front end can show in one group. */
const MOST_CHOICES = 25

/** Every point that can be changed: all criteria, and the newest of the others. */
export function changeCard(context: Context, consultation: Consultation): Card {
  const { consultant, conversation } = context
  const { requirements } = consultation
  const buttons = buttonsAt(conversation.step)
  const points = new Map(pointsOf(consultant.catalogue, requirements).map((point) => [point.key, point]))
  const levels = consultant.catalogue.criteria.map((criterion) => {
    const hint = points.get(`level:${criterion.id}`)?.value ?? 'not answered'
    return buttons.choice('edit', [criterion.id], criterion.name, { hint })
  })
  const others = [...points.values()].filter((point) => !point.key.startsWith('level:'))
  const shown = others.slice(-(MOST_CHOICES - levels.length))
  const drops = shown.map((point) =>
    buttons.choice('drop', point.key.split(':'), `Remove: ${point.label}`, { hint: point.value }),
  )
  const rest = others.length - shown.length
  return card(
    'What shall I change?',
    rest === 0
      ? null
      : text(`${rest} more points: say what is not needed, such as "no ${others[0]?.label}".`),
    choices(...levels, ...drops, buttons.command('start', 'Leave it as it is')),
  )
}

/** Something that would rule out what the person named. */
export function confirmCard(context: Context, doubt: Doubt): Card {
  const { consultant, conversation } = context
  const { catalogue } = consultant
  const buttons = buttonsAt(conversation.step)
  const out = inProse(doubt.eliminates.map((id) => escapeMarkup(catalogue.nameOf(id))))
  const { title, words, yes, no } = doubtWords(catalogue, doubt, out)
  const about = nameOfDoubt(doubt)
  return card(
    title,
    notice('warning', words),
    choices(
      buttons.choice('must', [about, 'yes'], yes, { primary: true }),
      buttons.choice('must', [about, 'no'], no),
    ),
  )
}

function doubtWords(
  catalogue: Catalogue,
  doubt: Doubt,
  out: string,
): { title: string; words: string; yes: string; no: string } {
  if (doubt.kind === 'runtime') {
    const version = escapeMarkup(`${catalogue.domain.runtime?.name ?? 'Version'} ${doubt.version}`)
    return {
      title: 'Is that version fixed?',
      words: `${version} rules out today's releases of ${out}, which you named.`,
      yes: 'Yes, it is fixed',
      no: 'No, a newer one is possible',
    }
  }
  const name = escapeMarkup(catalogue.capability(doubt.need)?.name ?? doubt.need)
  return doubt.priority === 'must'
    ? {
        title: 'Is that a must?',
        words: `As a must, ${name} rules out ${out}, which you named.`,
        yes: 'Yes, it is a must',
        no: 'No, it is only wanted',
      }
    : {
        title: 'Is that ruled out for sure?',
        words: `Not allowing ${name} rules out ${out}, which you named.`,
        yes: 'Yes, it must not be there',
        no: 'No, it is just not needed',
      }
}

/** Questions are left, but none of them can change the recommendation. */
export function settledCard(context: Context, left: number): Card {
  const buttons = buttonsAt(context.conversation.step)
  const questions = left === 1 ? 'the one question left' : `the ${left} questions left`
  return card(
    'Enough to decide',
    text(
      `No answer to ${questions} can change the recommendation any more. A new hard requirement still could.`,
    ),
    choices(
      buttons.choice('command', ['result'], LABELS.showResult, { primary: true }),
      buttons.choice('thorough', [], 'Ask the rest anyway'),
      buttons.command('change', LABELS.correct),
    ),
  )
}
