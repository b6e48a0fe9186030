import { expect, test } from 'vitest'
import { finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

test('export gives what is kept of a conversation as JSON', PROCESS_TEST, async () => {
  const folder = temporaryFolder()
  const none = await finish(start(['export'], folder), '')
  expect(none).toMatchObject({ status: 65, out: '' })
  await finish(start(['chat'], folder), 'An internal tool with login\nexit\n')
  const { status, out } = await finish(start(['export'], folder), '')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ active: { said: ['An internal tool with login'] } })
})
