import type { Whole } from '../language/whole.ts'
import { type Answer, answerOf } from './answer/answer.ts'
import { commandLine, type Field, SMALL_TALK } from './cards/lines.ts'
import { COMMANDS } from './commands.ts'
import type { Consultant } from './consultant.ts'

/** What to say to small talk, abuse and attempts to instruct the bot; none of them changes anything. */
export function replyToWhole(consultant: Consultant, { file, meaning }: Whole): Answer {
  switch (file) {
    case 'unsafe':
      return answerOf(spoken(consultant, meaning), { sureness: 'nothing' })
    case 'smalltalk':
      return answerOf(spoken(consultant, meaning))
    case 'commands':
      return answerOf(commandLine(COMMANDS.find(({ id }) => id === meaning)))
    default:
      return file satisfies never
  }
}

/** The reply to one meaning; what the program can do, for one that has none. */
const spoken = (consultant: Consultant, meaning: string): string =>
  (SMALL_TALK[meaning] ?? SMALL_TALK.what_can_you_do)?.(fieldOf(consultant)) ?? ''

const fieldOf = ({ catalogue: { domain, criteria } }: Consultant): Field => ({
  greeting: domain.greeting,
  subject: domain.subject,
  noun: domain.noun.one,
  questions: criteria.length,
})
