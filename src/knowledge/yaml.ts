import { load, YAMLException } from 'js-yaml'
import { messageOf } from '../errors.ts'
import type { Problem } from './problems.ts'

/** Parses one file; a syntax error becomes a problem that names its line, and `undefined` is given. */
export function parseYaml(file: string, text: string, problems: Problem[]): unknown {
  if (text.includes('\uFFFD'))
    problems.push({ file, path: '', message: 'is not UTF-8; save it in that encoding' })
  try {
    const value = load(text)
    for (const path of reservedKeys(value))
      problems.push({ file, path, message: 'this key is reserved by JavaScript' })
    return value
  } catch (error) {
    problems.push({ file, path: '', message: `not valid YAML: ${reasonOf(error)}` })
    return undefined
  }
}

function reasonOf(error: unknown): string {
  const [first = 'cannot be read'] = messageOf(error).split('\n')
  if (!(error instanceof YAMLException) || !error.mark) return first
  return `line ${error.mark.line + 1}: ${error.reason}`
}

/** Paths of every `__proto__` key: records skip it without a word, and what stands below it would be lost. */
function reservedKeys(value: unknown, path: readonly string[] = [], seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    return key === '__proto__' ? [here.join('.')] : reservedKeys(inner, here, seen)
  })
}
