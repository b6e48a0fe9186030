import { expect, test } from 'vitest'
import { conversationAt } from '../../../adapters/slack/address.ts'
import { originOf } from '../../../adapters/slack/origin.ts'

test.each([
  ['an event names the workspace that has the app', { context_team_id: 'T1', team_id: 'T2' }, 'T1'],
  ['an older event its own', { team_id: 'T2', authorizations: [{ is_enterprise_install: false }] }, 'T2'],
  ['a command', { team_id: 'T3', enterprise_id: 'E1', is_enterprise_install: 'false' }, 'T3'],
  ['a press', { team: { id: 'T4' }, user: { team_id: 'T9' } }, 'T4'],
  [
    'a window opened in another workspace',
    { view: { app_installed_team_id: 'T5' }, team: { id: 'T6' } },
    'T5',
  ],
])('%s', (_, body, team) => {
  expect(originOf(body, 'U1')).toEqual({ team, org: null, user: 'U1' })
})

test.each([
  [
    'an event',
    { context_team_id: 'T1', authorizations: [{ enterprise_id: 'E1', is_enterprise_install: true }] },
    'T1',
  ],
  ['a command', { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' }, 'T1'],
  ['a press', { team: { id: 'T1' }, enterprise: { id: 'E1' }, is_enterprise_install: true }, 'T1'],
  [
    'a press without a workspace',
    { team: null, enterprise: { id: 'E1' }, user: {}, is_enterprise_install: true },
    'E1',
  ],
])('%s under an installation for the whole organisation names it', (_, body, team) => {
  expect(originOf(body, 'U1')).toEqual({ team, org: 'E1', user: 'U1' })
})

test('a private consultation is the same everywhere, a shared one belongs to its thread', () => {
  const who = { team: 'T1', user: 'U1' }
  const keys = [
    { kind: 'private', channel: 'C1', thread: '1.1' } as const,
    { kind: 'direct', channel: 'D1', thread: null } as const,
    { kind: 'thread', channel: 'C1', thread: '1.1' } as const,
  ].map((place) => conversationAt({ ...who, place }))
  expect(keys).toEqual(['slack:T1:U1', 'slack:T1:U1', 'slack:T1:C1:1.1'])
})
