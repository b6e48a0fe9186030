import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import type { CommandId } from '../../src/dialogue/commands.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Input } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import type { Knowledge } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { ROOT } from '../architecture/sources.ts'

const REAL = join(ROOT, 'knowledge')
const NOW = new Date('2026-03-02T10:00:00Z')
const BRIEF =
  'I ride 8 km to work every day, live on the fourth floor and we have two kids, so a child seat must be there. No motor needed.'

const folder = gatherBicycles()
const step = createStep(await createConsultant(folder))
const realField = wordsOf(await loadKnowledge(REAL, null))
afterAll(() => rmSync(folder, { recursive: true }))

/** The bicycles, with the phrases of the real knowledge that are plain English. */
function gatherBicycles(): string {
  const target = mkdtempSync(join(tmpdir(), 'bicycles-'))
  cpSync(join(ROOT, 'test/fixtures/bicycles'), target, { recursive: true })
  for (const name of readdirSync(join(REAL, 'phrases'))) {
    const copy = join(target, 'phrases', name)
    if (!existsSync(copy)) cpSync(join(REAL, 'phrases', name), copy)
  }
  return target
}

/** Names and terms by which a reader would recognise the real field. */
function wordsOf(real: Knowledge): RegExp {
  const unguarded = real.neighbours.filter(({ guarded }) => !guarded)
  const names = [
    ...real.alternatives.flatMap(({ id, name }) => [id, name]),
    ...unguarded.map(({ name }) => name).filter((name) => name.length > 4),
    ...real.criteria.map(({ name }) => name),
    ...real.capabilities.map(({ name }) => name),
    ...real.kinds.map(({ name }) => name),
    ...real.glossary.map(({ term }) => term),
    real.company.name,
    real.company.hotline,
    real.domain.subject,
    real.domain.noun.one,
    real.domain.noun.many,
  ]
  const further = ['Python', 'Backend', 'Web app', 'Package', 'Database', 'Server', 'Code', 'Software']
  return new RegExp(`(?<!\\w)(${[...names, ...further].map(inAnyPlace).join('|')})s?(?!\\w)`)
}

/** A word also as it stands inside a sentence; an abbreviation as it is, because "REST" is no "rest". */
function inAnyPlace(name: string): string {
  const safe = name.replace(/[^\w ]/g, '.')
  return safe === safe.toUpperCase() ? safe : `${safe}|${safe.toLowerCase()}`
}

let conversation: Conversation | null
let cards: Card[]
let shown: string[]
beforeEach(() => {
  conversation = null
  cards = []
  shown = []
})
// Whatever a test is about: nothing it showed may speak of the real field.
afterEach(() => {
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.flatMap((card) => realField.exec(card)?.[0] ?? [])).toEqual([])
})

function take(input: Input): string {
  const outcome = step(JSON.parse(JSON.stringify(conversation)), input, NOW)
  conversation = outcome.conversation
  cards = outcome.cards
  const texts = cards.map(cardToText)
  shown.push(...texts)
  return texts.join('\n\n')
}

const type = (text: string): string => take({ kind: 'text', text })
const command = (id: CommandId, text = ''): string => take({ kind: 'command', command: id, text })

/** Presses the button with that label on the last reply. */
function press(label: string): string {
  const choices = cards.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'choices' ? part.choices : [])),
  )
  const found = choices.find((choice) => choice.label === label)
  if (!found)
    throw new Error(`no button "${label}" among: ${choices.map((choice) => choice.label).join(', ')}`)
  return take({ kind: 'action', action: found.action })
}

/** Ticks boxes of the last reply's checklist and sends it. */
function tick(...labels: string[]): string {
  const [list] = cards.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'checklist' ? [part] : [])),
  )
  if (!list) throw new Error('no checklist')
  const values = list.options.filter(({ label }) => labels.includes(label)).map(({ value }) => value)
  expect(values).toHaveLength(labels.length)
  return take({ kind: 'action', action: list.submit.action, values })
}

