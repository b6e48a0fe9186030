import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/dialogue/commands.ts'
import { MEANINGS } from '../../src/knowledge/schema/meanings.ts'
import { sourcesIn } from '../architecture/sources.ts'

const code = sourcesIn('src/language', 'src/dialogue')
  .map(({ text }) => text)
  .join('\n')

const isRead = (meaning: string): boolean =>
  COMMANDS.some(({ id }) => id === meaning) || new RegExp(`['"]${meaning}['"]|^ *${meaning}:`, 'm').test(code)

describe('the meanings a wording may have', () => {
  test.each(Object.entries(MEANINGS))('of %s are all read by the code', (_file, meanings) => {
    expect(meanings.length).toBeGreaterThan(0)
    expect(meanings.filter((meaning) => !isRead(meaning))).toEqual([])
  })
})
