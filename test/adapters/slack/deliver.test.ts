import { expect, test } from 'vitest'
import { encodeAddress } from '../../../adapters/slack/address.ts'
import { createDelivery } from '../../../adapters/slack/deliver.ts'
import type { Letter, Post } from '../../../adapters/slack/post.ts'
import { createLog } from '../../../src/log.ts'

const unneeded = async () => null

/** A delivery whose second post breaks off, once. */
function breakingOff() {
  const tried: string[] = []
  const publish = async ({ nonce }: Letter): Promise<boolean> => {
    tried.push(nonce)
    if (tried.length === 2) throw new Error('broken off')
    return true
  }
  const post: Post = { publish, send: async () => true, refusesCharts: () => false }
  const { deliver } = createDelivery({
    post,
    files: { upload: unneeded, uploadChart: unneeded },
    people: { nameOf: async () => 'Ana' },
    workspaces: { at: () => Promise.reject(new Error('not needed')) },
    handoffChannel: null,
    log: createLog('silent'),
  })
  return { tried, deliver }
}

test('what is shared in several posts goes on where it broke off', async () => {
  const { tried, deliver } = breakingOff()
  const outgoing = {
    id: 'o1',
    event: 'e1',
    conversation: 'slack:T1:UANA',
    address: encodeAddress({
      team: 'T1',
      org: null,
      user: 'UANA',
      place: { kind: 'direct', channel: 'DANA', thread: null },
      hook: null,
      pressed: null,
    }),
    purpose: 'share' as const,
    cards: [{ parts: [{ kind: 'text' as const, text: 'A sentence of some length. '.repeat(600) }] }],
    attempt: 1,
  }
  await expect(deliver(outgoing)).rejects.toThrow('broken off')
  await deliver({ ...outgoing, attempt: 2 })
  expect(tried).toEqual(['o1.0', 'o1.1', 'o1.1', 'o1.2'])
})
