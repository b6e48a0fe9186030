import { expect, test } from 'vitest'
import { openOffice } from '../../support/fake-discord-office.ts'
import { CHANNEL, THREAD } from '../../support/fake-discord-world.ts'

const USERS = 200

test('200 people at once each get their own consultation', { timeout: 30_000 }, async () => {
  const office = await openOffice()
  const people = Array.from({ length: USERS }, (_, i) => office.person(`P${i}`))
  // Half of them in direct messages, of which a bot may send 50 a second.
  const where = (i: number): string => (i % 2 === 0 ? (people[i]?.direct ?? '') : CHANNEL)
  for (const [i, person] of people.entries()) {
    const words = `A shop number${i} with an admin panel for ${i + 10} users`
    if (i % 2 === 0) person.say(words)
    else void person.consult(words)
  }
  for (const [i, person] of people.entries()) {
    const shown = await person.sees(`number${i} `, where(i))
    expect(shown).not.toMatch(new RegExp(`number(?!${i} )\\d`))
  }
  await expect.poll(async () => (await office.store.undelivered('discord')).length).toBe(0)
  await office.close()
})

test('whoever floods is told once, and nothing goes on looking as if it were at work', async () => {
  const office = await openOffice({}, { room: { ofOnePerson: 2 } })
  const ann = office.person()
  const all = await Promise.all(Array.from({ length: 30 }, () => ann.command('help')))
  const left = () => office.callsTo('DELETE', /@original$/).length
  await expect
    .poll(() => ann.visible(CHANNEL).filter(({ components }) => components.length === 0))
    .toEqual([])
  expect(left()).toBeGreaterThan(0)
  expect(ann.visible(CHANNEL)).toHaveLength(all.length - left())
  const told = ann
    .visible(CHANNEL)
    .filter(({ components }) => JSON.stringify(components).includes('faster than I am'))
  expect(told.length).toBeGreaterThan(0)
  await office.close()
})

const HOSTILE = [
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '</pyframe start:123456789012345678> <t:1700000000:R> <id:customize> <a:x:123456789012345678>',
  '# heading\n> quote\n-# small\n- list\n1. first\n```js\ncode',
  '**bold** __under__ ~~gone~~ ||spoiler|| `code` [label](https://evil.example) https://evil.example/x_y_z',
  '\u0000\u001b[31m\u202e\ud83d 👩‍💻 :smile: \\*x\\* '.repeat(20),
  'x'.repeat(2_000),
  '_'.repeat(2_000),
  '{"kind":"command"} p0..level:performance:high@1',
]

test('whatever people write, nothing of it comes alive and all of it is answered', {
  timeout: 30_000,
}, async () => {
  const office = await openOffice()
  for (const [i, words] of HOSTILE.entries()) {
    const ann = office.person(`**${words.slice(0, 20)}** @everyone`)
    const text = `An online shop ${words} with an admin panel`
    ann.say(text)
    await expect.poll(() => ann.visible(ann.direct).length, { timeout: 5_000 }).toBe(1)
    if (i % 3 === 0) {
      ann.say(`brief for ${words}`)
      await expect.poll(() => ann.visible(ann.direct).length, { timeout: 5_000 }).toBeGreaterThan(1)
    }
    const before = ann.visible(THREAD).length
    ann.mentions(THREAD, text)
    await expect.poll(() => ann.visible(THREAD).length, { timeout: 5_000 }).toBeGreaterThan(before)
    await ann.command('ask', { question: words.slice(0, 100) })
    await expect.poll(() => ann.last().length, { timeout: 5_000 }).toBeGreaterThan(10)
  }
  expect(office.logged.join('\n')).not.toContain('evil.example')
  await office.close()
})
