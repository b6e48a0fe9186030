import { messageOf } from '../errors.ts'
import type { Knowledge } from './catalogue.ts'
import { expand, keyOf } from './pattern.ts'
import type { Problem } from './problems.ts'

/** Phrases of one purpose: within it, one wording may have one meaning only. */
interface Family {
  file: string
  meanings: { path: string; phrases: readonly string[] }[]
}

/** Phrases that do not follow the pattern language, and phrases claimed by two meanings. */
export function checkPhrases(knowledge: Knowledge): Problem[] {
  return familiesOf(knowledge).flatMap(checkFamily)
}

function checkFamily(family: Family): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  for (const { path, phrases } of family.meanings) {
    for (const phrase of phrases) {
      try {
        for (const key of expand(phrase).map(keyOf)) {
          const other = owners.get(key)
          if (other !== undefined && other !== path) {
            problems.push({ file: family.file, path, message: `"${phrase}" is claimed by ${other} too` })
          }
          owners.set(key, path)
        }
      } catch (error) {
        problems.push({ file: family.file, path, message: messageOf(error) })
      }
    }
  }
  return problems
}

function familiesOf(knowledge: Knowledge): Family[] {
  const list = (file: string, entries: readonly { id: string; phrases: readonly string[] }[]): Family => ({
    file,
    meanings: entries.map((entry) => ({ path: entry.id, phrases: entry.phrases })),
  })
  return [
    list('capabilities.yaml', knowledge.capabilities),
    list('kinds.yaml', knowledge.kinds),
    list('topics.yaml', knowledge.topics),
    { file: 'glossary.yaml', meanings: knowledge.glossary.map((t) => ({ path: t.term, phrases: t.aliases })) },
    { file: 'criteria', meanings: levelMeanings(knowledge, 'phrases') },
    ...knowledge.criteria.map((criterion) => ({
      file: `criteria/${criterion.id}.yaml`,
      meanings: levelMeanings({ ...knowledge, criteria: [criterion] }, 'answers'),
    })),
    ...Object.entries(knowledge.phrases).map(([name, meanings]) => ({
      file: `phrases/${name}.yaml`,
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
