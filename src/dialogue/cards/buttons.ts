import type { Choice } from '../../card/card.ts'
import { encodeAction, type Verb } from '../actions.ts'
import type { CommandId } from '../commands.ts'

/** Makes the buttons of one card: all carry the step the card was made in. */
export interface Buttons {
  choice(verb: Verb, args: readonly string[], label: string, more?: Partial<Choice>): Choice
  command(command: CommandId, label: string, argument?: string): Choice
  quiet(verb: Verb, args: readonly string[], label: string): Choice
  /** The action alone, for checklists and forms. */
  action(verb: Verb, args: readonly string[]): string
}

export function buttonsAt(step: number): Buttons {
  const choice: Buttons['choice'] = (verb, args, label, more = {}) => ({
    action: encodeAction(verb, args, step),
    label,
    ...more,
  })
  return {
    choice,
    command: (command, label, argument) =>
      choice('command', argument === undefined ? [command] : [command, argument], label, { quiet: true }),
    quiet: (verb, args, label) => choice(verb, args, label, { quiet: true }),
    action: (verb, args) => encodeAction(verb, args, step),
  }
}
