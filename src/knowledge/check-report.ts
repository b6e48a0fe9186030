import type { Draft } from './draft.ts'
import type { Problem } from './problems.ts'
import { DEADLINE_MEASURE } from './schema/levels.ts'

type Target =
  | 'alternative'
  | 'criterion'
  | 'capability'
  | 'kind'
  | 'circumstance'
  | 'situation'
  | 'topic'
  | 'type'
  | 'measure'

/** The file an id is found in. */
const HOMES: Record<Target, (id: string, folder: string) => string> = {
  alternative: (id, folder) => `${folder}/${id}.yaml`,
  criterion: (id) => `criteria/${id}.yaml`,
  capability: () => 'capabilities.yaml',
  kind: () => 'kinds.yaml',
  circumstance: () => 'context.yaml',
  situation: (id) => `situations/${id}.yaml`,
  topic: () => 'topics.yaml',
  type: () => 'guide.yaml',
  measure: () => 'phrases/measures.yaml',
}

/** Collects problems, and knows every id. */
export interface Report {
  problems: Problem[]
  add(file: string, path: string, message: string): void
  known(target: Target, id: string, file: string, path: string): void
}

export function createReport(knowledge: Draft, unread: ReadonlySet<string>): Report {
  const ids: Record<Target, Set<string>> = {
    alternative: idsOf(knowledge.alternatives),
    criterion: idsOf(knowledge.criteria),
    capability: idsOf(knowledge.capabilities),
    kind: idsOf(knowledge.kinds),
    circumstance: idsOf(knowledge.context),
    situation: idsOf(knowledge.situations),
    topic: idsOf(knowledge.topics),
    type: idsOf(knowledge.guide.types),
    measure: new Set([DEADLINE_MEASURE, ...Object.keys(knowledge.phrases.measures?.meanings ?? {})]),
  }
  const problems: Problem[] = []
  const add = (file: string, path: string, message: string): void =>
    void problems.push({ file, path, message })
  const known = (target: Target, id: string, file: string, path: string): void => {
    const home = HOMES[target](id, knowledge.domain.folder)
    const folder = folderOf(home)
    if (ids[target].has(id) || unread.has(home) || unread.has(folder)) return
    add(file, path, `there is no ${target} "${id}"; ${whereToLook([...ids[target]], home, id)}`)
  }
  return { problems, add, known }
}

/** The ids themselves while they fit on a line, else the file or folder that lists them. */
function whereToLook(ids: readonly string[], home: string, id: string): string {
  const listed = ids.length > 0 && ids.length <= 6
  return listed
    ? `there are: ${ids.join(', ')}`
    : `see ${home.endsWith(`/${id}.yaml`) ? folderOf(home) : home}`
}

const folderOf = (home: string): string => home.slice(0, home.indexOf('/') + 1)

const idsOf = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id))
