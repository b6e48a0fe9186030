import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { noRequirements } from '../../src/advice/requirements.ts'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { wanting } from './arbitrary.ts'

const catalogue = createCatalogue(await loadKnowledge(readConfig({}).knowledgeFolder, CACHE_FOLDER))

/** Value of the rule for an entry; null where it does not count. */
function ruleValue(id: string, given: Partial<Requirements>): number | null {
  const ranked = advise(catalogue, wanting(given)).ranking.find((entry) => entry.id === id)
  const found = ranked?.contributions.find(
    ({ term }) => term.kind === 'circumstance' && term.rule === 'learning-curve',
  )
  return found?.value ?? null
}

describe('a near date and a team that knows something else', () => {
  const near = { speed: { level: 'high', origin: 'answered' } } as const
  const context = { ...noRequirements().context, skills: ['flask'] }

  test('speak against what is hard to learn, and not against what the team knows', () => {
    const [known, easy, steep] = ['flask', 'bottle', 'tornado'].map((id) =>
      ruleValue(id, { levels: near, context }),
    )
    expect(known).toBe(1)
    expect(easy).toBeGreaterThan(steep ?? 1)
    expect(steep).toBeLessThan(0.4)
  })

  test('count for nothing with time to learn, or while nothing is known of the team', () => {
    const far = { speed: { level: 'low', origin: 'answered' } } as const
    expect(ruleValue('tornado', { levels: far, context })).toBeNull()
    expect(ruleValue('tornado', { levels: near })).toBeNull()
  })

  test('are in the counts while the date is still open: a question that decides through it is worth asking', () => {
    const { counts, information } = advise(catalogue, wanting({ context }))
    expect(counts.completions.of).toBe(3 ** catalogue.criteria.length)
    expect(information.speed).toBeGreaterThan(0)
  })
})
