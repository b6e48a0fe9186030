import type { LevelRequirement, Requirements } from '../advice/requirements.ts'
import type { Findings } from '../language/findings.ts'

/**
 * Requirements with what a text said added. What was said last counts: a new level, need or kind replaces the old
 * one, also one that was chosen by button, because people correct themselves in words.
 *
 * @param origin 'answered' when the text answers a question, 'text' otherwise
 */
export function mergeFindings(
  requirements: Requirements,
  findings: Findings,
  origin: 'answered' | 'text',
): Requirements {
  const levels = findings.levels.map(({ criterion, level, words }): [string, LevelRequirement] => [
    criterion,
    { level, origin, words },
  ])
  const emphasis = findings.emphasis.map(({ criterion, factor }) => [criterion, factor] as const)
  const needs = findings.needs.map(
    ({ need, priority, words }) => [need, { priority, origin, words }] as const,
  )
  const refused = union(requirements.refused, findings.refused).filter((id) => !findings.only.includes(id))
  return {
    levels: { ...requirements.levels, ...Object.fromEntries(levels) },
    emphasis: { ...requirements.emphasis, ...Object.fromEntries(emphasis) },
    needs: { ...requirements.needs, ...Object.fromEntries(needs) },
    kind: findings.kind ?? requirements.kind,
    likeness: longer(requirements.likeness, findings.likeness),
    context: {
      existing: union(requirements.context.existing, findings.existing),
      skills: union(requirements.context.skills, findings.skills),
      leaving: findings.leaving ?? requirements.context.leaving,
      rules: union(
        requirements.context.rules,
        findings.context.map(({ rule }) => rule),
      ),
      runtime: findings.runtime ?? requirements.context.runtime,
    },
    refused,
    only: findings.only.length > 0 ? findings.only : requirements.only,
  }
}

/** A remark in passing does not replace what a whole description reads like. */
const longer = (before: Requirements['likeness'], now: Requirements['likeness']): Requirements['likeness'] =>
  before !== null && before.words > (now?.words ?? 0) ? before : now

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]

/** Requirements with one level set or, with null, taken away. */
export function withLevel(
  requirements: Requirements,
  criterion: string,
  level: LevelRequirement | null,
): Requirements {
  const { [criterion]: _, ...others } = requirements.levels
  return { ...requirements, levels: level === null ? others : { ...requirements.levels, [criterion]: level } }
}
