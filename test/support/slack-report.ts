export type Json = Record<string, unknown>

/** Where blocks stand; not every block is for every place. */
type Surface = 'message' | 'modal' | 'home'

/** Collects what is wrong with one payload; each problem starts with its place. */
export interface Report {
  surface: Surface
  add(path: string, problem: string): void
  text(path: string, value: unknown, most: number): void
  count(path: string, value: unknown, least: number, most: number): readonly unknown[]
  only(path: string, value: Json, keys: readonly string[]): void
  id(path: string, value: unknown): void
  focus(path: string): void
  done(): string[]
}

export function createReport(surface: Surface): Report {
  const problems: string[] = []
  const ids = new Set<string>()
  let focused = 0
  const add = (path: string, problem: string): void => void problems.push(`${path}: ${problem}`)
  const text: Report['text'] = (path, value, most) => {
    if (typeof value !== 'string') add(path, 'is not a text')
    else if (value.length === 0) add(path, 'must be more than 0 characters')
    else if (value.length > most) add(path, `has ${value.length} characters, at most ${most}`)
    else if (!value.isWellFormed()) add(path, 'is not well-formed')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be sent
    else if (/[\u0000-\u0008\u000b-\u001f]/.test(value)) add(path, 'has control characters')
  }
  return {
    surface,
    add,
    text,
    count(path, value, least, most) {
      const items = list(value)
      if (!Array.isArray(value)) add(path, 'is not a list')
      else if (items.length < least || items.length > most)
        add(path, `has ${items.length} items, ${least} to ${most}`)
      return items
    },
    only(path, value, keys) {
      for (const key of Object.keys(value)) if (!keys.includes(key)) add(`${path}.${key}`, 'is not a field')
    },
    id(path, value) {
      text(path, value, 255)
      if (ids.has(String(value))) add(path, `repeats ${String(value)}`)
      ids.add(String(value))
    },
    focus(path) {
      focused += 1
      if (focused > 1) add(path, 'is the second with focus_on_load')
    },
    done: () => problems,
  }
}

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
