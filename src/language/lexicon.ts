import { type Catalogue, neighbourId } from '../knowledge/catalogue.ts'
import { type Element, expand } from '../knowledge/pattern.ts'
import { LEVELS, type Level } from '../knowledge/schema/levels.ts'
import { stemOf, tokenise } from '../knowledge/text.ts'
import { createPhraseTree, type PhraseTree } from './phrase-tree.ts'
import { TONGUES } from './tongue.ts'

/** What a phrase means. One list for everything, so that a text is searched once. */
export type PhraseMeaning =
  | { kind: 'alternative'; id: string; name: string; guarded: boolean; entry: boolean }
  | { kind: 'stranger'; name: string; what: string; guarded: boolean }
  | { kind: 'level'; criterion: string; level: Level }
  | { kind: 'answer'; criterion: string; level: Level }
  | { kind: 'asked'; criterion: string; index: number }
  | { kind: 'cue'; criterion: string }
  | { kind: 'need'; id: string }
  | { kind: 'mention'; id: string }
  | { kind: 'project'; id: string }
  | { kind: 'circumstance'; id: string }
  | { kind: 'runtime' }
  | { kind: 'topic'; id: string }
  | { kind: 'term'; index: number }
  | { kind: 'type'; id: string }
  | { kind: 'field' }
  /** A wording of phrases/<file>.yaml. */
  | { kind: 'wording'; file: string; meaning: string }

export interface Lexicon {
  tree: PhraseTree<PhraseMeaning>
  /** Words that may be the target of a correction. */
  vocabulary: ReadonlySet<string>
  /** Stems of the same words: an inflected form is known too. */
  stems: ReadonlySet<string>
  /** Those of them that speak of the field; the others, of asking, wishing and grading, stand in any talk. */
  fieldStems: ReadonlySet<string>
}

/** Collects every phrase and name of the knowledge into one tree. */
export function createLexicon(catalogue: Catalogue): Lexicon {
  const builder = createBuilder()
  addNames(catalogue, builder)
  addCriteria(catalogue, builder)
  addLists(catalogue, builder)
  for (const [file, { meanings }] of Object.entries(catalogue.phrases)) {
    if (file === TONGUES) continue
    for (const [meaning, phrases] of Object.entries(meanings)) {
      builder.phrases(phrases, { kind: 'wording', file, meaning })
    }
  }
  return builder.lexicon
}

const OF_THE_FIELD: ReadonlySet<PhraseMeaning['kind']> = new Set([
  'need',
  'mention',
  'project',
  'circumstance',
  'runtime',
  'topic',
  'term',
  'type',
  'field',
])

interface Builder {
  lexicon: Lexicon
  phrases(phrases: readonly string[], meaning: PhraseMeaning): void
  names(names: readonly string[], meaning: PhraseMeaning): void
}

function createBuilder(): Builder {
  const tree = createPhraseTree<PhraseMeaning>()
  const vocabulary = new Set<string>()
  const stems = new Set<string>()
  const fieldStems = new Set<string>()
  const add = (sequence: readonly Element[], meaning: PhraseMeaning): void => {
    tree.add(sequence, meaning)
    for (const element of sequence) {
      if (element.kind !== 'stem' && element.kind !== 'exact') continue
      vocabulary.add(element.norm)
      const stem = stemOf(element.norm)
      if (element.kind === 'stem') stems.add(stem)
      if (OF_THE_FIELD.has(meaning.kind)) fieldStems.add(stem)
    }
  }
  return {
    lexicon: { tree, vocabulary, stems, fieldStems },
    phrases(phrases, meaning) {
      for (const phrase of phrases) for (const sequence of expand(phrase)) add(sequence, meaning)
    },
    // Names match letter by letter: the stem of a name would also match ordinary words.
    names(names, meaning) {
      for (const name of names) {
        const sequence = tokenise(name).map((token): Element => ({ kind: 'exact', norm: token.norm }))
        if (sequence.length === 1) add(sequence, meaning)
        // Longer ones list how people misspell ordinary words too, which does not make these words known.
        else if (sequence.length > 1) tree.add(sequence, meaning)
      }
    },
  }
}

function addNames(catalogue: Catalogue, builder: Builder): void {
  for (const { id, name, aliases, guarded } of catalogue.alternatives) {
    for (const word of new Set([id, name, ...aliases])) {
      const isGuarded = guarded.includes(word.toLowerCase())
      builder.names([word], { kind: 'alternative', id, name, guarded: isGuarded, entry: true })
    }
  }
  for (const neighbour of catalogue.neighbours) {
    const { name, aliases, guarded, field, what } = neighbour
    // Misspelt aliases of a guarded name are no ordinary words, so only its proper name needs the guard.
    for (const [index, word] of [name, ...aliases].entries()) {
      const isGuarded = guarded && index === 0
      const meaning: PhraseMeaning =
        field === 'same'
          ? { kind: 'alternative', id: neighbourId(neighbour), name, guarded: isGuarded, entry: false }
          : { kind: 'stranger', name, what, guarded }
      builder.names([word], meaning)
    }
  }
}

function addCriteria(catalogue: Catalogue, builder: Builder): void {
  for (const { id: criterion, levels, cues, yes_no: yesNo } of catalogue.criteria) {
    for (const level of LEVELS) {
      builder.phrases(levels[level].phrases, { kind: 'level', criterion, level })
      builder.phrases(levels[level].answers, { kind: 'answer', criterion, level })
    }
    builder.phrases(cues, { kind: 'cue', criterion })
    for (const [index, { asked }] of yesNo.entries())
      builder.phrases(asked, { kind: 'asked', criterion, index })
  }
}

function addLists(catalogue: Catalogue, builder: Builder): void {
  for (const { id, phrases, mention } of catalogue.capabilities) {
    builder.phrases(phrases, { kind: 'need', id })
    builder.phrases(mention, { kind: 'mention', id })
  }
  for (const { id, phrases } of catalogue.kinds) builder.phrases(phrases, { kind: 'project', id })
  for (const { id, phrases } of catalogue.context) builder.phrases(phrases, { kind: 'circumstance', id })
  builder.phrases(catalogue.domain.runtime?.phrases ?? [], { kind: 'runtime' })
  for (const { id, phrases } of catalogue.topics) builder.phrases(phrases, { kind: 'topic', id })
  for (const [index, { aliases }] of catalogue.glossary.entries())
    builder.phrases(aliases, { kind: 'term', index })
  for (const { id, aliases } of catalogue.guide.types) builder.phrases(aliases, { kind: 'type', id })
  builder.phrases(catalogue.domain.field_words, { kind: 'field' })
}
