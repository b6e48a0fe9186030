import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import { CHANNEL, OTHER_ROLE, OWN_ROLE, snowflake, THREAD } from '../../support/fake-discord-world.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('direct messages', () => {
  test('the first one ever after a start, from a channel nobody has seen, is answered', async () => {
    const ann = office.person()
    ann.say('An online shop with an admin panel for 5,000 users, in 8 weeks')
    expect(await ann.sees(/What I understood|Enough to decide/, ann.direct)).toContain('Online shop')
  })

  test('a button leads on, and the question keeps what was chosen instead of its buttons', async () => {
    const ann = office.person()
    ann.say('hello')
    await ann.sees('Ask me 5 questions', ann.direct)
    await ann.press('Ask me 5 questions', ann.direct)
    await ann.sees('Question 1 of at most 5', ann.direct)
    const [first] = ann.visible(ann.direct)
    await expect.poll(() => JSON.stringify(first?.components)).toContain('You chose: Ask me 5 questions')
    expect(JSON.stringify(first?.components)).not.toContain('"style"')
  })

  test('an edited message counts as a correction, once', async () => {
    const ann = office.person()
    const said = ann.say('An internal tool for 20 users')
    await ann.sees('20 users', ann.direct)
    ann.edits(said, 'An internal tool for 20,000 users at once')
    await ann.sees('20,000 users', ann.direct)
    const count = ann.visible(ann.direct).length
    office.discord.gateway.dispatch('MESSAGE_UPDATE', { ...said, embeds: [{ type: 'link' }] })
    ann.say('summary')
    await ann.sees('What I have understood so far', ann.direct)
    expect(ann.visible(ann.direct)).toHaveLength(count + 1)
  })
})

describe('what comes along with a message', () => {
  const attachment = (name: string, body: string, type = 'text/plain; charset=utf-8') => ({
    id: snowflake(),
    filename: name,
    size: body.length,
    content_type: type,
    url: office.discord.rest.upload(name, body, type),
  })

  test('a paste of more than 2,000 characters comes as a file and is read as the message', async () => {
    const ann = office.person()
    const brief = `An online shop with an admin panel. ${'It sells many things. '.repeat(120)}`
    ann.say('', { attachments: [attachment('message.txt', brief)] })
    expect(await ann.sees('Online shop', ann.direct)).toContain('Admin interface')
  })

  test('a file that is no text, or too long, is named and left out', async () => {
    const ann = office.person()
    const files = [attachment('logo.png', 'x', 'image/png'), attachment('log.txt', 'x'.repeat(100_001))]
    ann.say('', { attachments: files })
    expect(await ann.sees('left out', ann.direct)).toMatch(/logo\.png, log\.txt/)
  })

  test('while it takes long to read, the bot shows that it is at work', async () => {
    const slow = createServer((_, response) => void setTimeout(() => response.end('An online shop'), 700))
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    const { port } = slow.address() as AddressInfo
    const ann = office.person()
    const url = `http://127.0.0.1:${port}/brief.txt`
    ann.say('', { attachments: [{ ...attachment('brief.txt', 'A shop'), url }] })
    await ann.sees('Online shop', ann.direct)
    expect(office.callsTo('POST', new RegExp(`^/channels/${ann.direct}/typing$`))).toHaveLength(1)
    slow.close()
  })

  test('what goes wrong with it is logged under the id of the message', async () => {
    const ann = office.person()
    const nowhere = 'http://127.0.0.1:1/brief.txt'
    const { id } = ann.say('', { attachments: [{ ...attachment('brief.txt', 'A shop'), url: nowhere }] })
    await ann.sees('left out', ann.direct)
    const entries = office.logged.map((line) => JSON.parse(line))
    const [entry] = entries.filter(({ msg, event }) => msg === 'a file was not read' && event.endsWith(id))
    expect(entry).toMatchObject({ front: 'discord', event: `message:${id}`, failure: 'TypeError' })
  })

  test('what bots and webhooks write, and notices of Discord, are left alone', async () => {
    const ann = office.person()
    const author = { id: '77', username: 'bot', discriminator: '0', bot: true, avatar: null }
    ann.say('what is django?', { author })
    ann.say('what is django?', { webhook_id: '78' })
    ann.say('', { type: 6 })
    ann.say('what is flask?')
    await ann.sees('Flask', ann.direct)
    expect(ann.visible(ann.direct)).toHaveLength(1)
  })

  test('a message Discord delivers twice is answered once', async () => {
    const ann = office.person()
    const said = ann.say('what is django?')
    office.discord.gateway.dispatch('MESSAGE_CREATE', said)
    ann.say('what is flask?')
    await ann.sees('Flask is', ann.direct)
    expect(ann.visible(ann.direct)).toHaveLength(2)
  })
})

describe('shared consultations', () => {
  test('a mention is answered as a reply, and each answer says who gave it', async () => {
    const [ann, ben] = [office.person('Ann'), office.person('Ben')]
    const asked = ann.mentions(THREAD, 'we need an online shop')
    await ann.sees('Question', THREAD)
    const question = ben.visible(THREAD).at(-1)
    expect(question?.answering).toBe(asked.id)
    await ben.press('Skip', THREAD)
    await expect.poll(() => JSON.stringify(question?.components)).toContain('Ben chose: Skip')
    ben.mentions(THREAD, 'summary')
    expect(await ben.sees('What I have understood so far', THREAD)).toMatch(/Online shop \(Ann/)
  })

  test('a mention of the role Discord made for the bot is one of the bot, of another role is not', async () => {
    const ann = office.person()
    const before = ann.visible(CHANNEL).length
    ann.writes(CHANNEL, '', { content: `<@&${OTHER_ROLE}> what is flask?`, mention_roles: [OTHER_ROLE] })
    ann.writes(CHANNEL, '', { content: `<@&${OWN_ROLE}> what is django?`, mention_roles: [OWN_ROLE] })
    await ann.sees('Django is', CHANNEL)
    expect(ann.visible(CHANNEL)).toHaveLength(before + 1)
  })

  test('where Discord keeps the words of such a mention back, the way to be heard is told', async () => {
    const ann = office.person()
    ann.writes(CHANNEL, '', { mention_roles: [OWN_ROLE] })
    await ann.sees('mention me myself', CHANNEL)
  })

  test('messages that do not mention the bot are none of its business', async () => {
    const ann = office.person()
    const before = ann.visible(CHANNEL).length
    ann.writes(CHANNEL, 'what about django?')
    ann.mentions(CHANNEL, 'what is django?')
    await ann.sees('Django', CHANNEL)
    expect(ann.visible(CHANNEL)).toHaveLength(before + 1)
  })
})
