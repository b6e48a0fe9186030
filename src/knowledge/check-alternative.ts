import type { Report } from './check-report.ts'
import { surelyAfter } from './dates.ts'
import type { Draft } from './draft.ts'
import type { Alternative } from './schema/alternative.ts'

/** Unknown ids, missing positions and dates out of order in one entry. */
export function checkAlternative(knowledge: Draft, alternative: Alternative, report: Report): void {
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
  if (alternative.part_of !== undefined) report.known('alternative', alternative.part_of, file, 'part_of')
  for (const id of Object.keys(alternative.context)) {
    report.known('circumstance', id, file, `context.${id}`)
  }
  for (const id of Object.keys(alternative.situations)) {
    report.known('situation', id, file, `situations.${id}`)
  }
  checkPoints(alternative, file, report)
  checkMoves(alternative, file, report)
  checkDates(alternative, file, report)
}

function checkPoints(alternative: Alternative, file: string, report: Report): void {
  for (const list of ['strengths', 'weaknesses', 'gotchas'] as const) {
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

function checkMoves({ migration }: Alternative, file: string, report: Report): void {
  for (const [index, { from = [], to = [] }] of migration.entries()) {
    for (const id of [...from, ...to]) report.known('alternative', id, file, `migration.${index}`)
  }
}

function checkDates(alternative: Alternative, file: string, report: Report): void {
  const first = alternative.first_release.date
  const latest = alternative.latest_release.date
  if (first !== null && latest !== null && surelyAfter(first, latest)) {
    report.add(file, 'latest_release.date', `${latest} is before the first release, ${first}`)
  }
  for (const [index, series] of alternative.support.series.entries()) {
    const { mainstream_until: mainstream, security_until: security } = series
    if (mainstream && security && surelyAfter(mainstream, security)) {
      report.add(
        file,
        `support.series.${index}`,
        `mainstream support ends ${mainstream}, after security ${security}`,
      )
    }
  }
}
