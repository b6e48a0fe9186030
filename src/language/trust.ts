import { commonWords } from '../knowledge/words.ts'
import { FIELD_KINDS, SUBJECT_SHARE, speaksOfField } from './field.ts'
import type { PhraseMeaning } from './lexicon.ts'
import type { Match } from './phrase-tree.ts'
import { coverage, type Reading } from './reading.ts'

/* Names that are ordinary words too: where they are meant as names, and where not. */

export type NameMeaning = Extract<PhraseMeaning, { kind: 'alternative' | 'stranger' }>
export type Named = Match<NameMeaning>

/** Which names are meant as names. */
export function trustIn(reading: Reading, named: readonly Named[]): (match: Named) => boolean {
  const certain = named.some((match) => !isOrdinary(match)) || areSeveral(reading, named)
  const asked = isAsked(reading, named)
  const field = speaksOfField(reading, named)
  return (match) => {
    if (!isOrdinary(match)) return true
    // A stranger's name ("next", "express") is an ordinary word in most texts of the field.
    if (match.meaning.kind === 'stranger') return asked(match)
    if (certain || asked(match)) return true
    if (isBare(reading, match)) return true
    const familiar = reading.subjectShare(named, match.meaning.id) >= SUBJECT_SHARE
    return (field || familiar) && !isCommonNoun(reading, match)
  }
}

/** True for a single word that is an ordinary one, or a misspelling of one: "a qart of milk". */
const isOrdinary = ({ meaning, from, to }: Named): boolean =>
  to - from === 1 &&
  (meaning.guarded || (meaning.kind === 'alternative' && commonWords().has(meaning.name.toLowerCase())))

const ARTICLE = /^(a|an|the|this|that|these|some|any|every|each|my|your|his|her|one)$/

/** Words behind a noun that do not belong to it. */
const WHEN = /^(today|now|tomorrow|yesterday|tonight|again|still|please|too|here|there|anyway)$/

/** "The bottle", "a falcon": an ordinary word, unless a word of the field follows ("a falcon app"). */
function isCommonNoun(reading: Reading, { from, to, meaning }: Named): boolean {
  if (!ARTICLE.test(reading.tokens[from - 1]?.norm ?? '')) return false
  if (WHEN.test(reading.tokens[to]?.norm ?? '')) return true
  const follows = (match: { from: number }): boolean => match.from === to
  if (FIELD_KINDS.some((kind) => reading.of(kind).some(follows))) return false
  if (reading.wording('signals', 'holds').some(follows)) return false
  const allButNext = [
    { from: 0, to },
    { from: to + 1, to: reading.tokens.length },
  ]
  const id = meaning.kind === 'alternative' ? meaning.id : undefined
  return reading.subjectShare(allButNext, id) < 1
}

const LEADS_TO_NAME =
  /^(is|are|isnt|does|do|doesnt|can|cant|cannot|could|would|should|will|wont|did|has|was|run|on|with|without|than|from|about|of|for|against|in|inside|into|behind|over|to|by|like|use|using)$/
/** At most this share of what is said may be of something else. */
const FOREIGN_SHARE = 0.34

/**
 * An English noun for one thing has an article or a word before it that belongs to it; without both, right behind
 * "is", "does" or "with", it is a name: "is ... fast". Not where what follows belongs to it: "is ... season over".
 */
function isBare(reading: Reading, { from, to }: Named): boolean {
  const { tokens } = reading
  if (!LEADS_TO_NAME.test(tokens[from - 1]?.norm ?? '')) return false
  return (
    !reading.isForeign(to) && reading.foreignShare([{ from, to }]) < FOREIGN_SHARE && asksAboutOne(reading)
  )
}

const asksAboutOne = (reading: Reading): boolean =>
  reading.of('topic').length > 0 ||
  reading.of('wording').some(({ meaning }) => meaning.file === 'intents' && meaning.meaning !== 'question')

/** Two different ones, each without an article: hardly by chance. */
function areSeveral(reading: Reading, named: readonly Named[]): boolean {
  const own = named.filter(
    ({ meaning, from }) =>
      meaning.kind === 'alternative' && !ARTICLE.test(reading.tokens[from - 1]?.norm ?? ''),
  )
  return (
    new Set(own.map(({ meaning }) => meaning.name)).size > 1 && reading.foreignShare(named) < FOREIGN_SHARE
  )
}

/** Names that are all that was said, that stand beside words of asking, or between which others are joined. */
function isAsked(reading: Reading, named: readonly Named[]): (match: Named) => boolean {
  const share = coverage(reading.tokens, named)
  const asking = reading.wording('signals', 'asking')
  const joints = reading.wording('signals', 'between_names')
  const beside = (name: Named): boolean =>
    asking.some((match) => match.to === name.from || match.from === name.to)
  const joined = (name: Named): boolean =>
    joints.some(
      (joint) =>
        (joint.to === name.from && named.some((other) => other.to === joint.from)) ||
        (joint.from === name.to && named.some((other) => other.from === joint.to)),
    )
  return (name) => share >= (name.meaning.guarded ? 1 : MISSPELT_SHARE) || joined(name) || beside(name)
}

/** A misspelling that is listed is less likely to be an ordinary word: half of what was said is enough. */
const MISSPELT_SHARE = 0.5
