import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { COMMANDS } from '../../src/desk.ts'
import { shorten } from '../shared/shorten.ts'
import { DISCORD } from './limits.ts'
import { COMMAND, CONTEXTS, FORM_COMMAND, INTEGRATION_TYPES, MESSAGE_COMMAND } from './surface.ts'

/** One thing a command takes, as its usage in the table names it. */
interface Argument {
  name: string
  /** The word that stands before it when it is typed, such as `for`; empty = none. */
  lead: string
  required: boolean
}

/** Reads a usage such as `<a> <b>`, `[criterion]` or `[for <client>] [by <author>]`. */
export function argumentsOf(usage: string): Argument[] {
  return [...usage.matchAll(/(\[)?(?:([a-z]+) )?<([a-z]+)>|\[([a-z]+)\]/g)].map(
    ([, open, lead = '', named, bare]) => ({
      name: named ?? bare ?? '',
      lead,
      required: open === undefined && bare === undefined,
    }),
  )
}

/** What was given to a command, as it would have been typed behind its name. */
export const typedText = (usage: string, given: (name: string) => string | null): string =>
  argumentsOf(usage)
    .flatMap(({ name, lead }) => {
      const value = given(name)
      return value === null ? [] : [lead === '' ? value : `${lead} ${value}`]
    })
    .join(' ')

/** Everything Discord should offer of us: the table of commands as subcommands, and the entry for messages. */
export function commandSet(): RESTPutAPIApplicationCommandsJSONBody {
  const places = { integration_types: INTEGRATION_TYPES, contexts: CONTEXTS }
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      description: 'A consultant that helps you choose, with reasons and sources',
      options: [
        ...COMMANDS.map(({ id, help, argument }) =>
          subcommand(
            id,
            help,
            argumentsOf(argument).map((each) => option(each, help)),
          ),
        ),
        subcommand(FORM_COMMAND, 'all questions at once', []),
      ],
      ...places,
    },
    { type: ApplicationCommandType.Message, name: MESSAGE_COMMAND, ...places },
  ]
}

const subcommand = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description: shorten(description, DISCORD.command.description),
  options,
})

/** Names of people and clients are nothing to complete. */
const option = ({ name, lead, required }: Argument, help: string): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: shorten(lead === '' ? help : `${lead} whom the document is`, DISCORD.command.description),
  required,
  ...(lead === '' && { autocomplete: true }),
})

/**
 * What two sets of commands are compared by: Discord sends them back with ids, versions and its defaults.
 *
 * @param commands as they are sent, or as they come back
 */
export const shapeOf = (commands: readonly object[]): string =>
  JSON.stringify(commands.map(commandShape).toSorted((a, b) => String(a.name).localeCompare(String(b.name))))

interface Shaped {
  type?: number
  name?: string
  description?: string
  options?: readonly Shaped[]
  required?: boolean
  autocomplete?: boolean
  integration_types?: readonly number[] | null
  contexts?: readonly number[] | null
}

function commandShape(command: Shaped): Record<string, unknown> {
  const { type = 1, name, description = '', options = [], required = false, autocomplete = false } = command
  const { integration_types, contexts } = command
  return {
    ...{ type, name, description, required, autocomplete },
    options: options.map(commandShape),
    integration_types: integration_types?.toSorted() ?? null,
    contexts: contexts?.toSorted() ?? null,
  }
}
