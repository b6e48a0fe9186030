import { expect, test } from 'vitest'
import { type Purposes, postsForAll, stepsFor } from '../../../adapters/shared/purposes.ts'
import type { Sent } from '../../../src/desk.ts'

/** Writes down what is done, and where. */
function front() {
  const done: string[] = []
  const note = (what: string) => (_: unknown, address: string) => [
    async () => done.push(`${what} ${address}`),
  ]
  const purposes: Purposes<string> = {
    reply: note('reply'),
    share: async (_, address) => note('share')(_, address),
    unshare: async (address) => done.push(`unshare ${address}`),
    handOff: note('hand-off'),
    asideOf: (address) => `aside of ${address}`,
    laterAddress: (address) => `later than ${address}`,
  }
  return { done, purposes }
}

const owed = (purpose: Sent['purpose']) =>
  ({ id: 'a', event: 'e', conversation: 'c', address: 'x', cards: [], attempt: 1, purpose }) as Sent

test.each<[Sent['purpose'], string]>([
  ['reply', 'reply here'],
  ['whisper', 'reply aside of here'],
  ['notify', 'reply later than here'],
  ['share', 'share here'],
  ['unshare', 'unshare here'],
  ['hand_off', 'hand-off here'],
])('what is owed as %s is done as: %s', async (purpose, expected) => {
  const { done, purposes } = front()
  for (const step of await stepsFor(purposes, owed(purpose), 'here')) await step()
  expect(done).toEqual([expected])
})

test('where a post cannot be written the rest is left, and it is said once', async () => {
  const done: string[] = []
  const post = (name: string, taken: boolean) => async () => {
    done.push(name)
    return taken
  }
  const posts = [post('first', true), post('second', false), post('third', true)]
  for (const step of postsForAll(posts, async () => done.push('excuse'))) await step()
  expect(done).toEqual(['first', 'second', 'excuse'])
})
