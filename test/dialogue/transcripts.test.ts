import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Effect, Input } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'

// The format is explained in test/transcripts/README.md.
const folder = join(ROOT, 'test/transcripts')
const step = createStep(await createConsultant(join(ROOT, 'knowledge')))
const NOW = new Date('2026-11-22T10:00:00Z')
const DAY_MS = 86_400_000

function press(cards: readonly Card[], wish: string): Input {
  const [label = '', ticks] = wish.split(' + ')
  const parts = cards.flatMap((card) => card.parts)
  const choices = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []))
  const lists = parts.flatMap((part) => (part.kind === 'checklist' ? [part] : []))
  const submits = lists.map(({ submit }) => submit)
  const found = [...choices, ...submits].find((choice) => choice.label.startsWith(label))
  if (!found)
    throw new Error(`no button "${label}"; there are: ${choices.map((choice) => choice.label).join(', ')}`)
  if (ticks === undefined) return { kind: 'action', action: found.action }
  const options = lists.flatMap(({ options }) => options)
  const values = ticks.split(', ').map((tick) => {
    const option = options.find((candidate) => candidate.label === tick)
    if (!option) throw new Error(`nothing to tick called "${tick}"`)
    return option.value
  })
  return { kind: 'action', action: found.action, values }
}

function play(lines: readonly string[]): void {
  let conversation: Conversation | null = null
  let cards: Card[] = []
  let effects: readonly Effect[] = []
  let now = NOW
  let by: string | null = null
  const take = (input: Input): void => {
    // Through JSON, as the store does it.
    const turn = step(JSON.parse(JSON.stringify(conversation)), input, now, by)
    conversation = turn.conversation
    cards = turn.cards
    effects = turn.effects
  }
  const comesDue = (days: number): void => {
    now = new Date(now.getTime() + days * DAY_MS)
    const { active, history } = conversation ?? { active: null, history: [] }
    take({ kind: 'due', project: (active?.concluded ? active : history.at(-1))?.id ?? '' })
    cards = effects.flatMap((effect) => (effect.kind === 'notify' ? effect.cards : []))
  }
  const pressTwice = (label: string): void => {
    const input = press(cards, label)
    take(input)
    take(input)
  }
  for (const [index, line] of lines.entries()) {
    const rest = line.slice(2)
    const more = lines.slice(index + 1)
    const below = more.slice(
      0,
      more.findIndex((next) => !next.startsWith('|')),
    )
    const shared = (): Card[] => effects.flatMap((effect) => (effect.kind === 'share' ? effect.cards : []))
    const shown = (): string => cards.map(cardToText).join('\n\n')
    if (line.startsWith('> '))
      take({ kind: 'text', text: [rest, ...below.map((next) => next.slice(2))].join('\n') })
    else if (line.startsWith('~ ')) take({ kind: 'text', text: rest, amended: true })
    else if (line.startsWith('% ')) comesDue(Number(rest))
    else if (line.startsWith('@ ')) now = new Date(rest)
    else if (line.startsWith('^ ')) by = rest
    else if (line.startsWith('* ')) take(press([...cards, ...shared()], rest))
    else if (line.startsWith('** ')) pressTwice(rest.trim())
    else if (line.startsWith('& '))
      expect(
        effects.map(({ kind }) => kind),
        `line ${index + 1}`,
      ).toContain(rest)
    else if (line.startsWith('+ '))
      expect(shared().map(cardToText).join('\n\n'), `line ${index + 1}`).toContain(rest)
    else if (line.startsWith('- '))
      expect(shared().map(cardToText).join('\n\n'), `line ${index + 1}`).not.toContain(rest)
    else if (line.startsWith('/ ')) take({ kind: 'command', command: rest as never, text: '' })
    else if (line.startsWith('= ')) expect(shown(), `line ${index + 1}`).toContain(rest)
    else if (line.startsWith('1 '))
      expect(shown().split(rest).length - 1, `line ${index + 1}: "${rest}", how often`).toBe(1)
    else if (line.startsWith('! ')) expect(shown(), `line ${index + 1}`).not.toContain(rest)
    else if (line.trim() !== '' && !/^[#|]/.test(line))
      throw new Error(`line ${index + 1} is no step: ${line}`)
  }
}

const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('the conversations in test/transcripts', () => {
  test('are there', () => expect(files.length).toBeGreaterThan(60))

  test('are found where the README says they cover something', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    const covering = readme.slice(readme.indexOf('## What they cover'))
    const named = covering.match(/(?<![`\w/.-])[a-z]+(?:-[a-z]+){2,}(?![\w/.-]*`)/g) ?? []
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((name) => !files.includes(`${name}.txt`))).toEqual([])
  })

  test.each(files)('%s', (file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    expect(
      lines.filter((line) => line.startsWith('= ')).length,
      'a transcript that expects nothing',
    ).toBeGreaterThan(0)
    play(lines)
  })
})
