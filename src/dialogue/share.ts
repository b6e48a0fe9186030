import type { LevelRequirement, NeedRequirement, Requirements } from '../advice/requirements.ts'
import { choices } from '../card/build.ts'
import type { Action } from './actions.ts'
import { buttonsAt } from './cards/buttons.ts'
import { LABELS, LINES, lineCard, noticeCard } from './cards/lines.ts'
import { resultCard } from './cards/result.ts'
import { shareCard } from './cards/share.ts'
import type { Turn } from './conversation.ts'
import { digress } from './proceed.ts'
import { activeOf, type Context, turn } from './state.ts'

/** More posts than these nobody takes back. */
const MAX_SHARES = 20

/** Asks how much others may see; where they see everything anyway, or there is nothing to see, says so. */
export function askToShare(context: Context): Turn {
  if (context.by !== null) return digress(context, [lineCard(LINES.sharedAnyway)])
  if (context.conversation.undo.length === 0 && !activeOf(context).concluded)
    return digress(context, [lineCard(LINES.nothingToShare)])
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
  const back = choices(buttonsAt(context.conversation.step).choice('unshare', [id], LABELS.takeBack))
  const parts = post.parts.filter(({ kind }) => kind !== 'choices')
  const shares = [...context.conversation.shares, id].slice(-MAX_SHARES)
  const shared = { ...context, conversation: { ...context.conversation, shares } }
  const cards = [{ ...post, parts: [...parts, back] }]
  const said = lineCard(LINES.shared)
  return { ...digress(shared, [said]), effects: [{ kind: 'share', cards }] }
}

/** Only whoever shared it may take it back: the id of the post is known to their conversation alone. */
export function unshare(context: Context, { args: [id = ''] }: Action): Turn {
  const { conversation } = context
  if (!conversation.shares.includes(id)) {
    return turn(conversation, [noticeCard('info', LINES.notYours)])
  }
  const shares = conversation.shares.filter((other) => other !== id)
  return turn({ ...conversation, shares }, [lineCard(LINES.unshared)], [{ kind: 'unshare' }])
}

/** The same requirements without a word of the client. */
function withoutWords({ levels, needs, kind, ...others }: Requirements): Requirements {
  const silent = <T extends LevelRequirement | NeedRequirement>(
    entries: Record<string, T>,
  ): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).map(([id, { words: _, ...entry }]) => [id, entry as T]))
  return { ...others, levels: silent(levels), needs: silent(needs), kind: kind && { id: kind.id } }
}
