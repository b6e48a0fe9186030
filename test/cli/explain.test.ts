import { describe, expect, test } from 'vitest'
import { labelledCases } from '../../bench/subject.ts'
import { explain } from '../../src/advice/explain.ts'
import { explanationText } from '../../src/cli/explanation.ts'
import { adviseOn } from '../../src/cli/recommendation.ts'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { command } from './program.ts'

const BRIEF =
  'Internal tool with an admin panel and login, 40 users, must be live in six weeks. We know Django.'

describe('recommend --explain', () => {
  test('names every alternative, every term, how sure it is, what is open and what is out', async () => {
    const { status, out, errors } = await command(['recommend', BRIEF, '--explain'])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    for (const told of [
      /What counts +weight +share/,
      /Standing/,
      /Time to market: high/,
      /read from the text: "must be live in six weeks"/,
      /follows from Time to market high/,
      /1\. Django: \d+\.\d/,
      /position 0\.\d+ on the curve for high/,
      /\[https:\/\/\S+/,
      /Ruled out\n {2}Hug: /,
      /certainty +\d\.\d\d: \d+ of \d+ ways/,
      /robustness +\d\.\d\d: \d+ of \d+ steps/,
      /Flexibility and maintainability +\d\.\d{3} bits/,
    ])
      expect(out).toMatch(told)
  })

  test('fits into 99 columns, whatever the brief', async () => {
    const consultant = await createConsultant(readConfig({}).knowledgeFolder, CACHE_FOLDER)
    for (const { brief } of labelledCases().briefs) {
      const { requirements, advice } = adviseOn(consultant, brief, null)
      const text = explanationText(consultant.catalogue, explain(consultant.catalogue, requirements, advice))
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(99)
    }
  })

  test('comes with --json as data, beside what is always there', async () => {
    const { out } = await command(['recommend', BRIEF, '--json', '--explain'])
    const { explain: explained, ranking } = JSON.parse(out)
    expect(explained.alternatives.map(({ id, shown }: { id: string; shown: number }) => [id, shown])).toEqual(
      ranking.map(({ id, score }: { id: string; score: number }) => [id, score]),
    )
  })
})
