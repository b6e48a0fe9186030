import { messageOf } from '../errors.ts'
import type { Draft } from './draft.ts'
import { expand, keyOf } from './pattern.ts'
import type { Problem } from './problems.ts'
import type { Criterion } from './schema/criterion.ts'
import { LEVELS } from './schema/levels.ts'

interface Meaning {
  file: string
  path: string
  phrases: readonly string[]
}

/** Phrases of one purpose. */
interface Family {
  /** True: within it, one wording may have one meaning only. */
  exclusive: boolean
  meanings: Meaning[]
}

/** Phrases that do not follow the pattern language, and phrases claimed by two meanings. */
export function checkPhrases(knowledge: Draft): Problem[] {
  return [...listsOf(knowledge), ...criteriaOf(knowledge), ...filesOf(knowledge)].flatMap(checkFamily)
}

function checkFamily({ exclusive, meanings }: Family): Problem[] {
  const owners = new Map<string, Meaning>()
  return meanings.flatMap((meaning) =>
    meaning.phrases.flatMap((phrase) => {
      const messages = checkPhrase(phrase, meaning, exclusive ? owners : new Map())
      return messages.map((message) => ({ file: meaning.file, path: meaning.path, message }))
    }),
  )
}

function checkPhrase(phrase: string, meaning: Meaning, owners: Map<string, Meaning>): string[] {
  try {
    const keys = expand(phrase).map(keyOf)
    const others = new Set(keys.flatMap((key) => owners.get(key) ?? []).filter((other) => other !== meaning))
    for (const key of keys) owners.set(key, meaning)
    return [...others].map(({ file, path }) => {
      const place = file === meaning.file ? path : `${path} (${file})`
      return `"${phrase}" is claimed by ${place} too`
    })
  } catch (error) {
    return [messageOf(error)]
  }
}

function listsOf({ capabilities, kinds, context, topics, glossary, guide, domain }: Draft): Family[] {
  const list = (file: string, entries: readonly { id: string; phrases: readonly string[] }[]): Family => ({
    exclusive: true,
    meanings: entries.map(({ id, phrases }) => ({ file, path: id, phrases })),
  })
  const terms = glossary.map(({ term, aliases }) => ({ id: term, phrases: aliases }))
  const types = guide.types.map(({ id, aliases }) => ({ id: `types.${id}`, phrases: aliases }))
  const mentions = capabilities.map(({ id, mention }) => ({ id: `${id}.mention`, phrases: mention }))
  return [
    list('capabilities.yaml', capabilities),
    list('kinds.yaml', kinds),
    list('context.yaml', context),
    list('topics.yaml', topics),
    list('glossary.yaml', terms),
    list('guide.yaml', types),
    shared(mentions.map(({ id, phrases }) => ({ file: 'capabilities.yaml', path: id, phrases }))),
    shared([
      { file: 'domain.yaml', path: 'field_words', phrases: domain.field_words },
      { file: 'domain.yaml', path: 'runtime.phrases', phrases: domain.runtime?.phrases ?? [] },
    ]),
  ]
}

/** What is said anywhere is told apart over all criteria; answers to a question only within theirs. */
function criteriaOf({ criteria }: Draft): Family[] {
  return [
    { exclusive: true, meanings: criteria.flatMap((criterion) => levelsOf(criterion, 'phrases')) },
    ...criteria.map((criterion) => ({ exclusive: true, meanings: levelsOf(criterion, 'answers') })),
    ...criteria.map(({ id, cues, yes_no: yesNo }) =>
      shared([
        { file: `criteria/${id}.yaml`, path: 'cues', phrases: cues },
        ...yesNo.map(({ asked }, i) => ({
          file: `criteria/${id}.yaml`,
          path: `yes_no.${i}.asked`,
          phrases: asked,
        })),
      ]),
    ),
  ]
}

const levelsOf = ({ id, levels }: Criterion, part: 'phrases' | 'answers'): Meaning[] =>
  LEVELS.map((level) => ({
    file: `criteria/${id}.yaml`,
    path: `levels.${level}.${part}`,
    phrases: levels[level][part],
  }))

/** Files whose wordings are whole messages: one of them cannot be a command and small talk. */
const WHOLE_MESSAGES = ['commands', 'smalltalk', 'unsafe']

const filesOf = ({ phrases }: Draft): Family[] => {
  const files = Map.groupBy(Object.entries(phrases), ([name]) => (WHOLE_MESSAGES.includes(name) ? '' : name))
  return [...files.values()].map((group) => ({
    exclusive: group.every(([, { exclusive }]) => exclusive),
    meanings: group.flatMap(([name, { meanings }]) =>
      Object.entries(meanings).map(([path, wordings]) => ({
        file: `phrases/${name}.yaml`,
        path: `meanings.${path}`,
        phrases: wordings,
      })),
    ),
  }))
}

/** Wordings that may stand in several places; only their form is checked. */
const shared = (meanings: Meaning[]): Family => ({ exclusive: false, meanings })
