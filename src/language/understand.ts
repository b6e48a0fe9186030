import type { Catalogue } from '../knowledge/catalogue.ts'
import type { GeneralQuestion, Intent, TopicEntry } from '../knowledge/schema/lists.ts'
import { createWordForWord } from '../knowledge/word-for-word.ts'
import { type UnderstoodAnswer, understandAnswer } from './answer.ts'
import { type ExplainedReading, explainReading } from './explain.ts'
import { type Findings, findRequirements, isEmpty, NO_FINDINGS } from './findings.ts'
import { asksSomething, findIntent } from './intent.ts'
import { findNames, type Mention, type Stranger } from './names.ts'
import { besides, createReader, type Reading } from './reading.ts'
import { createTongueReader } from './tongue.ts'
import { findTopics } from './topics.ts'
import { findWhole, type Whole } from './whole.ts'

/** What a text means, whatever the conversation. */
export interface Understood {
  /** The text as it was read: cleaned of what cannot be seen. */
  text: string
  /** The language it is in, where it shows that it is not English. */
  tongue: string | null
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
  /** The general question of the knowledge that it is, word for word; then it says nothing of any project. */
  written: GeneralQuestion | null
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
  /** What a text was read from, for whoever mends a misreading. */
  explain(text: string): ExplainedReading
}

export function createLanguage(catalogue: Catalogue): Language {
  const read = createReader(catalogue)
  const tongueOf = createTongueReader(catalogue)
  const wordForWord = createWordForWord(catalogue)
  return {
    understand(text, now) {
      const reading = read(text)
      const names = findNames(reading)
      const [about] = findTopics(catalogue, reading, [...names.alternatives, ...names.strangers])
      const topic = about && catalogue.topic(about.id)
      const whole = findWhole(reading)
      const written = whole === null ? wordForWord(text) : null
      const findings = written ? NO_FINDINGS : findRequirements(catalogue, reading, now)
      const intent =
        written?.intent ??
        findIntent({ reading, names, whole, findings, describes: !isEmpty(findings), topic })
      // A name in talk about something else is no name of an alternative.
      const alternatives = intent === 'out_of_scope' ? [] : names.alternatives
      return {
        text: reading.text,
        tongue: tongueOf(reading.tokens),
        cut: reading.cut,
        words: reading.tokens.length,
        content: besides(reading.tokens, alternatives).map(({ norm }) => norm),
        intent,
        topicNamed: written !== null || topic !== undefined,
        topic: written?.topic ?? topicFor(catalogue, intent, topic),
        written,
        alternatives,
        strangers: names.strangers,
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
    explain: (text) => explainReading(catalogue, read(text)),
  }
}

/** What is not about the decision has no topic, whatever words it uses. */
const WITHOUT_TOPIC: ReadonlySet<Intent> = new Set(['out_of_scope', 'control', 'smalltalk'])

/** The topic of an intent: the one that was named, where it fits, else the usual one. */
function topicFor(catalogue: Catalogue, intent: Intent, named: TopicEntry | undefined): string | null {
  if (WITHOUT_TOPIC.has(intent)) return null
  // A feature that no topic is about is a question about the thing itself.
  const kind = intent === 'capability' ? 'about' : intent
  const usual = catalogue.topics.find((topic) => topic.intents.includes(kind))?.id ?? null
  // Whatever a question about the criteria speaks of, it is about how to choose; "good for" compares nothing.
  const loose = named?.rank === 0 && named.capability === undefined
  const general = intent === 'criteria' || (intent === 'compare' && loose)
  return general ? usual : (named?.id ?? usual)
}

const MAX_REPLY_WORDS = 6

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const wordings = (reading: Reading, file: string): Set<string> =>
  new Set(
    reading
      .of('wording')
      .filter((match) => match.meaning.file === file)
      .map((match) => match.meaning.meaning),
  )

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
