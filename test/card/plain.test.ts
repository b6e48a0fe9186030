import { describe, expect, test } from 'vitest'
import { briefFile, card, choices, facts, notice, sources, text } from '../../src/card/build.ts'
import type { Part } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'

const plain = (part: Part): string => cardToText({ parts: [part] })

const BRIEF = {
  format: 'pdf',
  requirements: {},
  said: [],
  client: null,
  author: null,
  date: '2026-08-22',
  knowledge: 'abc',
} as const

const EVERY_PART: Record<Part['kind'], [Part, string]> = {
  text: [text('**One** way', 'or two'), 'One way\n\nor two'],
  facts: [{ kind: 'facts', facts: [{ label: 'Load', value: '_high_' }] }, 'Load: high'],
  table: [
    { kind: 'table', caption: 'Points', columns: ['', 'A', 'B'], rows: [['Speed', '1', '2']] },
    'Points\nSpeed: A 1; B 2',
  ],
  score_chart: [
    {
      kind: 'score_chart',
      caption: 'Fit',
      candidates: [
        { name: 'A', score: 80 },
        { name: 'B', score: 60 },
      ],
      rows: [{ label: 'Speed', values: [90, null] }],
    },
    'Fit: A 80 of 100, B 60 of 100\nSpeed: A 90, B not rated',
  ],
  progress: [{ kind: 'progress', step: 2, of: 5 }, 'Question 2 of at most 5'],
  choices: [
    choices({ action: 'x@1', label: 'Yes', hint: 'do it' }, { action: 'y@1', label: 'No' }),
    'Yes (do it) | No',
  ],
  checklist: [
    {
      kind: 'checklist',
      label: 'Needed?',
      options: [
        { value: 'a', label: 'Login', checked: true },
        { value: 'b', label: 'Admin', checked: false },
      ],
      submit: { action: 'n@1', label: 'Next' },
    },
    'Needed?\n[x] Login\n[ ] Admin',
  ],
  form: [
    {
      kind: 'form',
      label: 'Your words',
      placeholder: 'type',
      multiline: false,
      submit: { action: 'f@1', label: 'Send' },
    },
    'Your words (type)',
  ],
  sources: [
    {
      kind: 'sources',
      sources: [
        { source: 'https://a.org', asOf: '2026' },
        { source: 'Manual', asOf: null },
      ],
    },
    'Sources: https://a.org (2026); Manual',
  ],
  file: [
    { kind: 'file', name: 'brief.pdf', alt: 'The brief', recipe: briefFile(BRIEF).recipe },
    'brief.pdf: The brief',
  ],
  notice: [notice('warning', 'Old'), 'Note: Old'],
}

describe('the plain-text twin', () => {
  test.each(Object.entries(EVERY_PART))('of %s says everything it shows', (_, [part, words]) => {
    expect(plain(part)).toBe(words)
  })

  test('begins with the title and parts with a blank line', () => {
    expect(cardToText(card('**Title**', text('a'), null, text('b')))).toBe('Title\n\na\n\nb')
  })
})

describe('building cards', () => {
  test('names each source once', () => {
    const part = sources([
      { source: 'a', asOf: '2026' },
      { source: 'a', asOf: null },
    ])
    expect(part).toEqual({ kind: 'sources', sources: [{ source: 'a', asOf: '2026' }] })
  })

  test('leaves out empty lists', () => {
    expect(sources([])).toBeNull()
    expect(facts([])).toBeNull()
  })
})
