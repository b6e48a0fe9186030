import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'

/** Discord's number for why it refused a call; null when it was no refusal. */
const refusalOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null

const oneOf =
  (...codes: readonly RESTJSONErrorCodes[]) =>
  (error: unknown): boolean =>
    codes.some((code) => code === refusalOf(error))

/** Whether the same words might be taken when they are drawn in another way. */
export const isDrawingRefused = oneOf(
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.RequestEntityTooLarge,
)

/** Whether something about a place is not allowed; perhaps only files are. */
export const isForbidden = oneOf(RESTJSONErrorCodes.MissingPermissions)

/** Whether nothing can ever be written there. */
export const isShutOut = oneOf(
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
)

/** Whether an interaction takes no answer any more, so that another way must be found. */
export const isHookSpent = oneOf(
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
)

/** Whether a message is gone already. */
export const isGone = oneOf(RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel)

/** Codes of connections that were never made: nothing can have arrived. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** Whether a message may have arrived although the call failed: no answer came, or one that says nothing. */
export function isUncertain(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof RateLimitError) return false
  if (error instanceof HTTPError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof Error && !NEVER_SENT.includes(code)
}

/** HTTP status of a call that was answered; null when none came. */
export const statusOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null
