import type { Knowledge } from './catalogue.ts'
import { checkNames } from './check-names.ts'
import { checkPhrases } from './check-phrases.ts'
import type { Problem } from './problems.ts'
import type { Alternative } from './schema/alternative.ts'
import { type Criterion, DEADLINE_MEASURE } from './schema/criterion.ts'

/** Problems no single file shows: unknown ids, phrases and names claimed twice, dates out of order. */
export function crossCheck(knowledge: Knowledge): Problem[] {
  const report = createReport(knowledge)
  for (const alternative of knowledge.alternatives) checkAlternative(knowledge, alternative, report)
  for (const criterion of knowledge.criteria) checkCriterion(knowledge, criterion, report)
  checkLists(knowledge, report)
  return [...report.problems, ...checkNames(knowledge), ...checkPhrases(knowledge)]
}

type Target = 'alternative' | 'criterion' | 'capability' | 'kind' | 'topic' | 'type' | 'measure'

interface Report {
  problems: Problem[]
  add(file: string, path: string, message: string): void
  known(target: Target, id: string, file: string, path: string): void
}

function createReport(knowledge: Knowledge): Report {
  const ids: Record<Target, Set<string>> = {
    alternative: idsOf(knowledge.alternatives),
    criterion: idsOf(knowledge.criteria),
    capability: idsOf(knowledge.capabilities),
    kind: idsOf(knowledge.kinds),
    topic: idsOf(knowledge.topics),
    type: idsOf(knowledge.guide.types),
    measure: new Set([DEADLINE_MEASURE, ...Object.keys(knowledge.phrases.measures?.meanings ?? {})]),
  }
  const problems: Problem[] = []
  const add = (file: string, path: string, message: string): void =>
    void problems.push({ file, path, message })
  const known = (target: Target, id: string, file: string, path: string): void => {
    if (!ids[target].has(id)) add(file, path, `there is no ${target} "${id}"`)
  }
  return { problems, add, known }
}

const idsOf = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id))

function checkAlternative(knowledge: Knowledge, alternative: Alternative, report: Report): void {
  const file = `${knowledge.domain.folder}/${alternative.id}.yaml`
  report.known('type', alternative.kind, file, 'kind')
  for (const id of Object.keys(alternative.capabilities)) {
    report.known('capability', id, file, `capabilities.${id}`)
  }
  for (const { id } of knowledge.criteria) {
    if (!Object.hasOwn(alternative.positions, id))
      report.add(file, `positions.${id}`, 'this position is missing')
  }
  for (const id of Object.keys(alternative.positions)) report.known('criterion', id, file, `positions.${id}`)
  for (const [index, { id }] of alternative.related.entries()) {
    report.known('alternative', id, file, `related.${index}`)
  }
  checkPoints(alternative, file, report)
  checkDates(alternative, file, report)
}

function checkPoints(alternative: Alternative, file: string, report: Report): void {
  for (const list of ['strengths', 'weaknesses'] as const) {
    for (const [index, point] of alternative[list].entries()) {
      for (const id of point.criteria ?? []) report.known('criterion', id, file, `${list}.${index}.criteria`)
      for (const id of point.needs ?? []) report.known('capability', id, file, `${list}.${index}.needs`)
    }
  }
  for (const list of ['best_for', 'avoid_for'] as const) {
    for (const [index, situation] of alternative[list].entries()) {
      for (const id of situation.kinds ?? []) report.known('kind', id, file, `${list}.${index}.kinds`)
    }
  }
  for (const [index, question] of alternative.questions.entries()) {
    report.known('topic', question.topic, file, `questions.${index}.topic`)
  }
}

function checkDates(alternative: Alternative, file: string, report: Report): void {
  const first = alternative.first_release.date
  const latest = alternative.latest_release.date
  if (first !== null && latest !== null && first > latest) {
    report.add(file, 'latest_release.date', `${latest} is before the first release, ${first}`)
  }
  for (const [index, series] of alternative.support.series.entries()) {
    const { mainstream_until: mainstream, security_until: security } = series
    if (mainstream && security && mainstream.slice(0, 7) > security.slice(0, 7)) {
      report.add(
        file,
        `support.series.${index}`,
        `mainstream support ends ${mainstream}, after security ${security}`,
      )
    }
  }
}

function checkCriterion(knowledge: Knowledge, criterion: Criterion, report: Report): void {
  const file = `criteria/${criterion.id}.yaml`
  for (const id of criterion.checklist) report.known('capability', id, file, 'checklist')
  for (const { measure } of criterion.thresholds) report.known('measure', measure, file, 'thresholds')
  const twin = knowledge.criteria.find((other) => other.order === criterion.order && other.id < criterion.id)
  if (twin) report.add(file, 'order', `${criterion.order} is also the order of "${twin.id}"`)
}

function checkLists(knowledge: Knowledge, report: Report): void {
  for (const id of knowledge.domain.core) report.known('alternative', id, 'domain.yaml', 'core')
  for (const kind of knowledge.kinds) {
    for (const id of Object.keys(kind.levels))
      report.known('criterion', id, 'kinds.yaml', `${kind.id}.levels`)
    for (const id of Object.keys(kind.needs)) report.known('capability', id, 'kinds.yaml', `${kind.id}.needs`)
  }
  for (const topic of knowledge.topics) {
    if (topic.capability) report.known('capability', topic.capability, 'topics.yaml', topic.id)
    if (topic.criterion) report.known('criterion', topic.criterion, 'topics.yaml', topic.id)
  }
  for (const term of knowledge.glossary) report.known('topic', term.topic, 'glossary.yaml', term.term)
  for (const [file, questions] of [
    ['guide.yaml', knowledge.guide.questions],
    ['company.yaml', knowledge.company.questions],
  ] as const) {
    for (const [index, question] of questions.entries()) {
      report.known('topic', question.topic, file, `questions.${index}.topic`)
    }
  }
  for (const [file, list] of [
    ['capabilities.yaml', knowledge.capabilities],
    ['kinds.yaml', knowledge.kinds],
    ['topics.yaml', knowledge.topics],
  ] as const) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) report.add(file, id, 'this id is used twice')
      seen.add(id)
    }
  }
}
