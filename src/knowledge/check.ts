import { checkAlternative } from './check-alternative.ts'
import { checkNames } from './check-names.ts'
import { checkPhrases } from './check-phrases.ts'
import { createReport, type Report } from './check-report.ts'
import type { Draft } from './draft.ts'
import type { Problem } from './problems.ts'
import type { Criterion } from './schema/criterion.ts'
import { MEANINGS } from './schema/meanings.ts'

/**
 * Problems no single file shows: unknown ids, phrases and names claimed twice, dates out of order.
 *
 * @param unread files left out of the draft; an id that one of them may hold is not called unknown
 */
export function crossCheck(knowledge: Draft, unread: ReadonlySet<string> = new Set()): Problem[] {
  const report = createReport(knowledge, unread)
  for (const alternative of knowledge.alternatives) checkAlternative(knowledge, alternative, report)
  for (const criterion of knowledge.criteria) checkCriterion(knowledge, criterion, report)
  checkLists(knowledge, report)
  checkTwins(knowledge, report)
  checkMeanings(knowledge, report)
  return [...report.problems, ...checkNames(knowledge), ...checkPhrases(knowledge)]
}

function checkCriterion(knowledge: Draft, criterion: Criterion, report: Report): void {
  const file = `criteria/${criterion.id}.yaml`
  for (const id of criterion.checklist) report.known('capability', id, file, 'checklist')
  for (const { measure } of criterion.thresholds) report.known('measure', measure, file, 'thresholds')
  const twin = knowledge.criteria.find((other) => other.order === criterion.order && other.id < criterion.id)
  if (twin) report.add(file, 'order', `${criterion.order} is also the order of "${twin.id}"`)
}

function checkLists(knowledge: Draft, report: Report): void {
  for (const id of knowledge.domain.core) report.known('alternative', id, 'domain.yaml', 'core')
  for (const kind of knowledge.kinds) {
    for (const id of Object.keys(kind.levels))
      report.known('criterion', id, 'kinds.yaml', `${kind.id}.levels`)
    for (const id of Object.keys(kind.needs)) report.known('capability', id, 'kinds.yaml', `${kind.id}.needs`)
  }
  checkContext(knowledge, report)
  checkSituations(knowledge, report)
  for (const topic of knowledge.topics) {
    if (topic.capability) report.known('capability', topic.capability, 'topics.yaml', topic.id)
    if (topic.criterion) report.known('criterion', topic.criterion, 'topics.yaml', topic.id)
  }
  checkGlossary(knowledge, report)
  for (const [file, questions] of [
    ['guide.yaml', knowledge.guide.questions],
    ['company.yaml', knowledge.company.questions],
  ] as const) {
    for (const [index, question] of questions.entries()) {
      report.known('topic', question.topic, file, `questions.${index}.topic`)
    }
  }
}

/** Wordings whose meaning nothing reads: they would never be heard. */
function checkMeanings({ phrases, criteria }: Draft, report: Report): void {
  const measures = criteria.flatMap(({ thresholds }) => thresholds.map(({ measure }) => measure))
  for (const [file, read] of Object.entries({ ...MEANINGS, measures, units: measures })) {
    for (const meaning of Object.keys(phrases[file]?.meanings ?? {})) {
      if (!read.includes(meaning))
        report.add(
          `phrases/${file}.yaml`,
          meaning,
          `nothing reads this meaning; there are ${read.join(', ')}`,
        )
    }
  }
}

/** Ids a term names, and terms that lead nowhere: neither a capability nor a criterion. */
function checkGlossary({ glossary, topics }: Draft, report: Report): void {
  for (const { term, topic: about, capabilities, criteria } of glossary) {
    report.known('topic', about, 'glossary.yaml', term)
    for (const id of capabilities) report.known('capability', id, 'glossary.yaml', `${term}.capabilities`)
    for (const id of criteria) report.known('criterion', id, 'glossary.yaml', `${term}.criteria`)
    const topic = topics.find(({ id }) => id === about)
    const leads = [topic?.capability, topic?.criterion, ...capabilities, ...criteria]
    if (leads.every((lead) => lead === undefined))
      report.add('glossary.yaml', term, 'no capability and no criterion is named that it belongs to')
  }
}

function checkContext({ context }: Draft, report: Report): void {
  for (const { id, phrases, follows, rated_as: ratedAs } of context) {
    if (phrases.length === 0 && !follows)
      report.add('context.yaml', id, 'no wording states it and it follows from nothing, so it never holds')
    if (follows) report.known('criterion', follows.criterion, 'context.yaml', `${id}.follows`)
    if (ratedAs) report.known('circumstance', ratedAs, 'context.yaml', `${id}.rated_as`)
  }
}

/** Descriptions that stand in two situations: they would tell nothing. */
function checkSituations({ situations }: Draft, report: Report): void {
  const homes = new Map<string, string>()
  for (const { id, examples } of situations) {
    const file = `situations/${id}.yaml`
    for (const [index, example] of examples.entries()) {
      const other = homes.get(example)
      if (other !== undefined) report.add(file, `examples.${index}`, `stands in ${other} too`)
      homes.set(example, file)
    }
  }
}

/** Ids that a list gives to two of its entries. */
function checkTwins(knowledge: Draft, report: Report): void {
  const terms = knowledge.glossary.map(({ term }) => ({ id: term }))
  for (const [file, list] of [
    ['capabilities.yaml', knowledge.capabilities],
    ['kinds.yaml', knowledge.kinds],
    ['context.yaml', knowledge.context],
    ['topics.yaml', knowledge.topics],
    ['glossary.yaml', terms],
    ['guide.yaml', knowledge.guide.types],
  ] as const) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) report.add(file, id, 'this id is used twice')
      seen.add(id)
    }
  }
}
