import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readCases } from '../bench/eval/cases.ts'
import { judgeAll, runCases } from '../bench/eval/outcomes.ts'
import { readRecorded, regressions, toRecord } from '../bench/eval/recorded.ts'
import { machineOf } from '../src/cli/machine.ts'
import { createConsultant } from '../src/dialogue/consultant.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const folder = inProject('test/eval')
const cases = readCases(folder)
const now = toRecord(judgeAll(runCases(machineOf(await createConsultant(inProject('knowledge'))), cases)))
const recorded = readRecorded(folder)

test('every labelled case can be read', () => {
  expect(cases.problems).toEqual([])
})

test.each(Object.keys(now))('%s is recorded and no worse than that', (row) => {
  const was = recorded[row]
  expect(was, 'not recorded yet: npm run eval -- --record').toBeDefined()
  const cure =
    'to see the cases: npm run eval -- --errors; to record better figures: npm run eval -- --record'
  expect(was ? regressions({ [row]: was }, now) : [], cure).toEqual([])
})

test('every recorded figure is still judged', () => {
  expect(Object.keys(recorded).filter((row) => !(row in now))).toEqual([])
})
