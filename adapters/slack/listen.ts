import type { App, BlockAction, GlobalShortcut, MessageShortcut, ViewSubmitAction } from '@slack/bolt'
import { AuthorizationError } from '@slack/bolt'
import { failureFields, type Log } from '../../src/log.ts'
import { createUnderWay } from '../shared/under-way.ts'
import {
  eventOfCommand,
  eventOfPress,
  eventOfRefused,
  eventOfShortcut,
  eventOfTold,
  eventOfView,
} from './event.ts'
import type { Front } from './front.ts'
import { removeInstallation } from './installations.ts'
import { MODALS } from './modal.ts'
import { onCommand } from './on-command.ts'
import { type HomeOpened, onHomeOpened } from './on-home.ts'
import { onMention, onMessage, type Said } from './on-message.ts'
import { onPress } from './on-press.ts'
import { onGlobalShortcut, onMessageShortcut } from './on-shortcut.ts'
import { onSubmit } from './on-submit.ts'
import { originOf } from './origin.ts'
import { PHRASES } from './phrases.ts'
import { respond } from './respond.ts'
import { COMMAND, SHORTCUTS } from './surface.ts'

/**
 * Listens to everything `surface.ts` names. Each listener acknowledges first and works then.
 *
 * @returns resolves when what has come in so far is done
 */
export function listen(app: App, front: Front): () => Promise<void> {
  const { during, settled } = createUnderWay(front.log)

  app.command(COMMAND, (args) => during(eventOfCommand(args.body), () => onCommand(front, args)))
  app.action<BlockAction>({ type: 'block_actions' }, (args) =>
    during(eventOfPress(args.body), () => onPress(front, args)),
  )
  for (const id of Object.values(MODALS))
    app.view<ViewSubmitAction>({ callback_id: id, type: 'view_submission' }, (args) =>
      during(eventOfView(args.view), () => onSubmit(front, args)),
    )
  app.shortcut<MessageShortcut>({ callback_id: SHORTCUTS.message, type: 'message_action' }, (args) =>
    during(eventOfShortcut(args.body), () => onMessageShortcut(front, args)),
  )
  app.shortcut<GlobalShortcut>({ callback_id: SHORTCUTS.global, type: 'shortcut' }, (args) =>
    during(eventOfShortcut(args.body), () => onGlobalShortcut(front, args)),
  )
  app.event('message', ({ event, body }) =>
    during(eventOfTold(body, event as Said), () => onMessage(front, event as Said, body)),
  )
  app.event('app_mention', ({ event, body, context }) =>
    during(eventOfTold(body, event), () => onMention(front, event as Said, body, context.botUserId ?? null)),
  )
  app.event('app_home_opened', ({ event, body }) =>
    during(eventOfTold(body), () => onHomeOpened(front, event as HomeOpened, body)),
  )
  app.event('app_uninstalled', ({ body }) => during(eventOfTold(body), () => forget(front, body)))
  app.event('tokens_revoked', ({ event, body }) =>
    during(eventOfTold(body), async () => {
      if (event.tokens.bot?.length) await forget(front, body)
    }),
  )
  const onError: Parameters<App['error']>[0] = ({ error, body }) =>
    during(eventOfRefused(body), () => refused(front.log, error, body))
  app.error(onError)

  return settled
}

async function forget({ desk, log }: Front, body: unknown): Promise<void> {
  const { team, org } = originOf(body, '')
  await removeInstallation(desk.installations, team, org)
  log.info({ team, org }, 'installation removed')
}

/** Where the app is not installed (any more) nobody gets an answer but whoever can be reached by a hook. */
async function refused(log: Log, error: Error, body: object): Promise<void> {
  log.warn(failureFields(error), 'not listened to')
  const url = 'response_url' in body ? String(body.response_url) : ''
  if (!(error instanceof AuthorizationError) || url === '') return
  await respond(url, {
    response_type: 'ephemeral',
    replace_original: false,
    text: PHRASES.notInstalled,
  })
}
