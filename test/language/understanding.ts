import { join } from 'node:path'
import { type Consultant, createConsultant } from '../../src/dialogue/consultant.ts'
import { createReader, type Reader } from '../../src/language/reading.ts'
import type { Understood } from '../../src/language/understand.ts'

/** A Sunday, five weeks before Christmas: dates in the tests are counted from here. */
export const NOW = new Date('2026-11-22T12:00:00Z')

const consultant: Promise<Consultant> = createConsultant(join(import.meta.dirname, '../../knowledge'), null)

/** Reads texts with the project's own knowledge, as of `NOW`. */
export interface Understanding {
  read: Reader
  understand(text: string): Understood
  /** Needs with their priorities, as "id priority", sorted. */
  needs(text: string): string[]
  /** Level of each criterion the text states. */
  levels(text: string): Record<string, string>
  /** Ids of the alternatives named. */
  named(text: string): string[]
  /** Level of an answer; `asked` is the question as it was put. */
  answer(criterion: string, text: string, asked?: string): string | null
  /** Needs an answer asks for, sorted. */
  answerNeeds(criterion: string, text: string): string[]
}

/** Built once for each file of tests; it takes about 0.3 s. */
export async function understanding(): Promise<Understanding> {
  const { language, catalogue } = await consultant
  const understand = (text: string): Understood => language.understand(text, NOW)
  return {
    read: createReader(catalogue),
    understand,
    needs: (text) =>
      understand(text)
        .findings.needs.map(({ need, priority }) => `${need} ${priority}`)
        .sort(),
    levels: (text) =>
      Object.fromEntries(understand(text).findings.levels.map(({ criterion, level }) => [criterion, level])),
    named: (text) => understand(text).alternatives.map(({ id }) => id),
    answer: (criterion, text, asked) => language.answer(criterion, text, asked ?? null, NOW).level,
    answerNeeds: (criterion, text) =>
      language
        .answer(criterion, text, null, NOW)
        .needs.filter(({ priority }) => priority !== 'not_needed' && priority !== 'excluded')
        .map(({ need }) => need)
        .sort(),
  }
}
