import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { decodeAction } from '../../src/dialogue/actions.ts'
import { consultantOn } from '../../src/dialogue/consultant.ts'
import type { Input } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { buildCatalogue } from '../support/catalogue.ts'

const NOW = new Date('2026-03-01T10:00:00.000Z')
const consultant = consultantOn(
  buildCatalogue({
    alternatives: { ant: {}, bee: { positions: [0.9] } },
    criteria: ['load', 'size'],
    capabilities: ['wheels'],
    checklists: { load: ['wheels'] },
  }),
)
const views = createViews(consultant)
const step = createStep(consultant)

/** What is saved after these inputs. */
function savedAfter(...inputs: Input[]): unknown {
  let snapshot: unknown = null
  for (const input of inputs) snapshot = JSON.parse(JSON.stringify(step(snapshot, input, NOW).conversation))
  return snapshot
}

const ANSWERS: Input = { kind: 'answers', levels: { load: 'high' }, needs: ['wheels'] }
const RESTART: Input = { kind: 'command', command: 'restart', text: '' }
const textOf = (cards: readonly Card[]) => cards.map(cardToText).join('\n')
const buttonsOf = (cards: readonly Card[]) =>
  cards.flatMap(({ parts }) => parts).flatMap((part) => (part.kind === 'choices' ? part.choices : []))

describe('the home of a person', () => {
  test('who has said nothing begins with the first question', () => {
    expect(views.home(null, NOW)).toEqual(
      step(null, RESTART, NOW).cards.map((card) => expect.objectContaining({ title: card.title })),
    )
  })

  test('shows where they are, what was understood, and the ways on', () => {
    const home = views.home(savedAfter(ANSWERS), NOW)
    expect(textOf(home)).toMatch(/wheels/i)
    expect(buttonsOf(home).length).toBeGreaterThan(2)
  })

  test('lists what came before', () => {
    expect(textOf(views.home(savedAfter(ANSWERS), NOW))).not.toContain('Earlier projects')
    expect(textOf(views.home(savedAfter(ANSWERS, RESTART), NOW))).toContain('Earlier projects')
  })

  test('has buttons that work in the next turn', () => {
    const snapshot = savedAfter(ANSWERS, RESTART, ANSWERS)
    for (const { action } of buttonsOf(views.home(snapshot, NOW))) {
      expect(decodeAction(action)?.step).toBe(3)
      expect(textOf(step(snapshot, { kind: 'action', action }, NOW).cards)).not.toMatch(/no longer fits/)
    }
  })

  test('says what could not be kept of a conversation of another version', () => {
    expect(textOf(views.home({ version: 99 }, NOW))).toMatch(/another version/)
  })
})

describe('the form of a person', () => {
  test('has every question and need, empty for who has said nothing', () => {
    const form = views.form(null)
    expect(form.questions.map(({ criterion, present }) => [criterion, present])).toEqual([
      ['load', null],
      ['size', null],
    ])
    expect(form.needs).toMatchObject([{ value: 'wheels', checked: false }])
  })

  test('holds the present answers', () => {
    const form = views.form(savedAfter(ANSWERS))
    expect(form.questions.map(({ present }) => present)).toEqual(['high', null])
    expect(form.needs).toMatchObject([{ value: 'wheels', checked: true }])
  })
})
