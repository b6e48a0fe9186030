import { expect, test } from 'vitest'
import { differencesOf, renderDifferences } from '../../bench/eval/diff.ts'
import { readResults, recordedBriefs, resultsToday } from '../../bench/eval/results.ts'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'

const CURE = `A change of knowledge, weights or language has changed these results.
To see every difference, scores and terms included: npm run eval -- --diff
If it is meant to be so, record it: npm run eval -- --diff --record`

test('each brief has the first three, the sureness and the exclusions that are recorded', async () => {
  const consultant = await createConsultant(readConfig({}).knowledgeFolder, CACHE_FOLDER)
  const briefs = recordedBriefs()
  expect(briefs.length).toBeGreaterThanOrEqual(60)
  const differences = differencesOf(readResults(), resultsToday(consultant, briefs), false)
  expect(renderDifferences(differences, briefs), CURE).toBe('')
})
