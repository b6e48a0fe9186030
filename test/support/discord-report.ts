export type Json = Record<string, unknown>

/** Collects what is wrong with one payload; each problem starts with its place. */
export interface Report {
  add(path: string, problem: string): void
  text(path: string, value: unknown, least: number, most: number): void
  list(path: string, value: unknown, least: number, most: number): readonly unknown[]
  number(path: string, value: unknown, least: number, most: number): void
  only(path: string, value: Json, keys: readonly string[]): void
  /** A custom id: 1 to 100 characters, once in a message. */
  id(path: string, value: unknown): void
  done(): string[]
}

export function createReport(): Report {
  const problems: string[] = []
  const ids = new Set<unknown>()
  const add: Report['add'] = (path, problem) => void problems.push(`${path}: ${problem}`)
  const text: Report['text'] = (path, value, least, most) => {
    if (typeof value !== 'string') add(path, 'is not a text')
    else if (value.trim().length < least) add(path, `must have ${least} or more in length`)
    else if (value.length > most) add(path, `has ${value.length} characters, at most ${most}`)
    else if (!value.isWellFormed()) add(path, 'is not well-formed')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be sent
    else if (/[\u0000-\u0008\u000b-\u001f]/.test(value)) add(path, 'has control characters')
  }
  return {
    add,
    text,
    list(path, value, least, most) {
      if (!Array.isArray(value)) add(path, 'is not a list')
      else if (value.length < least || value.length > most)
        add(path, `has ${value.length} items, ${least} to ${most}`)
      return Array.isArray(value) ? value : []
    },
    number(path, value, least, most) {
      if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
        add(path, `is ${String(value)}, ${least} to ${most}`)
    },
    only(path, value, keys) {
      for (const key of Object.keys(value)) if (!keys.includes(key)) add(`${path}.${key}`, 'is not a field')
    },
    id(path, value) {
      text(path, value, 1, 100)
      if (ids.has(value)) add(path, `repeats ${String(value)}`)
      ids.add(value)
    },
    done: () => problems,
  }
}

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
