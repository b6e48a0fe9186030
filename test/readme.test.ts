import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cardToText } from '../src/card/plain.ts'
import { createConsultant } from '../src/dialogue/consultant.ts'
import type { Conversation } from '../src/dialogue/conversation.ts'
import { createStep } from '../src/dialogue/step.ts'
import { ROOT } from './architecture/sources.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const [, transcript = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? []

/** Words only: the terminal aligns and underlines what the plain text puts in one line. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

describe('the README', () => {
  test('shows a conversation that really happens', async () => {
    const step = createStep(await createConsultant(join(ROOT, 'knowledge')))
    let conversation: Conversation | null = null
    for (const exchange of transcript.split(/^> /m).slice(1)) {
      const [said = '', ...shown] = exchange.split('\n')
      const turn = step(conversation, { kind: 'text', text: said }, new Date('2026-11-22'))
      conversation = turn.conversation
      const reply = words(turn.cards.map(cardToText).join('\n'))
      const lines = shown.map((line) => words(line.replace(/^\[\d+\]/, ''))).filter((line) => line !== '')
      expect(lines.length).toBeGreaterThan(2)
      for (const line of lines) expect(reply).toContain(line)
    }
  })

  test('names only commands and scripts that exist', async () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const named = [...readme.matchAll(/npm (?:run (?:-s )?(\w+)|(start|test))\b/g)].map(
      ([, run, short]) => run ?? short,
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([])
  })
})
