import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { COMMAND, EVENTS, PROMPTS, SCOPES, SHORTCUTS } from '../../../adapters/slack/surface.ts'
import { ROOT, sourcesIn } from '../../architecture/sources.ts'

interface Manifest {
  display_information: { description: string }
  features: {
    agent_view: { agent_description: string }
    shortcuts: { type: 'message' | 'global'; callback_id: string; name: string; description: string }[]
    slash_commands: { command: string; description: string; usage_hint: string }[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}

const text = readFileSync(join(ROOT, 'adapters/slack/manifest.yaml'), 'utf8')
const docs = readFileSync(join(ROOT, 'docs/slack.md'), 'utf8')
const { display_information, features, oauth_config, settings } = load(text) as Manifest

/** The scope each method of the Web API needs, as Slack's reference says; null = none. */
const NEEDS: Record<string, string | null> = {
  'apps.connections.open': null,
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': null,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  filesUploadV2: 'files:write',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
}

/** And the scopes of what comes in, and of what is downloaded. */
const RECEIVING = ['app_mentions:read', 'commands', 'files:read', 'im:history']

describe('the manifest', () => {
  test('asks for the scopes, events and commands of the code, and for no others', () => {
    expect(oauth_config.scopes.bot).toEqual(SCOPES)
    expect(settings.event_subscriptions.bot_events).toEqual(EVENTS)
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
    const shortcuts = Object.fromEntries(features.shortcuts.map((each) => [each.type, each.callback_id]))
    expect(shortcuts).toEqual(SHORTCUTS)
  })

  test('asks for exactly the scopes that the calls in the code need', () => {
    const called = sourcesIn('adapters')
      .filter(({ path }) => path.startsWith('adapters/slack/'))
      .flatMap(({ text }) => [...text.matchAll(/client\s*\.((?:[a-z]+\.){0,2}[a-zA-Z0-9]+)\(/g)])
      .map(([, method = '']) => method)
      .filter((method) => method in NEEDS || method.includes('.'))
    expect(called.filter((method) => !(method in NEEDS))).toEqual([])
    const needed = called.map((method) => NEEDS[method]).filter((scope) => scope != null)
    expect([...new Set([...needed, ...RECEIVING])].toSorted()).toEqual([...SCOPES])
  })

  test('keeps to the lengths Slack takes', () => {
    expect(display_information.description.length).toBeLessThanOrEqual(140)
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300)
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(150)
    }
    expect(PROMPTS.length).toBeLessThanOrEqual(4)
  })

  test('is explained scope by scope and event by event', () => {
    for (const name of [...SCOPES, ...EVENTS]) expect(docs).toContain(`\`${name}\``)
  })
})
