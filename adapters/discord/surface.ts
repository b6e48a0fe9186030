import { ApplicationIntegrationType, GatewayIntentBits, InteractionContextType } from 'discord.js'

/*
 * What the app is to Discord. The one list of these in the code; `docs/discord.md` says the same to people.
 */

export const COMMAND = 'pyframe'

/** The subcommand that opens the whole form instead of asking one question after the other. */
export const FORM_COMMAND = 'form'

/** The entry in the menu of a message. */
export const MESSAGE_COMMAND = 'Consult on this message'

/** Added to servers, and by people for themselves; in servers, with the bot, and between people. */
export const INTEGRATION_TYPES = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
]
export const CONTEXTS = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]

/** What the gateway sends us; none of these is privileged, and messages come without content unless they are for us. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const
