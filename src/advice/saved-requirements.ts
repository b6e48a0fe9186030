import { PyframeError } from '../errors.ts'
import type { Requirements } from './requirements.ts'
import {
  having,
  isCount,
  isFlag,
  isShare,
  isText,
  isVersion,
  listOf,
  mapOf,
  oneOf,
  orNull,
  TEXTS,
} from './shape.ts'

type SavedContext = Omit<Requirements['context'], 'rules' | 'runtime'> &
  Partial<Pick<Requirements['context'], 'rules' | 'runtime'>>

/** Requirements as they were saved: in version 1 nobody asked for circumstances or a runtime. */
export type SavedRequirements = Omit<Requirements, 'context' | 'likeness'> &
  Partial<Pick<Requirements, 'likeness'>> & { context: SavedContext }

const ORIGIN = oneOf('answered', 'text', 'kind')

const LIKENESS = having({ words: isCount, situations: listOf(having({ id: isText, share: isShare })) })

export const REQUIREMENTS = having(
  {
    levels: mapOf(having({ level: oneOf('low', 'medium', 'high'), origin: ORIGIN })),
    emphasis: mapOf(oneOf(0.5, 1, 2)),
    needs: mapOf(
      having({ priority: oneOf('must', 'should', 'could', 'not_needed', 'excluded'), origin: ORIGIN }),
    ),
    kind: orNull(having({ id: isText })),
    context: having(
      { existing: TEXTS, skills: TEXTS, leaving: orNull(isFlag) },
      { rules: TEXTS, runtime: orNull(isVersion) },
    ),
    refused: TEXTS,
    only: TEXTS,
  },
  { likeness: orNull(LIKENESS) },
)

/**
 * Reads requirements that were kept as JSON; what is new since they were saved is empty. They may name ids that no
 * longer exist: the advice passes over those.
 *
 * @throws PyframeError 'data' when it is something else
 */
export function readRequirements(value: unknown): Requirements {
  if (!REQUIREMENTS(value)) throw new PyframeError('data', 'These are no requirements, or they are damaged.')
  const { context, ...others } = value as SavedRequirements
  return { likeness: null, ...others, context: { rules: [], runtime: null, ...context } }
}
