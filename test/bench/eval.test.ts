import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commonestLabels } from '../../bench/eval/baselines.ts'
import { type AnswerCase, type BriefCase, type QuestionCase, readCases } from '../../bench/eval/cases.ts'
import { wrongCases } from '../../bench/eval/errors.ts'
import { foldsOf } from '../../bench/eval/folds.ts'
import * as judge from '../../bench/eval/judge.ts'
import { meets } from '../../bench/eval/labels.ts'
import { judgeAll, runCases } from '../../bench/eval/outcomes.ts'
import { readRecorded, record, regressions } from '../../bench/eval/recorded.ts'
import { reached } from '../../bench/eval/report.ts'
import { figuresOf, reachOf } from '../../bench/eval/tally.ts'
import type { Asked } from '../../src/cli/machine.ts'
import type { Recommended } from '../../src/cli/recommendation.ts'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'

const knowledge = await loadKnowledge(readConfig({}).knowledgeFolder, CACHE_FOLDER)

const right = { hits: 1, of: 1 }
const wrong = { hits: 0, of: 1 }

const brief = (over: Partial<BriefCase> = {}): BriefCase => ({
  id: 'b1',
  source: 'somewhere',
  brief: 'a shop',
  accept: ['oak'],
  reject: ['elm'],
  confidence: 'high',
  ...over,
})

const ranking = (...places: string[]): Recommended => ({
  // A place in brackets is excluded.
  ranking: places.map((place) => ({
    id: place.replace(/[()]/g, ''),
    score: 50,
    excluded: place.startsWith('(') ? 'no' : null,
  })),
  levels: {},
  needs: {},
  certainty: 1,
  robustness: 1,
  next: null,
})

const question = (over: Partial<QuestionCase> = {}): QuestionCase => ({
  id: 'q1',
  source: 'somewhere',
  q: 'oak or elm',
  intent: 'compare',
  frameworks: ['oak', 'elm'],
  topic: 'overview',
  must: ['Sturdy'],
  ...over,
})

const asked = (over: Partial<Asked> = {}): Asked => ({
  intent: 'compare',
  frameworks: ['oak', 'elm'],
  topic: 'overview',
  text: 'Oak is sturdy.',
  sources: [],
  ...over,
})

const answer = (over: Partial<AnswerCase> = {}): AnswerCase => ({
  id: 'a1',
  criterion: 'speed',
  answer: 'soon',
  level: 'high',
  needs: ['orm', 'admin'],
  also: ['medium'],
  ...over,
})

describe('a brief', () => {
  test('is right when the first place that is not excluded is accepted', () => {
    expect(judge.firstAccepted(brief(), ranking('(elm)', 'oak', 'ash'))).toEqual(right)
    expect(judge.firstAccepted(brief(), ranking('ash', 'oak'))).toEqual(wrong)
  })

  test('is wrong when everything is excluded', () => {
    expect(judge.firstAccepted(brief(), ranking('(oak)'))).toEqual(wrong)
  })

  test('is judged by what is accepted today where that is given', () => {
    expect(judge.firstAccepted(brief({ accept_today: ['ash'] }), ranking('oak', 'ash'))).toEqual(wrong)
  })

  test('of low confidence is not judged', () => {
    expect(judge.firstAccepted(brief({ confidence: 'low' }), ranking('oak'))).toBeNull()
    expect(judge.firstAccepted(brief({ confidence: 'medium' }), ranking('oak'))).toEqual(right)
  })

  test('counts the top three without the excluded ones', () => {
    expect(judge.topThree(brief(), ranking('(yew)', 'elm', 'ash', 'oak'))).toEqual(right)
    expect(judge.topThree(brief(), ranking('yew', 'elm', 'ash', 'oak'))).toEqual(wrong)
  })

  test('with a rejected one first is a fault, unless that one is accepted today', () => {
    expect(judge.rejectedFirst(brief(), ranking('elm', 'oak'))).toEqual(right)
    expect(judge.rejectedFirst(brief(), ranking('oak', 'elm'))).toEqual(wrong)
    expect(judge.rejectedFirst(brief({ accept_today: ['elm'] }), ranking('elm'))).toEqual(wrong)
  })
})

