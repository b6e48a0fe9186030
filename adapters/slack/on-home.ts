import { conversationAt } from './address.ts'
import { refusalOf } from './failures.ts'
import type { Front } from './front.ts'
import { homeView } from './home.ts'
import { type Origin, originOf } from './origin.ts'
import { PROMPTS } from './surface.ts'

/** What is read of an `app_home_opened` event. */
export interface HomeOpened {
  user: string
  channel: string
  tab?: 'home' | 'messages'
  view?: { hash?: string }
}

/** Somebody looks at the app: at its Home, or at the Messages tab. */
export async function onHomeOpened(front: Front, event: HomeOpened, body: unknown): Promise<void> {
  const origin = originOf(body, event.user)
  if (event.tab === 'messages') return suggestPrompts(front, origin, event.channel)
  await publishHome(front, origin, event.view?.hash)
}

/** @param hash of the Home that is shown, so that an older one never replaces a newer */
export async function publishHome(
  { desk, workspaces, log }: Front,
  origin: Origin,
  hash: string | undefined,
): Promise<void> {
  const place = { kind: 'direct', channel: null, thread: null } as const
  const view = homeView(await desk.home(conversationAt({ ...origin, place })))
  const { client } = await workspaces.at(origin)
  try {
    await client.views.publish({ user_id: origin.user, view, ...(hash !== undefined && { hash }) })
  } catch (error) {
    if (refusalOf(error) !== 'hash_conflict') throw error
    log.debug({}, 'a newer Home is shown already')
  }
}

/** The agent surface is not part of every plan: without it everything else works. */
async function suggestPrompts({ workspaces, log }: Front, origin: Origin, channel: string): Promise<void> {
  const { client } = await workspaces.at(origin)
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: 'Tell me about the project, or begin here',
      prompts: [...PROMPTS],
    })
  } catch (error) {
    const reason = refusalOf(error)
    if (reason === null) throw error
    log.debug({ reason }, 'no suggested prompts here')
  }
}
