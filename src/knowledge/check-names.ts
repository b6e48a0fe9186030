import type { Draft } from './draft.ts'
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
export function checkNames(knowledge: Draft): Problem[] {
  const names = [
    ...knowledge.alternatives.flatMap((entry) => ownNames(knowledge, entry)),
    ...strangers(knowledge),
  ]
  return [...checkClaims(names), ...checkGuards(knowledge), ...checkNeighbours(knowledge)]
}

function checkClaims(names: readonly Name[]): Problem[] {
  const owners = new Map<string, Name>()
  return names.flatMap(({ file, path, name, owner, guarded }) => {
    const key = normalise(name)
    const other = owners.get(key)
    owners.set(key, { file, path, name, owner, guarded })
    const twice = other !== undefined && other.owner !== owner
    const word = !guarded && commonWords().has(key)
    return [
      ...(twice
        ? [{ file, path, message: `"${name}" is also a name of "${other.owner}" (${other.file})` }]
        : []),
      ...(word
        ? [{ file, path, message: `"${name}" is an ordinary English word; list it as guarded or drop it` }]
        : []),
    ]
  })
}

/** A guard is found by the name it guards, in lower case. */
function checkGuards({ alternatives, domain }: Draft): Problem[] {
  return alternatives.flatMap(({ id, name, aliases, guarded }) => {
    const names = new Set([id, name, ...aliases].map((each) => each.toLowerCase()))
    const idle = guarded.filter((word) => !names.has(word))
    const file = `${domain.folder}/${id}.yaml`
    return idle.map((word) => ({
      file,
      path: 'guarded',
      message: `"${word}" is none of its names in lower case`,
    }))
  })
}

function checkNeighbours({ neighbours, alternatives }: Draft): Problem[] {
  const known = new Set(alternatives.map(({ id }) => id))
  const moved = neighbours.filter(({ id }) => id !== undefined && known.has(id))
  return moved.map(({ id, name }) => ({
    file: 'neighbours.yaml',
    path: name,
    message: `"${id}" has an entry of its own now; remove it here`,
  }))
}

function ownNames({ domain }: Draft, { id, name, aliases, guarded }: Draft['alternatives'][number]): Name[] {
  const guards = new Set(guarded.map(normalise))
  const paths: [path: string, name: string][] = [
    ['id', id],
    ['name', name],
    ...aliases.map((alias, index): [string, string] => [`aliases.${index}`, alias]),
  ]
  return paths.map(([path, word]) => ({
    file: `${domain.folder}/${id}.yaml`,
    path,
    name: word,
    owner: id,
    guarded: guards.has(normalise(word)),
  }))
}

const strangers = ({ neighbours }: Draft): Name[] =>
  neighbours.flatMap(({ name, aliases, id, guarded }) =>
    [name, ...aliases].map((word) => ({
      file: 'neighbours.yaml',
      path: name,
      name: word,
      owner: id ?? name,
      guarded,
    })),
  )