describe('a brief is of those', () => {
  test('that name what was accepted, as whole words', () => {
    expect(judge.namesAccepted(brief({ brief: 'Is Oak good?' }))).toBe(true)
    expect(judge.namesAccepted(brief({ brief: 'A soaked oaken door.' }))).toBe(false)
    const two = brief({ accept: ['red-oak'], brief: 'We like red oak.' })
    expect(judge.namesAccepted(two)).toBe(true)
    expect(judge.namesAccepted({ ...two, accept_today: ['ash'] })).toBe(false)
  })

  test('that a row is about, or it is not judged there', () => {
    const terse = judge.firstWhere((one) => judge.wordsOf(one) <= 3)
    expect(terse(brief({ brief: 'a small  shop' }), ranking('oak'))).toEqual(right)
    expect(terse(brief({ brief: 'a very small shop' }), ranking('oak'))).toBeNull()
  })
})

describe('a question', () => {
  test('has its frameworks right as a set; the order is judged apart', () => {
    const swapped = asked({ frameworks: ['elm', 'oak'] })
    expect(judge.frameworks(question(), swapped)).toEqual(right)
    expect(judge.frameworksInOrder(question(), swapped)).toEqual(wrong)
    expect(judge.frameworks(question(), asked({ frameworks: ['oak'] }))).toEqual(wrong)
    expect(judge.frameworks(question(), asked({ frameworks: ['oak', 'elm', 'ash'] }))).toEqual(wrong)
  })

  test('counts as mistyped by its source', () => {
    expect(judge.frameworksMistyped(question(), asked())).toBeNull()
    expect(judge.frameworksMistyped(question({ source: 'synthetic-typo:q9' }), asked())).toEqual(right)
  })

  test('holds a must string in any case, within the first 1,000 characters', () => {
    expect(judge.must(question({ must: ['brittle', 'STURDY'] }), asked())).toEqual(right)
    expect(judge.must(question(), asked({ text: 'Elm.' }))).toEqual(wrong)
    expect(judge.must(question(), asked({ text: `${'x'.repeat(994)}sturdy` }))).toEqual(right)
    expect(judge.must(question(), asked({ text: `${'x'.repeat(995)}sturdy` }))).toEqual(wrong)
    expect(judge.must(question({ must: [] }), asked())).toBeNull()
  })

  test('is useful with the frameworks right and the topic or a must string', () => {
    expect(judge.useful(question(), asked({ topic: 'orm' }))).toEqual(right)
    expect(judge.useful(question(), asked({ text: 'Elm.' }))).toEqual(right)
    expect(judge.useful(question(), asked({ topic: 'orm', text: 'Elm.' }))).toEqual(wrong)
    expect(judge.useful(question(), asked({ frameworks: [] }))).toEqual(wrong)
    expect(judge.useful(question({ must: [] }), asked({ topic: 'orm' }))).toEqual(wrong)
  })

  test('has its labels judged one by one', () => {
    expect(judge.intent(question(), asked({ topic: 'orm' }))).toEqual(right)
    expect(judge.topic(question(), asked({ topic: 'orm' }))).toEqual(wrong)
    expect(judge.intent(question(), asked({ intent: 'about' }))).toEqual(wrong)
  })

  test('off topic is a fault when answered, not when met with small talk', () => {
    const offTopic = question({ intent: 'out_of_scope' })
    expect(judge.offTopicAnswered(offTopic, asked({ intent: 'about' }))).toEqual(right)
    expect(judge.offTopicAnswered(offTopic, asked({ intent: 'smalltalk' }))).toEqual(wrong)
    expect(judge.offTopicAnswered(offTopic, asked({ intent: 'out_of_scope' }))).toEqual(wrong)
    expect(judge.offTopicAnswered(question(), asked())).toBeNull()
  })

  test('on topic is a fault when declined; small talk is not on topic', () => {
    const declined = asked({ intent: 'out_of_scope' })
    expect(judge.onTopicDeclined(question(), declined)).toEqual(right)
    expect(judge.onTopicDeclined(question(), asked({ intent: 'about' }))).toEqual(wrong)
    expect(judge.onTopicDeclined(question({ intent: 'smalltalk' }), declined)).toBeNull()
  })
})

describe('an answer', () => {
  test('has its level right with any of those labelled', () => {
    expect(judge.level(answer(), { level: 'medium', needs: [] })).toEqual(right)
    expect(judge.level(answer(), { level: 'low', needs: [] })).toEqual(wrong)
  })

  test('has its needs counted one by one', () => {
    const got = { level: 'high', needs: ['orm', 'caching', 'forms'] }
    expect(judge.needsPrecision(answer(), got)).toEqual({ hits: 1, of: 3 })
    expect(judge.needsRecall(answer(), got)).toEqual({ hits: 1, of: 2 })
  })
})

