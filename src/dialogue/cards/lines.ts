import { card, notice, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import type { Command } from '../commands.ts'

/** A card that is one line, marked text. */
export const lineCard = (words: string): Card => card(null, text(words))

/** A card that is one line to be noticed, marked text. */
export const noticeCard = (tone: 'info' | 'warning', words: string): Card => card(null, notice(tone, words))

/** Names in what follows are marked text already. */
export const LINES = {
  // What arrived
  nothingToRead: 'Nothing arrived that I can read.',
  noSuchOption: (number: number) => `There is no option ${number} on the last card.`,
  cut: 'That was very long: I read the first 12,000 characters.',
  alreadyKnown: 'I had that already, so nothing changes.',
  lateButton: 'That button belongs to an earlier card and no longer fits. This is where we are:',

  // Decisions
  nothingChanges: 'All right, nothing changes.',
  allRight: 'All right. Ask whenever something is unclear.',
  dropped: 'Dropped; your answers are as they were.',
  erased: 'Everything about you is deleted. Say "start" to begin anew.',
  notErased: 'Nothing was deleted.',
  whyConfirm:
    'What must be rules out whatever lacks it; what is only wanted costs points and rules out nothing.',

  // The course of the questions
  stopped: 'Stopped. Your answers are kept: say "start" to go on, "result" for the advice.',
  notBegun: 'All right. Say "start" whenever you like.',
  nothingToTakeBack: 'There is nothing to take back yet.',
  nothingToSkip: 'There is no question to skip right now.',
  leftOut: (names: string) => `I leave that out and will not ask: ${names}.`,

  // Commands that need more
  whatToAsk: 'What would you like to know? Type your question.',
  whatToSearch: 'What shall I look for? Say "search" and some words.',
  whatToCompare: (noun: string, names: string) => `Name two ${noun} to compare. I know ${names}.`,
  whatToSuppose: (example: string) => `Say what would be different, such as "what if ${example} is a must".`,
  nothingElse: 'There is nothing else to compare with.',

  // Projects and their names
  named: (name: string) => `This project is called ${name} now.`,
  copied: (name: string) => `${name} is kept as it was; this is a copy with the change.`,
  duplicated: (name: string) => `${name} is kept as it was; from here on this is a copy.`,
  nothingToCopy: 'There is nothing to copy yet. Tell me about the project first.',
  nothingToPair: 'There are no two projects to compare yet.',
  twoPlease: 'Tick exactly two of them.',
  unnamed: 'Project without a name',
  opened: (name: string, day: string) => `This is ${name} again, last spoken of on ${day}.`,
  yesterday: 'Yesterday',
  weekday: (day: string) => `Last ${day}`,
  date: (day: string) => `On ${day}`,
  wereAt: (step: number, of: number, project: string) =>
    `we were at question ${step} of at most ${of}${project}.`,
  recommended: (name: string, project: string) => `I recommended ${name}${project}.`,
  nothingLeft: (project: string) => `nothing was left to recommend${project}.`,
  about: (name: string) => ` for ${name}`,

  // Documents and sharing
  nothingToWrite: 'There is nothing to write down yet. Tell me about the project first.',
  nothingToShare: 'There is no recommendation to share yet. Tell me about the project first.',
  sharedAnyway: 'Everyone here can read along already. Say "result" to show it again.',
  shared:
    'Shared. The button below the post takes it back; with the other one a colleague goes on with a copy.',
  adopted: 'This is a copy of your own: what you change, only you see. You find it among your projects.',
  adoptedBefore: 'You have your own copy of this already: say "history" to open it.',
  copyGone: 'This cannot be gone on with any more: whoever shared it took it back, or deleted it.',
  notYours: 'Only the one who shared this can take it back, and only once.',
  unshared: 'Taken back. Others no longer see it.',

  // Engineers
  handedOff: (company: string) =>
    `Passed on to ${company}. An engineer gets in touch with you, and I tell you as soon as somebody has taken it.`,
  notHandedOff: 'All right, nothing was passed on.',
  taken: (who: string | null) =>
    `${who ?? 'An engineer'} has taken your request and will get in touch with you.`,
  mine: (who: string | null) => `${who ?? 'You'} took it; whoever asked is told so.`,
  takenBefore: 'Somebody else has taken this already, or whoever asked has deleted it.',

  // Everyone for themselves
  eachElsewhere:
    'That needs several people, and here only you can speak. In a thread on Slack or Discord, mention me and say "each for ourselves": everyone answers the questions there, and I show where you differ.',
  tooMany: (most: number) => `More than ${most} people cannot answer here.`,
  settledBefore: 'That point is settled already.',

  // What was chosen
  outcomeNoted: 'Thank you, that is noted. I do not ask again about this one.',
  outcomeKnown: 'I have noted that already.',
  neverAsked: 'All right, I never ask that again.',

  // What is counted
  notForYou:
    'What is counted is for whoever runs me. If that is you, put your id on the list of operators (OPERATORS_SLACK or OPERATORS_DISCORD).',
  notHere: 'I tell that only where nobody else reads along: in a direct message.',

  // Feedback
  nothingToRate: 'Ask me something first, then tell me what you think of the answer.',
  thanks: 'Thank you. That helps to see what is good as it is.',
  remarked: 'Thank you. It goes to whoever keeps what I know, without anything else you said.',
  notRemarked: 'All right, no remark.',

  // Snapshots
  otherVersion: 'Your saved conversation comes from another version of this program, so we begin anew.',
  knowledgeChanged: (names: string) => `What I know has changed. No longer asked or considered: ${names}.`,
} as const

/** Words on buttons that stand on several cards. */
export const LABELS = {
  backToResult: 'Back to the result',
  changeAnswer: 'Change an answer',
  engineer: 'Talk to an engineer',
  feedback: 'Was this useful?',
  brief: 'Client brief',
  share: 'Share',
  showResult: 'Show the result',
  resultNow: 'Show me the result now',
  correct: 'Correct something',
  goOn: 'Go on',
  another: 'Another project',
  notSure: 'Not sure',
  takeBack: 'Take it back',
  exportAll: 'Export all of it',
  duplicate: 'Copy the present one',
  compareViews: 'Compare our answers',
  goOnOwn: 'Continue as my own',
  whyNot: (name: string) => `Why not ${name}?`,
  askMe: (questions: number) => `Ask me ${questions} questions`,
} as const

/** What is said to small talk; the names are meanings of phrases/smalltalk.yaml and phrases/unsafe.yaml. */
export const SMALL_TALK: Record<string, (field: Field) => string> = {
  greeting: ({ greeting }) => `Hello. ${greeting}`,
  thanks: () => 'You are welcome. Ask me whenever another question comes up.',
  goodbye: () => 'Goodbye. I keep your answers, so you can go on later.',
  who_are_you: ({ subject }) =>
    `I am pyframe, a program that helps people choose ${subject}. No language model is behind me: the same answers always give the same advice, and every claim has a source.`,
  are_you_human: () => 'No, I am a program. If you want to talk to a person, say "engineer".',
  how_are_you: () => 'Ready when you are. What are you planning?',
  what_can_you_do: ({ subject, noun, questions }) =>
    `I help you choose ${subject}: paste a brief or answer ${questions} questions and I recommend one with reasons and sources. I also answer questions about each ${noun} and compare them.`,
  got_it: () => 'Good. Ask whenever something is unclear.',
  may_i_ask: () => 'Go ahead, there is no hurry.',
  joke: () => 'I am better at choices than at jokes. What are you planning?',
  abuse: () => 'Sorry that I was no help. Tell me what is missing, or say "engineer" to talk to a person.',
  injection: ({ subject }) =>
    `My advice follows from your requirements only, so I cannot be told what to say. Ask me about choosing ${subject}.`,
}

/** The words of the field that small talk uses. */
export interface Field {
  greeting: string
  subject: string
  noun: string
  questions: number
}

/** For a command given where no conversation runs: what it would do. */
export const commandLine = (command: Command | undefined): string =>
  command === undefined
    ? 'That is said inside a conversation; start one with "start".'
    : `In a conversation, "${command.id}" does this: ${command.help}.`
