import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/dialogue/commands.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { ROOT, sourcesIn } from '../architecture/sources.ts'

const knowledge = await loadKnowledge(join(ROOT, 'knowledge'), null)
const code = sourcesIn('src/language', 'src/dialogue')
  .map(({ text }) => text)
  .join('\n')

const isRead = (meaning: string): boolean => new RegExp(`['"]${meaning}['"]|^ *${meaning}:`, 'm').test(code)
const meaningsOf = (file: string): string[] => Object.keys(knowledge.phrases[file]?.meanings ?? {})

describe('the wordings of phrases/', () => {
  test.each(['signals', 'intents', 'replies', 'smalltalk', 'unsafe', 'commands', 'openers'])(
    'no meaning of %s.yaml is there that nobody reads',
    (file) => {
      const commands = COMMANDS.map(({ id }): string => id)
      expect(meaningsOf(file).length).toBeGreaterThan(0)
      expect(meaningsOf(file).filter((meaning) => !commands.includes(meaning) && !isRead(meaning))).toEqual(
        [],
      )
    },
  )
})