describe('a consultation about bicycles, with nothing changed in src', () => {
  test('begins in the words of its field and counts its own questions', () => {
    const start = command('start')
    expect(start).toContain('Which bicycle fits your project?')
    expect(start).toContain('I help you choose a bicycle.')
    expect(start).toContain('Ask me 4 questions')
  })

  test('reads a brief: levels from figures and phrases, needs with their priority, the kind', () => {
    command('start')
    const understood = type(BRIEF)
    expect(understood).toContain('Distance: medium (you said: "I ride 8 km to work every day")')
    expect(understood).toContain('Load: high')
    expect(understood).toContain('Storing: high')
    expect(understood).toContain('Child seat: must')
    expect(understood).toContain('Motor: not needed (you said: "No motor needed")')
    expect(understood).toContain('Kind of project: Way to work')
    expect(understood).toContain('How much do you want to look after it?')
  })

  test('asks by button to the end and recommends with reasons, a counter-argument and sources', () => {
    command('start')
    expect(press('Ask me 4 questions')).toContain('What do you carry besides yourself?')
    expect(press('Bags')).toContain('How much do you want to look after it?')
    expect(press('Why do you ask?')).toContain('Some drives want oil and attention every week')
    expect(tick('Mudguards')).toContain('Mudguards: wanted')
    press('A few steps')
    const result = press('Not sure')
    expect(result).toContain('Recommendation: Corvina')
    expect(result).toContain('- Bags come along: The rear rack takes twenty-five kilograms.')
    expect(result).toContain('What speaks against it')
    expect(result).toContain('Also considered\n- Tramo')
    expect(result).toContain('Sources: Shop manual 2026 (2026)')
    expect(press('Score, point by point')).toContain('Score: Corvina')
  })

  test('takes free-text answers, bare figures among them', () => {
    command('start')
    press('Ask me 4 questions')
    expect(type('twelve kilos')).toContain('Load: medium')
    expect(type('just ride')).toContain('Upkeep: high')
  })

  test('a question of their own is answered and the waiting question comes back', () => {
    command('start')
    type(BRIEF)
    const answer = type('does the tramo fold up?')
    expect(answer).toContain('Yes, Tramo has folding frame built in: three hinges.')
    expect(answer).toContain('How much do you want to look after it?')
    expect(type('just ride')).toContain('Recommendation: Corvina')
  })

  test('back takes the last answer back, and the summary shows what is left', () => {
    command('start')
    type(BRIEF)
    type('never')
    expect(command('summary')).toContain('Upkeep: high (you said: "never")')
    expect(command('back')).toContain('How much do you want to look after it?')
    const summary = command('summary')
    expect(summary).toContain('Child seat: must')
    expect(summary).not.toContain('Upkeep: high')
  })

  test('a what-if shows before and after, and changes nothing when it is dropped', () => {
    command('start')
    type(BRIEF)
    type('never')
    const supposed = type('what if it must have a motor')
    expect(supposed).toContain('Otter instead of Corvina.')
    expect(supposed).toContain('Motor: not needed → must')
    expect(press('Drop it')).toContain('Recommendation: Corvina')
    type('what if it must have a motor')
    expect(press('Keep this change')).toContain('Recommendation: Otter')
  })

  test('a what-if that is not understood is met with an example of its field', () => {
    const hint = type('what if they need xyzzy')
    shown = ['judged here, because a hook cannot be expected to fail']
    expect(hint).not.toMatch(realField)
  })

  test('says why not: ruled out by a must, or behind by points', () => {
    command('start')
    type(BRIEF)
    type('never')
    expect(command('why-not', 'velino')).toContain('Velino does not offer Child seat, a must here.')
    command('result')
    expect(press('Why not Otter?')).toMatch(/Otter has [\d.]+ points, Corvina [\d.]+/)
  })

  test('compares two, however they are misspelt', () => {
    const table = type('corvinna vs vellino')
    expect(table).toContain('Corvina is ahead on upkeep and load; Velino is ahead on distance and storing.')
    expect(table).toContain('Type: Corvina Upright bicycle; Velino Sport bicycle')
  })

  test.each([
    ['what is a hub gear?', 'A hub gear hides its wheels inside the rear hub'],
    ['tell me about otter bike', 'Otter is a carrier: a long carrier with a box in front'],
    ['what does corvina weigh?', 'Sixteen kilograms can be lifted into a cellar.'],
    ['does the corvina have suspension?', 'No, in Corvina you add suspension yourself'],
    ['can the corvina carry a child seat?', 'third-party add-ons give Corvina child seat'],
    ['who rides corvina?', 'I know of no confirmed users of Corvina.'],
    ['what are the weaknesses of tramo?', 'The main weaknesses of Tramo: small wheels feel every hole.'],
    ['what decides?', '4 things decide: Distance and pace, Load and passengers'],
    ['can i book a test ride?', 'every bicycle may be tried for a day'],
    ['what about a pedelino?', 'Pedelino is known to me by name only'],
    ['how much is a vespino?', 'Vespino is a motor scooter, and I only know about choosing a bicycle.'],
    ['an otter swam across the lake', 'I only know about choosing a bicycle.'],
    ['who are you?', 'a program that helps people choose a bicycle'],
  ])('answers "%s" from its knowledge', (question, answer) => {
    expect(type(question)).toContain(answer)
  })

  test('a claim carries its source, also when it is a position on a criterion', () => {
    expect(type('how fast is the velino?')).toBe(
      'Eight kilograms and a low position.\n\nSources: Shop manual 2026 (2026)\n\nAsk me 4 questions | Was this useful?',
    )
  })

  test.each([
    'help',
    'engineer',
    'history',
    'my-data',
    'forget-me',
    'change',
    'cancel',
    'skip',
    'restart',
  ] as const)('the command "%s" speaks of its field alone', (id) => {
    command('start')
    type(BRIEF)
    command(id)
    expect(cards.length).toBeGreaterThan(0)
  })
})
