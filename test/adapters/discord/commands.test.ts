import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/dialogue/commands.ts'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import { CHANNEL, GUILD, snowflake } from '../../support/fake-discord-world.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const EPHEMERAL = 64

describe('the commands', () => {
  test('are registered once, and not again while they are the same', async () => {
    const other = await openOffice()
    await other.restart()
    expect(other.callsTo('PUT', /commands$/)).toHaveLength(1)
    await other.close()
  })

  test('are registered for one server where that is configured', async () => {
    const other = await openOffice({ guildId: GUILD })
    await other.restart()
    const [put, ...more] = other.callsTo('PUT', /commands$/)
    expect(put?.path).toContain(`/guilds/${GUILD}/`)
    expect(JSON.stringify(put?.body)).not.toContain('contexts')
    expect(more).toEqual([])
    await other.close()
  })

  test('are those of the table, for servers and for people', async () => {
    await expect.poll(() => office.discord.rest.commands).toHaveLength(2)
    const [chat, onMessage] = office.discord.rest.commands as {
      name: string
      options?: { name: string }[]
      contexts: number[]
      integration_types: number[]
    }[]
    expect(chat?.options?.map(({ name }) => name)).toEqual([...COMMANDS.map(({ id }) => id), 'form'])
    expect(chat).toMatchObject({ name: 'pyframe', contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(onMessage).toMatchObject({ name: 'Consult on this message', contexts: [0, 1, 2] })
  })

  test('no privileged intent is asked for', () => {
    const privileged = (1 << 1) | (1 << 8) | (1 << 15)
    expect(office.discord.gateway.intents & privileged).toBe(0)
  })
})

describe('a command', () => {
  test('in a server is answered to who gave it, and to nobody else', async () => {
    const [ann, ben] = [office.person(), office.person()]
    await ann.command('start')
    await ann.sees('Which framework fits your project?')
    expect(ann.visible(CHANNEL).at(-1)?.flags).toBe((1 << 15) | EPHEMERAL)
    expect(ben.visible(CHANNEL).some(({ onlyFor }) => onlyFor !== null)).toBe(false)
  })

  test('in direct messages is an ordinary message there', async () => {
    const ann = office.person()
    await ann.command('compare', { a: 'django', b: 'flask' }, ann.direct)
    await ann.sees(/Django and Flask|Django.*Flask/, ann.direct)
    expect(ann.visible(ann.direct).at(-1)?.flags).toBe(1 << 15)
  })

  test('in a group that did not add the bot is private too', async () => {
    const ann = office.person()
    const group = snowflake()
    await ann.commandElsewhere('start', group)
    await ann.sees('Which framework fits your project?', group)
    expect(ann.visible(group).at(-1)?.onlyFor).toBe(ann.user)
  })

  test.each([
    ['why-not', { option: 'flask' }, 'Flask'],
    ['ask', { question: 'Does Django have an ORM?' }, 'Yes'],
    ['brief', { client: 'ACME', author: 'Ann' }, /ACME|nothing to write down/],
    ['change', {}, 'What shall I change?'],
    ['help', {}, 'What you can type'],
  ])('%s takes what the table says', async (command, options, words) => {
    const ann = office.person()
    await ann.command(command, options as Record<string, string>)
    await ann.sees(words)
  })
})

describe('completion', () => {
  test('offers names, misspelt ones too', async () => {
    const ann = office.person()
    expect(await ann.completes('why-not', 'option', 'dja')).toContain('Django')
    expect(await ann.completes('compare', 'b', 'djagno')).toContain('Django')
    expect((await ann.completes('search', 'words', '')).length).toBeLessThanOrEqual(25)
  })

  test('completes the last word of a sentence and keeps the rest', async () => {
    const ann = office.person()
    expect(await ann.completes('ask', 'question', 'does dja')).toEqual(
      expect.arrayContaining(['does dja', 'does Django']),
    )
    expect(await ann.completes('ask', 'question', 'does x')).toEqual(['does x'])
  })

  test('offers the questions where one of them is meant', async () => {
    const ann = office.person()
    expect(await ann.completes('change', 'criterion', 'perf')).toEqual(['Performance and scalability'])
  })
})

describe('windows', () => {
  test('"Answer in words" opens a field with the question above it; the answer takes the place of the card', async () => {
    const ann = office.person()
    await ann.command('start')
    await ann.sees('Which framework fits')
    await ann.press('Ask me 5 questions')
    await ann.sees('Question 1 of at most 5')
    const opened = await ann.press('Answer in words')
    expect(JSON.stringify(opened.modal)).toContain('How much traffic do you expect')
    const count = ann.visible(CHANNEL).length
    await ann.submit(opened, { text: 'ten thousand users at once, all live' })
    await ann.sees('Question 2 of at most 5')
    expect(ann.visible(CHANNEL)).toHaveLength(count)
  })

  test('the whole form comes in two parts, and the second keeps what the first said', async () => {
    const ann = office.person()
    const first = await ann.command('form')
    await ann.submit(first, { 'question.performance': 'high', 'question.speed': 'unknown' })
    await ann.sees('Performance')
    const second = await ann.press('More of the form')
    await ann.submit(second, { 'needs.0': ['admin'] })
    await ann.sees('Admin interface')
    await ann.command('summary')
    expect(await ann.sees('What I have understood so far')).toMatch(/Performance: high|Performance\*\*: high/)
  })
})

test('"Consult on this message" reads somebody\'s message as a brief, for who chose it alone', async () => {
  const ann = office.person()
  await ann.consult('We need an **online shop** with an admin panel for <@123456789012345678>')
  expect(await ann.sees('Online shop')).toContain('Admin interface')
  expect(ann.visible(CHANNEL).at(-1)?.onlyFor).toBe(ann.user)
  await ann.consult('')
  await ann.sees('no text in this message')
})
