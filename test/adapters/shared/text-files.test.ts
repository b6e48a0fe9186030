import { expect, test } from 'vitest'
import { readTexts, type SentFile } from '../../../adapters/shared/text-files.ts'
import { createLog } from '../../../src/log.ts'

const log = createLog('silent')
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (name: string, more: Partial<SentFile> = {}): SentFile => ({
  ...{ name, mediaType: 'text/plain', bytes: 10 },
  ...more,
})

test('texts are read by their kind, or their ending where no kind is said', async () => {
  const files = [
    file('a.txt'),
    file('b.md', { mediaType: 'text/markdown' }),
    file('c.md', { mediaType: null }),
  ]
  const { texts, unreadable } = await readTexts(files, async ({ name }) => bytes(`words of ${name}`), log)
  expect(texts).toEqual(['words of a.txt', 'words of b.md', 'words of c.md'])
  expect(unreadable).toEqual([])
})

test('other kinds and long files are named, without being fetched', async () => {
  const files = [
    file('a.png', { mediaType: 'image/png' }),
    file('b.txt', { bytes: 100_001 }),
    file('c.bin', { mediaType: null }),
  ]
  const { texts, unreadable } = await readTexts(files, () => expect.fail('not to be fetched'), log)
  expect([texts, unreadable]).toEqual([[], ['a.png', 'b.txt', 'c.bin']])
})

test('a file that is not there, fails, or is longer than it said, is named', async () => {
  const answers = [null, bytes('x'.repeat(100_001))]
  const { texts, unreadable } = await readTexts(
    [file('gone'), file('long'), file('broken')],
    async ({ name }) => {
      if (name === 'broken') throw new Error('no')
      return answers.shift() ?? null
    },
    log,
  )
  expect([texts, unreadable]).toEqual([[], ['gone', 'long', 'broken']])
})
