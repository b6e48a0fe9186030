import type { LevelRequirement, NeedRequirement, Requirements } from '../advice/requirements.ts'
import { choices } from '../card/build.ts'
import type { Action } from './actions.ts'
import { buttonsAt } from './cards/buttons.ts'
import { LABELS, LINES, lineCard, noticeCard } from './cards/lines.ts'
import { resultCard } from './cards/result.ts'
import { shareCard } from './cards/share.ts'
import type { Consultation, Copy, Turn } from './conversation.ts'
import { digress, showResult } from './proceed.ts'
import { restoreCopy } from './restore.ts'
import { activeOf, archive, type Context, isBegun, newConsultation, turn, withActive } from './state.ts'

/** More posts than these nobody takes back. */
const MAX_SHARES = 20

/** Asks how much others may see; where they see everything anyway, or there is nothing to see, says so. */
export function askToShare(context: Context): Turn {
  if (context.by !== null) return digress(context, [lineCard(LINES.sharedAnyway)])
  if (!isBegun(context.conversation)) return digress(context, [lineCard(LINES.nothingToShare)])
  return turn(context.conversation, [shareCard(context)])
}

/** Posts the recommendation as it stands now. */
export function share(context: Context, { args: [what], step }: Action): Turn | null {
  const active = activeOf(context)
  if (what !== 'plain' && what !== 'words') return null
  const id = `${active.id}-${step}`
  if (context.conversation.shares.includes(id)) return null
  const requirements = what === 'words' ? active.requirements : withoutWords(active.requirements)
  const post = resultCard(context, { ...active, requirements }, context.consultant.advise(requirements))
  const { reference } = context.place
  const buttons = buttonsAt(context.conversation.step)
  // In a row of its own: it is everybody's, and the other one theirs.
  const goOn = choices(buttons.choice('adopt', [reference], LABELS.goOnOwn))
  const back = choices(buttons.choice('unshare', [id, reference], LABELS.takeBack))
  const parts = post.parts.filter(({ kind }) => kind !== 'choices')
  const shares = [...context.conversation.shares, id].slice(-MAX_SHARES)
  const shared = { ...context, conversation: { ...context.conversation, shares } }
  const cards = [{ ...post, parts: [...parts, goOn, back] }]
  const copy = copyOf(active, requirements, what)
  const said = lineCard(LINES.shared)
  return { ...digress(shared, [said]), effects: [{ kind: 'share', cards, reference, copy }] }
}

/** Only whoever shared it may take it back: the id of the post is known to their conversation alone. */
export function unshare(context: Context, { args: [id = '', reference = ''] }: Action): Turn {
  const { conversation } = context
  if (!conversation.shares.includes(id)) {
    return turn(conversation, [noticeCard('info', LINES.notYours)])
  }
  const shares = conversation.shares.filter((other) => other !== id)
  return turn({ ...conversation, shares }, [lineCard(LINES.unshared)], [{ kind: 'unshare', reference }])
}

/** What others may go on with: the client's words and name only where they were shared. */
const copyOf = (
  { said, name, client }: Consultation,
  requirements: Requirements,
  what: 'plain' | 'words',
): Copy =>
  what === 'words'
    ? { requirements, said, name, client }
    : { requirements, said: [], name: null, client: null }

/** A project of somebody else gone on with as one's own: theirs stays as it is. */
export function adopt(context: Context, { args: [reference = ''] }: Action): Turn {
  const { consultant, conversation, now, place } = context
  const id = `shared-${reference}`
  const known = [...conversation.history, conversation.active].some((project) => project?.id === id)
  if (known) return digress(context, [lineCard(LINES.adoptedBefore)])
  const copy = restoreCopy(consultant.catalogue, place.copy)
  if (copy === null) return digress(context, [noticeCard('info', LINES.copyGone)])
  const archived = archive(context)
  const own = { ...newConsultation(archived.conversation, now), ...copy, id }
  return showResult(withActive(archived, own, []), [lineCard(LINES.adopted)])
}

/** The same requirements without a word of the client. */
function withoutWords({ levels, needs, kind, ...others }: Requirements): Requirements {
  const silent = <T extends LevelRequirement | NeedRequirement>(
    entries: Record<string, T>,
  ): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).map(([id, { words: _, ...entry }]) => [id, entry as T]))
  return { ...others, levels: silent(levels), needs: silent(needs), kind: kind && { id: kind.id } }
}