describe('a label wider than one capability', () => {
  test('is met by any capability that belongs to it', () => {
    const labelled = answer({ needs: ['security', 'orm'] })
    const got = { level: 'high', needs: ['csrf', 'orm', 'forms'] }
    expect(judge.needsPrecision(labelled, got)).toEqual({ hits: 2, of: 3 })
    expect(judge.needsRecall(labelled, got)).toEqual({ hits: 2, of: 2 })
    expect(judge.needsRecall(labelled, { level: 'high', needs: ['orm'] })).toEqual({ hits: 1, of: 2 })
  })

  test('is not counted where no capability belongs to it', () => {
    expect(judge.needsRecall(answer({ needs: ['maintenance'] }), { level: 'high', needs: [] })).toEqual({
      hits: 0,
      of: 0,
    })
  })

  test('belongs to capabilities that there are', () => {
    const known = new Set(knowledge.capabilities.map(({ id }) => id))
    for (const label of ['deployment', 'scalability', 'security']) {
      expect(known.has(label)).toBe(false)
      expect([...known].some((id) => meets(id, label))).toBe(true)
    }
  })
})

describe('the levels and needs of a brief', () => {
  const labelled = brief({
    confidence: 'low',
    levels: { speed: 'high', complexity: 'low' },
    needs: { orm: 'must', admin: 'should', security: 'must' },
  })
  const got: Recommended = {
    ...ranking('oak'),
    levels: { speed: 'high', performance: 'low' },
    needs: { orm: 'should', csrf: 'must', forms: 'must' },
  }

  test('are judged by those that are labelled, in briefs of any confidence', () => {
    expect(judge.briefLevelsPrecision(labelled, got)).toEqual({ hits: 1, of: 2 })
    expect(judge.briefLevelsRecall(labelled, got)).toEqual({ hits: 1, of: 2 })
    expect(judge.briefNeedsPrecision(labelled, got)).toEqual({ hits: 2, of: 3 })
    expect(judge.briefNeedsRecall(labelled, got)).toEqual({ hits: 2, of: 3 })
  })

  test('have their priorities judged where both name the need', () => {
    expect(judge.briefPriorities(labelled, got)).toEqual({ hits: 1, of: 2 })
  })

  test('are not judged in briefs without such labels', () => {
    const {
      briefLevelsPrecision,
      briefLevelsRecall,
      briefNeedsPrecision,
      briefNeedsRecall,
      briefPriorities,
    } = judge
    const rows = [
      briefLevelsPrecision,
      briefLevelsRecall,
      briefNeedsPrecision,
      briefNeedsRecall,
      briefPriorities,
    ]
    for (const row of rows) expect(row(brief(), got)).toBeNull()
  })
})

describe('the files', () => {
  const folders: string[] = []
  const folderWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'pyframe-eval-'))
    folders.push(folder)
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return folder
  }
  const line = (value: object): string => `${JSON.stringify(value)}\n`

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  test('with a bad line are read without it, and file, line and reason are reported', () => {
    const cases = readCases(
      folderWith({
        'questions.a.jsonl': `${line(question())}\n{oops\n${line({ ...question({ id: 'q2' }), intent: 'sing' })}`,
        'briefs.jsonl': line(brief()),
        'answers.held.jsonl': line(answer()),
      }),
    )
    expect(cases.questions.map(({ id }) => id)).toEqual(['q1'])
    expect(cases.problems).toEqual([
      expect.stringMatching(/^questions\.a\.jsonl:3: not JSON/),
      expect.stringMatching(/^questions\.a\.jsonl:4: intent: /),
    ])
  })

  test('of one part are read together, and an id used twice counts once', () => {
    const cases = readCases(
      folderWith({
        'answers.a.jsonl': line(answer()),
        'answers.b.jsonl': line(answer({ id: 'a2' })) + line(answer()),
        'briefs.jsonl': line(brief()),
        'questions.jsonl': line(question()),
      }),
    )
    expect(cases.answers.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(cases.problems).toEqual(['answers.b.jsonl:2: the id a1 is already used at answers.a.jsonl:1'])
  })

  test('that are missing are reported, and their part is empty', () => {
    const cases = readCases(folderWith({ 'briefs.jsonl': line(brief()) }))
    expect(cases.briefs).toHaveLength(1)
    expect(cases.problems).toEqual([
      expect.stringContaining('no file questions*.jsonl'),
      expect.stringContaining('no file answers*.jsonl'),
    ])
  })

  test('of a folder that is not there are an error with a cure', () => {
    expect(() => readCases('/nowhere/at/all')).toThrow(
      expect.objectContaining({ code: 'data', cure: expect.stringContaining('name a folder') }),
    )
  })

  test('keep their recorded figures, which rise but never fall', () => {
    const folder = folderWith({})
    record(folder, { 'briefs.first': { hits: 5, total: 9 } })
    record(folder, { 'briefs.first': { hits: 6, total: 9 } })
    expect(() => record(folder, { 'briefs.first': { hits: 5, total: 9 } })).toThrow('5 of 9, recorded 6')
    expect(readRecorded(folder)).toEqual({ 'briefs.first': { hits: 6, total: 9 } })
  })
})

