import { describe, expect, test, vi } from 'vitest'
import { check } from '../../../adapters/discord/index.ts'
import { openFakeDiscord } from '../../support/fake-discord.ts'
import { openOffice } from '../../support/fake-discord-office.ts'

describe.concurrent('the line to Discord', { timeout: 20_000 }, () => {
  test('cut without a word, it is resumed, and what happened meanwhile is answered', async () => {
    const office = await openOffice()
    const { gateway } = office.discord
    const ann = office.person()
    gateway.cut()
    ann.say('what is django?')
    await ann.sees('Django is', ann.direct)
    expect([gateway.identified, gateway.resumed]).toEqual([1, 1])
    await office.close()
  })

  test('asked to come back (op 7), it resumes', async () => {
    const office = await openOffice()
    const { gateway } = office.discord
    gateway.askToReconnect()
    await vi.waitFor(() => expect(gateway.resumed).toBe(1), { timeout: 8_000 })
    const ann = office.person()
    ann.say('what is django?')
    await ann.sees('Django is', ann.direct)
    await office.close()
  })

  test('half open, it is given up when a heartbeat is not answered, and what was said is answered', async () => {
    const office = await openOffice()
    const { gateway } = office.discord
    gateway.askToReconnect(300)
    await vi.waitFor(() => expect(gateway.resumed).toBe(1), { timeout: 8_000 })
    gateway.freeze()
    const ann = office.person()
    ann.say('what is django?')
    await vi.waitFor(() => expect(gateway.resumed).toBe(2), { timeout: 12_000 })
    await ann.sees('Django is', ann.direct)
    expect(gateway.identified).toBe(1)
    await office.close()
  })

  test('a session that is over (op 9) is begun anew', async () => {
    const office = await openOffice()
    const { gateway } = office.discord
    gateway.invalidate()
    await vi.waitFor(() => expect(gateway.identified).toBe(2), { timeout: 12_000 })
    const ann = office.person()
    ann.say('what is django?')
    await ann.sees('Django is', ann.direct)
    await office.close()
  })

  test('closed for good, the program ends and says so', async () => {
    const office = await openOffice()
    office.discord.gateway.close(4004)
    await expect(office.program().ended).rejects.toThrow(/Discord/)
    await office.close()
  })

  test('a refused token is an error with a cure', async () => {
    await expect(openOffice({ token: 'wrong' })).rejects.toMatchObject({
      code: 'config',
      message: 'Discord refuses DISCORD_TOKEN.',
    })
  })

  test('stopped in the middle of a turn, the answer still goes out, within seconds', async () => {
    const office = await openOffice()
    const ann = office.person()
    await ann.command('start')
    await office.stop()
    expect(ann.last()).toContain('Which framework fits')
    expect(await office.store.undelivered('discord')).toHaveLength(0)
    expect(office.discord.gateway.open).toBe(0)
    await office.close()
  })
})

test('the doctor says whose token it is, how it can be installed, and whether the commands are there', async () => {
  const discord = await openFakeDiscord()
  const settings = {
    token: 'token',
    applicationId: null,
    guildId: null,
    apiUrl: discord.apiUrl,
    handoffChannel: null,
    operators: [],
  }
  expect(await check(settings)).toMatchObject([
    { name: 'Discord token', ok: true, detail: expect.stringContaining('pyframe') },
    { name: 'Discord installation', ok: true },
    { name: 'Discord commands', ok: true, detail: 'will be registered at the next start' },
  ])
  expect(await check({ ...settings, applicationId: '12345' })).toMatchObject([{ ok: false }, {}, {}])
  expect(await check({ ...settings, token: 'wrong' })).toMatchObject([
    { ok: false, cure: expect.any(String) },
  ])
  await discord.close()
})
