import type { Card, Choice, Part, Source } from './card.ts'

/** A card from its parts; parts that are `null` are left out, so that callers can write conditions inline. */
export function card(title: string | null, ...parts: (Part | null)[]): Card {
  const kept = parts.filter((part) => part !== null)
  return title === null ? { parts: kept } : { title, parts: kept }
}

export const text = (...paragraphs: string[]): Part => ({ kind: 'text', text: paragraphs.join('\n\n') })

/** Lines as a bullet list, or null when there are none. */
export function bullets(lines: readonly string[]): Part | null {
  return lines.length === 0 ? null : { kind: 'text', text: lines.map((line) => `- ${line}`).join('\n') }
}

export const notice = (tone: 'info' | 'warning', words: string): Part => ({
  kind: 'notice',
  tone,
  text: words,
})

export function facts(pairs: readonly (readonly [label: string, value: string])[]): Part | null {
  return pairs.length === 0
    ? null
    : { kind: 'facts', facts: pairs.map(([label, value]) => ({ label, value })) }
}

export const choices = (...list: (Choice | null)[]): Part => ({
  kind: 'choices',
  choices: list.filter((choice) => choice !== null),
})

/** Sources without repeats, in the order they were first named; null when there are none. */
export function sources(list: readonly Source[]): Part | null {
  const seen = new Map<string, Source>()
  for (const item of list) if (!seen.has(item.source)) seen.set(item.source, item)
  return seen.size === 0 ? null : { kind: 'sources', sources: [...seen.values()] }
}