describe('recorded figures', () => {
  const was = { 'briefs.rejected': { hits: 1, total: 9 } }

  test('of faults must not rise', () => {
    expect(regressions(was, { 'briefs.rejected': { hits: 0, total: 9 } })).toEqual([])
    expect(regressions(was, { 'briefs.rejected': { hits: 2, total: 9 } })).toHaveLength(1)
  })

  test('cannot be compared with those of other cases, or with none', () => {
    expect(regressions(was, { 'briefs.rejected': { hits: 1, total: 8 } })).toHaveLength(1)
    expect(regressions(was, {})).toHaveLength(1)
  })
})

describe('the figures', () => {
  const cases = {
    questions: [
      question(),
      question({ id: 'q2', source: 'synthetic-typo:q1' }),
      question({ id: 'q3', source: 'elsewhere', frameworks: ['yew'] }),
    ],
    briefs: [
      brief(),
      brief({ id: 'b2', accept: ['yew'] }),
      brief({ id: 'b3', source: 'elsewhere', confidence: 'low' }),
    ],
    answers: [answer()],
    problems: [],
  }
  const planted = new Set(['oak', 'elm'])
  const catalogue = { alternative: (id: string) => (planted.has(id) ? ({ id } as never) : undefined) }
  const outcomes = runCases(commonestLabels(cases), cases)
  const judgements = judgeAll(outcomes)
  const figures = figuresOf(cases, judgements, { commonest: judgements }, reachOf(cases, catalogue))
  const figure = (id: string) => figures.find((one) => one.id === id)

  test('count every case, and apart those that the entries can meet', () => {
    expect(figure('briefs.first')).toMatchObject({ hits: 1, total: 2, within: { hits: 1, total: 1 } })
    expect(figure('questions.frameworks')).toMatchObject({ hits: 2, total: 3, within: { hits: 2, total: 2 } })
  })

  test('show no baseline where it says nothing or was not run', () => {
    expect(figure('questions.must')?.baselines.commonest).toBeNull()
    expect(figure('questions.intent')?.baselines).toEqual({ fuse: null, commonest: { hits: 3, total: 3 } })
  })

  test('spread over folds that split no source and keep a mistyped question with its original', () => {
    const folds = foldsOf(cases)
      .questions.map((fold) => [...fold])
      .filter((fold) => fold.length > 0)
    expect(folds).toEqual([['q1', 'q2'], ['q3']])
    expect(figure('questions.frameworks')?.folds).toEqual({ min: 0, max: 100 })
  })

  test('take cases that were made up for themselves', () => {
    const made = ['b1', 'b2', 'b3'].map((id) => brief({ id, source: 'written for this set' }))
    expect(foldsOf({ ...cases, briefs: made }).briefs.map(({ size }) => size)).toEqual([1, 1, 1, 0, 0])
  })

  test('name what they reach, from below where fewer is better', () => {
    const bounds = { floor: 3, aim: 1, total: 100 } as const
    expect(reached({ ...bounds, better: 'fewer', hits: 1 })).toBe('aim')
    expect(reached({ ...bounds, better: 'fewer', hits: 4 })).toBe('below')
    expect(reached({ better: 'more', floor: 75, aim: 87, hits: 80, total: 100 })).toBe('floor')
  })

  test('come with the wrong cases: what was said, expected and given', () => {
    expect(wrongCases(outcomes, judgements).find(({ id }) => id === 'q3')).toEqual({
      id: 'q3',
      rows: ['questions.frameworks', 'questions.order', 'questions.useful', 'questions.must'],
      said: 'oak or elm',
      expected: 'compare; yew; overview; must Sturdy',
      got: 'compare; oak, elm; overview; ',
    })
  })
})
