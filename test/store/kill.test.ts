import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lookIntoFile, lookWith } from '../support/kills/look.ts'
import { besiege, type Outcome } from '../support/kills/siege.ts'
import { temporaryFolder } from './place.ts'
import { serverPlace, TEST_SERVER } from './server.ts'

const CONVERSATIONS = 12
const PLENTY_OF_TIME = 180_000

async function makeFolder(): Promise<string> {
  const { folder, remove } = await temporaryFolder()
  onTestFinished(() => remove())
  return folder
}

function expectNothingLost(outcome: Outcome, kills: number): void {
  expect(outcome).toMatchObject({ kills, lost: [], different: [], missing: [], unexplained: [] })
  expect(outcome.events).toBeGreaterThan(kills)
  // A kill can catch each conversation between the platform's acceptance and our mark, no more.
  expect(outcome.doubled).toBeLessThanOrEqual(kills * CONVERSATIONS)
}

test(
  'a process killed 50 times under load loses no event, steps none twice and delivers everything',
  async () => {
    const folder = await makeFolder()
    const path = join(folder, 'kept.db')
    const outcome = await besiege({
      url: `file:${path}`,
      folder,
      processes: 1,
      kills: 50,
      conversations: CONVERSATIONS,
      longestLifeMs: 80,
      look: () => lookIntoFile(path),
    })
    expectNothingLost(outcome, 50)
  },
  PLENTY_OF_TIME,
)

test.runIf(TEST_SERVER)(
  'two processes on one server, between which every consultation alternates, do so too when either is killed',
  async () => {
    const place = await serverPlace()
    onTestFinished(() => place.remove())
    const outcome = await besiege({
      url: place.url,
      folder: await makeFolder(),
      processes: 2,
      kills: 12,
      conversations: CONVERSATIONS,
      longestLifeMs: 150,
      look: () => lookWith(place.query),
    })
    expectNothingLost(outcome, 12)
  },
  PLENTY_OF_TIME,
)
