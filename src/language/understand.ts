import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Intent } from '../knowledge/schema/lists.ts'
import { type UnderstoodAnswer, understandAnswer } from './answer.ts'
import { type Findings, findRequirements, isEmpty } from './findings.ts'
import { asksSomething, findIntent, findWhole, type Whole } from './intent.ts'
import { findNames, type Mention, type Stranger } from './names.ts'
import { createReader, type Reading } from './reading.ts'
import { findTopic } from './topics.ts'

/** What a text means, whatever the conversation. */
export interface Understood {
  /** The text as it was read: cleaned of what cannot be seen. */
  text: string
  /** True when it was too long and its end was not read. */
  cut: boolean
  words: number
  /** Words with their spelling corrected, without the names of alternatives: what to search for. */
  content: string[]
  intent: Intent
  /** What the question is about; null when no topic is named. */
  topic: string | null
  /** False when the text names no topic and the usual one for its intent was taken. */
  topicNamed: boolean
  alternatives: Mention[]
  strangers: Stranger[]
  whole: Whole | null
  /** The text as a plain yes or no; null when it is neither. */
  reply: 'yes' | 'no' | null
  /** A beginning that makes the rest the argument of a command, such as "what if". */
  opener: { command: string; rest: string } | null
  /** True when it asks something. */
  question: boolean
  findings: Findings
  /** Glossary entries named, by index. */
  terms: number[]
  /** Types of alternative named. */
  types: string[]
  /** Criteria named. */
  criteria: string[]
  /** Which of phrases/intents.yaml occur. */
  cues: ReadonlySet<string>
  /** Which of phrases/signals.yaml occur. */
  signals: ReadonlySet<string>
}

/** Turns texts into meaning against one knowledge base; the same text always gives the same meaning. */
export interface Language {
  /** @param now dates are counted from here; null = dates are not read */
  understand(text: string, now: Date | null): Understood
  answer(criterion: string, text: string, asked: string | null, now: Date | null): UnderstoodAnswer
}

export function createLanguage(catalogue: Catalogue): Language {
  const read = createReader(catalogue)
  return {
    understand(text, now) {
      const reading = read(text)
      const names = findNames(reading)
      const topic = findTopic(catalogue, reading)
      const findings = findRequirements(catalogue, reading, now)
      const whole = findWhole(reading)
      const describes = !isEmpty(findings)
      const intent = findIntent({
        reading,
        names,
        whole,
        describes,
        topic: topic === null ? undefined : catalogue.topic(topic),
      })
      return {
        text: reading.text,
        cut: reading.cut,
        words: reading.tokens.length,
        content: contentOf(reading, names.alternatives),
        intent,
        topicNamed: topic !== null,
        topic: WITHOUT_TOPIC.has(intent) ? null : (topic ?? fallbackTopic(catalogue, intent)),
        ...names,
        whole,
        reply: replyOf(reading),
        opener: openerOf(reading),
        question: asksSomething(reading),
        findings,
        terms: unique(reading.of('term').map((match) => match.meaning.index)),
        types: unique(reading.of('type').map((match) => match.meaning.id)),
        criteria: unique(reading.of('cue').map((match) => match.meaning.criterion)),
        cues: wordings(reading, 'intents'),
        signals: wordings(reading, 'signals'),
      }
    },
    answer(id, text, asked, now) {
      const criterion = catalogue.criterion(id)
      if (!criterion) return { level: null, needs: [] }
      return understandAnswer(catalogue, criterion, read(text), asked === null ? null : read(asked), now)
    },
  }
}

/** What is not about the decision has no topic, whatever words it uses. */
const WITHOUT_TOPIC: ReadonlySet<Intent> = new Set(['out_of_scope', 'control', 'smalltalk'])

const fallbackTopic = (catalogue: Catalogue, intent: Intent): string | null =>
  catalogue.topics.find((topic) => topic.intents.includes(intent))?.id ?? null

const MAX_REPLY_WORDS = 6

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const wordings = (reading: Reading, file: string): Set<string> =>
  new Set(
    reading
      .of('wording')
      .filter((match) => match.meaning.file === file)
      .map((match) => match.meaning.meaning),
  )

const contentOf = (reading: Reading, names: readonly { from: number; to: number }[]): string[] =>
  reading.tokens
    .filter((_, at) => !names.some((name) => name.from <= at && at < name.to))
    .map((token) => token.norm)

/** A yes or no among the first words of a short text. */
function replyOf(reading: Reading): Understood['reply'] {
  const at = (meaning: 'yes' | 'no'): number =>
    reading.wording('replies', meaning)[0]?.from ?? Number.POSITIVE_INFINITY
  const yes = at('yes')
  const no = at('no')
  if (reading.tokens.length > MAX_REPLY_WORDS || Math.min(yes, no) > 1) return null
  return no <= yes ? 'no' : 'yes'
}

function openerOf(reading: Reading): Understood['opener'] {
  const [match] = reading
    .of('wording')
    .filter(({ meaning, from }) => meaning.file === 'openers' && from === 0)
    .toSorted((a, b) => b.to - a.to)
  const rest = match ? reading.quote(match.to, reading.tokens.length) : ''
  return match && rest !== '' ? { command: match.meaning.meaning, rest } : null
}
