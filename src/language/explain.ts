import type { Catalogue } from '../knowledge/catalogue.ts'
import { normalise } from '../knowledge/text.ts'
import type { PhraseMeaning } from './lexicon.ts'
import type { LikenessReader } from './likeness.ts'
import { weighNames } from './names.ts'
import type { Reading } from './reading.ts'
import type { TopicModel } from './topic-model.ts'
import { findTopics } from './topics.ts'

/** Everything a text was read from. */
export interface ExplainedReading {
  /** Words that were taken for others. */
  corrections: { written: string; read: string }[]
  /** Phrases found, in the order of the text, with the place in the knowledge each belongs to. */
  phrases: { words: string; meaning: string }[]
  /** Names found, and whether each is taken for a name or for an ordinary word. */
  names: { words: string; id: string; taken: boolean }[]
  /** Topics named, the one that is meant first. */
  topics: { id: string; rank: number; words: string }[]
  /** Topics by the words of the questions that the knowledge answers, the likeliest first; none without a name. */
  learned: { id: string; score: number }[]
  /** Situations the whole text resembles, with the words that speak most for each. */
  situations: { id: string; share: number; words: string[] }[]
  /** Share of the words that say something, and something the knowledge does not know, 0 to 1. */
  foreign: number
}

/** Takes apart what a text was read from. */
export function explainReading(
  catalogue: Catalogue,
  reading: Reading,
  model: TopicModel,
  likeness: LikenessReader,
): ExplainedReading {
  const names = weighNames(reading)
  const taken = names.filter((name) => name.taken).map(({ match }) => match)
  const topics = findTopics(catalogue, reading, taken)
  const ids = [...new Set(topics.map(({ id }) => id))]
  const judged = taken.length === 0 ? [] : model.judge(reading.tokens, taken, ids)
  return {
    corrections: correctionsIn(reading),
    phrases: phrasesIn(catalogue, reading),
    names: names.map(({ match, taken: isTaken }) => ({
      words: reading.quote(match.from, match.to),
      id: match.meaning.kind === 'alternative' ? match.meaning.id : match.meaning.name,
      taken: isTaken,
    })),
    topics: topics.map(({ id, rank, from, to }) => ({ id, rank, words: reading.quote(from, to) })),
    learned: judged.map(({ label, score }) => ({ id: label, score })),
    situations: likeness.explain(reading.tokens),
    foreign: reading.foreignShare(taken),
  }
}

const correctionsIn = ({ tokens }: Reading): ExplainedReading['corrections'] =>
  tokens
    .filter(({ raw, norm }) => normalise(raw) !== norm)
    .map(({ raw, norm }) => ({ written: raw, read: norm }))

function phrasesIn(catalogue: Catalogue, reading: Reading): ExplainedReading['phrases'] {
  return reading.matches
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .flatMap(({ meaning, from, to }) => {
      const place = placeOf(catalogue, meaning)
      return place === null ? [] : [{ words: reading.quote(from, to), meaning: place }]
    })
}

/** Where in the knowledge a phrase stands; null for names, which have a list of their own. */
function placeOf(catalogue: Catalogue, meaning: PhraseMeaning): string | null {
  switch (meaning.kind) {
    case 'alternative':
    case 'stranger':
      return null
    case 'level':
    case 'answer':
      return `criteria/${meaning.criterion} ${meaning.level}`
    case 'asked':
      return `criteria/${meaning.criterion} yes_no`
    case 'cue':
      return `criteria/${meaning.criterion} cue`
    case 'need':
      return `capabilities ${meaning.id}`
    case 'mention':
      return `capabilities ${meaning.id} mention`
    case 'project':
      return `kinds ${meaning.id}`
    case 'circumstance':
      return `context ${meaning.id}`
    case 'runtime':
      return 'domain runtime'
    case 'topic':
      return `topics ${meaning.id}`
    case 'term':
      return `glossary ${catalogue.glossary[meaning.index]?.term ?? ''}`
    case 'type':
      return `guide types ${meaning.id}`
    case 'field':
      return 'domain field_words'
    case 'wording':
      return `phrases/${meaning.file} ${meaning.meaning}`
    default:
      return meaning satisfies never
  }
}
