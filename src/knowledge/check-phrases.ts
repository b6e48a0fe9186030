import { messageOf } from '../errors.ts'
import type { Knowledge } from './catalogue.ts'
import { expand, keyOf } from './pattern.ts'
import type { Problem } from './problems.ts'

/** Phrases of one purpose: within it, one wording may have one meaning only. */
interface Family {
  file: string
  /** False: one wording may have several meanings. */
  exclusive: boolean
  meanings: { path: string; phrases: readonly string[] }[]
}

/** Phrases that do not follow the pattern language, and phrases claimed by two meanings. */
export function checkPhrases(knowledge: Knowledge): Problem[] {
  return familiesOf(knowledge).flatMap(checkFamily)
}

function checkFamily(family: Family): Problem[] {
  const owners = new Map<string, string>()
  return family.meanings.flatMap(({ path, phrases }) =>
    phrases.flatMap((phrase) => {
      const messages = checkPhrase(phrase, path, family.exclusive ? owners : new Map())
      return messages.map((message) => ({ file: family.file, path, message }))
    }),
  )
}

function checkPhrase(phrase: string, path: string, owners: Map<string, string>): string[] {
  try {
    const keys = expand(phrase).map(keyOf)
    const others = new Set(keys.flatMap((key) => owners.get(key) ?? []).filter((other) => other !== path))
    for (const key of keys) owners.set(key, path)
    return [...others].map((other) => `"${phrase}" is claimed by ${other} too`)
  } catch (error) {
    return [messageOf(error)]
  }
}

function familiesOf(knowledge: Knowledge): Family[] {
  const list = (file: string, entries: readonly { id: string; phrases: readonly string[] }[]): Family => ({
    file,
    exclusive: true,
    meanings: entries.map((entry) => ({ path: entry.id, phrases: entry.phrases })),
  })
  return [
    list('capabilities.yaml', knowledge.capabilities),
    list('kinds.yaml', knowledge.kinds),
    list('topics.yaml', knowledge.topics),
    {
      file: 'glossary.yaml',
      exclusive: true,
      meanings: knowledge.glossary.map((t) => ({ path: t.term, phrases: t.aliases })),
    },
    { file: 'criteria', exclusive: true, meanings: levelMeanings(knowledge, 'phrases') },
    ...knowledge.criteria.map((criterion) => ({
      file: `criteria/${criterion.id}.yaml`,
      exclusive: true,
      meanings: levelMeanings({ ...knowledge, criteria: [criterion] }, 'answers'),
    })),
    ...Object.entries(knowledge.phrases).map(([name, { exclusive, meanings }]) => ({
      file: `phrases/${name}.yaml`,
      exclusive,
      meanings: Object.entries(meanings).map(([path, phrases]) => ({ path, phrases })),
    })),
  ]
}

function levelMeanings(knowledge: Knowledge, part: 'phrases' | 'answers'): Family['meanings'] {
  return knowledge.criteria.flatMap((criterion) =>
    (['low', 'medium', 'high'] as const).map((level) => ({
      path: `${criterion.id}.${level}`,
      phrases: criterion.levels[level][part],
    })),
  )
}
