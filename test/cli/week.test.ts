import { expect, test } from 'vitest'
import { inboxText } from '../../src/cli/inbox.ts'
import { statsText } from '../../src/cli/stats.ts'
import { openStore, type Tallied } from '../../src/desk.ts'
import { catalogue, consultant } from '../dialogue/moves.ts'
import { liveWeek } from '../support/week.ts'

/* What operators and the keeper of the knowledge see after a week, without a browser, a platform or a clock. */

const PEOPLE = 30
const SAYINGS = {
  briefs: [
    'An online shop for Zwiebelkuchen with an admin panel, 5,000 users, in 8 weeks',
    'Internal tool for 40 users with login',
    'A chat with 20k open websockets',
  ],
  questions: ['does Flask have an ORM?', 'which one has quantum teleportation?', 'what is the weather'],
  answers: new Map([['speed', ['in six weeks']]]),
}

async function lived() {
  const store = await openStore('file::memory:')
  await liveWeek({ consultant, store, sayings: SAYINGS }, PEOPLE)
  const outcome = { tallied: await store.tallies(), remarks: await store.remarks() }
  await store.close()
  return outcome
}

const sumOf = (tallied: readonly Tallied[], kind: Tallied['kind']): number =>
  tallied.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0)

test('after a week the counts add up, the remarks lead to entries, and no word was counted', async () => {
  const { tallied, remarks } = await lived()
  expect(sumOf(tallied, 'recommended')).toBeGreaterThanOrEqual(PEOPLE)
  expect(sumOf(tallied, 'chosen')).toBeGreaterThan(0)
  expect(sumOf(tallied, 'chosen')).toBeLessThanOrEqual(sumOf(tallied, 'outcome'))
  expect(sumOf(tallied, 'outcome')).toBeLessThanOrEqual(PEOPLE)
  const wrong = tallied.filter(({ name }) => name.endsWith(':wrong') || name.endsWith(':not_useful'))
  expect(remarks.length).toBeLessThanOrEqual(wrong.reduce((sum, { count }) => sum + count, 0))
  expect(JSON.stringify(tallied)).not.toMatch(/Zwiebel|chat:|quantum/)
  const text = statsText(catalogue, tallied)
  expect(text.split('\n\n').map((week) => week.slice(0, 8))).toEqual(['2026-W49', '2026-W47'])
  expect(text).toMatch(/Chosen in the end +\d+ of \d+ took the recommendation/)
  expect(inboxText(catalogue, remarks, tallied)).toContain('mend ')
})

test('the same week gives the same counts', async () => {
  const [one, other] = [await lived(), await lived()]
  expect(one.tallied).toEqual(other.tallied)
})
