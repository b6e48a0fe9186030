import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../../src/dialogue/conversation.ts'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'
import { textOf } from '../../support/slack-validator.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice('http', { operators: ['UOPS'] })
})
afterEach(() => office.close())

const BRIEF = 'Internal tool for forty people of Acme, with login'

describe('stats', () => {
  test('are told to an operator, and to nobody else', async () => {
    await office.person('UANA').command('does Django have an ORM?')
    expect((await office.person('UANA').command('stats')).text).toContain('for whoever runs me')
    const shown = await office.person('UOPS').command('stats')
    expect(shown.text).toMatch(/Week \d{4}-W\d\d[\s\S]*Texts: 1: 1 answered/)
    expect(shown.only).toBe('UOPS')
  })
})

describe('a shared recommendation', () => {
  const share = async (how: string) => {
    const ana = office.person('UANA', 'Ana')
    await ana.command(BRIEF)
    await ana.command('share')
    await ana.press(how)
    return (await office.person('UBO').sees('Ana shared this:')) as Awaited<ReturnType<typeof ana.sees>>
  }

  test('is gone on with by a colleague as their own, seen by nobody else', async () => {
    const post = await share('Share it')
    const bo = office.person('UBO')
    const own = await bo.press('Continue as my own', post)
    expect(own.text).toMatch(/a copy of your own[\s\S]*Recommendation: /)
    expect([own.only, own.channel]).toEqual(['UBO', 'C1'])
    expect((await bo.command('summary')).text).not.toMatch(/Acme|forty/)
    expect((await bo.command('what if we had 20k users at once')).text).toMatch(/before|after|would/i)
    expect((await office.person('UANA').command('summary')).text).toContain('forty')
  })

  test("brings the client's words along where they were shared", async () => {
    const post = await share("Share it with the client's words")
    const bo = office.person('UBO')
    await bo.press('Continue as my own', post)
    expect((await bo.command('summary')).text).toContain('forty')
  })

  test('is still taken back only by whoever shared it, and then not gone on with', async () => {
    const post = structuredClone(await share('Share it'))
    const bo = office.person('UBO')
    expect((await bo.press('Take it back', post)).text).toContain('belong to somebody else')
    await office.person('UANA', 'Ana').press('Take it back', post)
    await bo.press('Continue as my own', post)
    await bo.sees('cannot be gone on with')
  })
})

describe('what was chosen', () => {
  test('is asked in a direct message, and its answer is noted there', async () => {
    const ana = office.person('UANA')
    await ana.command(BRIEF)
    await ana.press('Show me the result now')
    const { active } = (await office.store.read('slack:T1:UANA')) as Conversation
    expect(active?.askAt).not.toBeNull()
    // As two weeks later, and not in the middle of something.
    const calm = { ...active, updatedAt: '2026-01-01T00:00:00.000Z' }
    await office.store.apply(
      { event: 'test:later', conversation: 'slack:T1:UANA', address: '', at: new Date().toISOString() },
      { from: '2000', until: '9999' },
      (snapshot) => ({
        conversation: { ...(snapshot as Conversation), active: calm } as Conversation,
        cards: [],
        effects: [{ kind: 'ask_later', project: active?.id ?? '', at: '2000-01-01T00:00:00.000Z' }],
      }),
    )
    const question = await ana.sees('What did you choose in the end?')
    expect(question.channel).toBe('DANA')
    expect(textOf(question)).toContain('Something else')
    expect((await ana.press('Not decided', question)).text).toContain('that is noted')
    await expect.poll(() => textOf(question)).toContain('You chose: Not decided')
  })
})

test('in a thread everyone answers for themselves, and the group settles where they differ', async () => {
  const ana = office.person('UANA', 'Ana')
  const bo = office.person('UBO', 'Bo')
  await ana.mention('a prototype of a chat for a museum', 'C1', '1000.1')
  await ana.mention('each for ourselves', 'C1', '1000.1')
  const questions = await ana.sees('Everyone answers for themselves')
  const noted = await ana.press('Large, with many features', questions)
  expect([noted.only, noted.thread]).toEqual(['UANA', '1000.1'])
  expect(noted.text).toContain('Noted for you: Complexity high')
  expect((await bo.press('Small and focused', questions)).text).toContain('Noted for you: Complexity low')
  await bo.press('Compare our answers', questions)
  const differences = await ana.sees('Where you differ')
  expect(differences.only).toBeNull()
  expect(textOf(differences)).toMatch(/low \(Bo\)[\s\S]*high \(Ana\)/)
  await ana.press('Small and focused', differences)
  const result = await bo.sees('Recommendation: ')
  expect(textOf(result)).toMatch(/Dissent: Complexity is settled as low; Ana said high/)
  await expect.poll(() => textOf(differences)).toContain('Ana chose: Small and focused')
})
