import type { Knowledge } from './catalogue.ts'
import type { Problem } from './problems.ts'
import { normalise } from './text.ts'
import { commonWords } from './words.ts'

interface Name {
  file: string
  path: string
  name: string
  owner: string
  guarded: boolean
}

/** Names and aliases claimed by two entries, and ordinary English words used as a name without a guard. */
export function checkNames(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, Name>()
  for (const name of namesOf(knowledge)) {
    const key = normalise(name.name)
    const other = owners.get(key)
    if (other && other.owner !== name.owner) {
      problems.push({ ...name, message: `"${name.name}" is also a name of "${other.owner}" (${other.file})` })
    }
    owners.set(key, name)
    if (!name.guarded && commonWords().has(key)) {
      problems.push({
        ...name,
        message: `"${name.name}" is an ordinary English word; list it as guarded or drop it`,
      })
    }
  }
  return problems.map(({ file, path, message }) => ({ file, path, message }))
}

function namesOf(knowledge: Knowledge): Name[] {
  const entries = knowledge.alternatives.flatMap((alternative) => {
    const file = `${knowledge.domain.folder}/${alternative.id}.yaml`
    const guarded = new Set(alternative.guarded.map(normalise))
    return [alternative.id, alternative.name, ...alternative.aliases].map((name) => ({
      file,
      path: 'aliases',
      name,
      owner: alternative.id,
      guarded: guarded.has(normalise(name)),
    }))
  })
  const neighbours = knowledge.neighbours.flatMap((neighbour) =>
    [neighbour.name, ...neighbour.aliases].map((name) => ({
      file: 'neighbours.yaml',
      path: neighbour.name,
      name,
      owner: neighbour.id ?? neighbour.name,
      guarded: neighbour.guarded,
    })),
  )
  return [...entries, ...neighbours]
}
