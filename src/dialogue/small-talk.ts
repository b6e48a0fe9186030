import type { Whole } from '../language/intent.ts'
import { type Answer, answerOf } from './answer/answer.ts'
import { COMMANDS, isCommand } from './commands.ts'
import type { Consultant } from './consultant.ts'

/** What to say to small talk, abuse and attempts to instruct the bot; none of them changes anything. */
export function replyToWhole(consultant: Consultant, whole: Whole): Answer {
  switch (whole.file) {
    case 'unsafe':
      return answerOf((UNSAFE[whole.meaning] ?? abilities)(consultant), { sureness: 'nothing' })
    case 'smalltalk':
      return answerOf(SMALL_TALK[whole.meaning]?.(consultant) ?? abilities(consultant))
    case 'commands':
      return answerOf(commandReply(whole.meaning))
    default:
      return whole.file satisfies never
  }
}

type Speak = (consultant: Consultant) => string

const SMALL_TALK: Record<string, Speak> = {
  greeting: (consultant) => `Hello. ${consultant.catalogue.domain.greeting}`,
  thanks: () => 'You are welcome. Ask me whenever another question comes up.',
  goodbye: () => 'Goodbye. I keep your answers, so you can go on later.',
  who_are_you: (consultant) =>
    `I am pyframe, a program that helps people choose ${consultant.catalogue.domain.subject}. No language model is behind me: the same answers always give the same advice, and every claim has a source.`,
  are_you_human: () => 'No, I am a program. If you want to talk to a person, say "engineer".',
  how_are_you: () => 'Ready when you are. What are you planning?',
  what_can_you_do: (consultant) => abilities(consultant),
  got_it: () => 'Good. Ask whenever something is unclear.',
  may_i_ask: () => 'Go ahead, there is no hurry.',
  joke: () => 'I am better at choices than at jokes. What are you planning?',
}

const abilities: Speak = ({ catalogue }) => {
  const { noun, subject } = catalogue.domain
  return `I help you choose ${subject}: paste a brief or answer ${catalogue.criteria.length} questions and I recommend one with reasons and sources. I also answer questions about each ${noun.one} and compare them.`
}

const UNSAFE: Record<string, Speak> = {
  abuse: () => 'Sorry that I was no help. Tell me what is missing, or say "engineer" to talk to a person.',
  injection: ({ catalogue }) =>
    `I cannot be instructed that way; my advice follows from your requirements only. Ask me about choosing ${catalogue.domain.subject}.`,
}

/** For a command given where no conversation runs: what it would do. */
function commandReply(meaning: string): string {
  const command = isCommand(meaning) ? COMMANDS.find((entry) => entry.id === meaning) : undefined
  return command === undefined
    ? 'That is said inside a conversation; start one with "start".'
    : `In a conversation, "${command.id}" does this: ${command.help}.`
}
