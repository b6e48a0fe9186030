import type { Catalogue } from '../knowledge/catalogue.ts'
import { type Element, expand } from '../knowledge/pattern.ts'
import type { TopicEntry } from '../knowledge/schema/lists.ts'
import { STOP_WORDS } from '../knowledge/stop-words.ts'
import { stemOf, type Token } from '../knowledge/text.ts'
import { createLearner, type Judged, type Learner, type NaiveBayes, type Sign } from './naive-bayes.ts'
import type { Range } from './phrase-tree.ts'
import { longest, type Reader, type Reading } from './reading.ts'
import { findTopics } from './topics.ts'

/** Judges what a question that names an alternative is about; it learns at the first one, or before, bit by bit. */
export interface TopicModel extends Pick<Learner, 'learn'> {
  /**
   * The topic that is meant; null when neither a phrase nor a word tells.
   *
   * @param names where names stand: which one it is tells nothing about the topic
   * @param topics those whose phrases occur, the one that rules take first
   */
  meant(tokens: readonly Token[], names: readonly Range[], topics: readonly string[]): string | null
  /** The three likeliest by all that was learned, for whoever mends a misreading. */
  judge(tokens: readonly Token[], names: readonly Range[], topics: readonly string[]): Judged[]
}

/**
 * Learns from the questions that the knowledge answers: from their words, and from the topics whose phrases occur in
 * them, so that it knows which of these mislead. What no phrase fits still has words that others were asked in.
 */
export function createTopicModel(catalogue: Catalogue, read: Reader): TopicModel {
  const learner = createLearner(textsIn(catalogue, read))
  const usual = catalogue.topics.find(isUsual)?.id
  return {
    learn: learner.learn,
    judge: (tokens, names, topics) =>
      learner
        .finish()
        .judge(signsOf(wordsIn(tokens, names), topics))
        .slice(0, SHOWN),
    meant(tokens, names, topics) {
      const signs = signsOf(wordsIn(tokens, names), topics)
      const [named] = topics
      if (named !== undefined) return corrected(learner.finish(), signs, named)
      return surely(learner.finish(), signs.filter(saysSomething), usual)
    },
  }
}

const SHOWN = 3

/** What an alternative can be asked about. */
const isAskable = ({ section, capability }: TopicEntry): boolean => (section ?? capability) !== undefined

const isUsual = ({ intents }: TopicEntry): boolean => intents.includes('about')

/** The topic that rules take, unless another one is likelier by far. */
function corrected(model: NaiveBayes, signs: readonly Sign[], named: string): string {
  const judged = model.judge(signs)
  const [best] = judged
  const of = judged.find(({ label }) => label === named)
  return best && of && best.score - of.score >= CORRECTING ? best.label : named
}

/** Rules are right more often than words alone: chosen so that what they get right stays so. */
const CORRECTING = 8

/** So much likelier it has to be than the next where only words tell, and than the topic of whoever asks for nothing. */
const LEAD = 1
const LEAD_OF_USUAL = 2

function surely(model: NaiveBayes, signs: readonly Sign[], usual: string | undefined): string | null {
  const judged = model.judge(signs)
  const [best, second] = judged
  const nothing = judged.find(({ label }) => label === usual)
  if (!best || best.score - (second?.score ?? 0) < LEAD) return null
  return nothing && best.score - nothing.score < LEAD_OF_USUAL ? null : best.label
}

interface Learned {
  label: string
  signs: Sign[]
}

/** One after the other: all of them together take as much memory as everything else that is known. */
function* textsIn(catalogue: Catalogue, read: Reader): Generator<Learned> {
  yield* questionsIn(catalogue, read)
  yield* phrasesIn(catalogue)
}

const questionsIn = (catalogue: Catalogue, read: Reader): Iterable<Learned> =>
  catalogue.alternatives
    .values()
    .flatMap(({ questions }) => questions)
    .flatMap(({ q, topic }) =>
      q.values().map((wording) => ({ label: topic, signs: signsOfReading(catalogue, read(wording, true)) })),
    )

/** Of a phrase with many forms the first tell enough. */
const FORMS = 6

const phrasesIn = ({ topics }: Catalogue): Iterable<Learned> =>
  topics
    .values()
    .filter(isAskable)
    .flatMap(({ id, phrases }) =>
      phrases
        .values()
        .flatMap((phrase) => expand(phrase).slice(0, FORMS))
        .map((form) => ({ label: id, signs: signsOf(form.flatMap(wordOf), [id]) })),
    )

function signsOfReading(catalogue: Catalogue, reading: Reading): Sign[] {
  const names = longest<unknown>([...reading.of('alternative'), ...reading.of('stranger')])
  const topics = findTopics(catalogue, reading, names).map(({ id }) => id)
  return signsOf(wordsIn(reading.tokens, names), topics)
}

const NUMBER = '#'
const NAME = '@'

function wordOf(element: Element): string[] {
  if (element.kind === 'gap') return []
  return [element.kind === 'number' ? NUMBER : element.kind === 'stem' ? element.stem : element.norm]
}

/** The stems of a text between a mark for its beginning and one for its end; every name is the same word. */
function wordsIn(tokens: readonly Token[], names: readonly Range[]): string[] {
  const words = tokens.flatMap(({ norm, stem }, at) => {
    const name = names.find(({ from, to }) => from <= at && at < to)
    if (name) return name.from === at ? [NAME] : []
    return [/^\d/.test(norm) ? NUMBER : stem]
  })
  return ['^', ...words, '$']
}

/** Words near each other tell part of it again; the topic that rules take first tells most. */
const WEIGHTS = { word: 1, near: 0.5, first: 3, named: 1 }

function signsOf(words: readonly string[], topics: readonly string[]): Sign[] {
  const near = words.flatMap((word, at) => {
    const [next, after] = [words[at + 1], words[at + 2]]
    if (next === undefined) return []
    return after === undefined
      ? [[word, next]]
      : [
          [word, next],
          [word, '*', after],
          [word, next, after],
        ]
  })
  return [
    ...words.map((word) => ({ key: word, weight: WEIGHTS.word })),
    ...near.map((group) => ({ key: group.join(' '), weight: WEIGHTS.near })),
    ...topics.slice(0, 1).map((topic) => ({ key: `first: ${topic}`, weight: WEIGHTS.first })),
    ...topics.map((topic) => ({ key: `named: ${topic}`, weight: WEIGHTS.named })),
  ]
}

const SAYING_NOTHING: ReadonlySet<string> = new Set([
  ...[...STOP_WORDS].map(stemOf),
  '^',
  '$',
  '*',
  NAME,
  NUMBER,
])

/** True for signs with a word that says what the question is about. */
const saysSomething = ({ key }: Sign): boolean => key.split(' ').some((word) => !SAYING_NOTHING.has(word))
