import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMarkdown } from '../../src/documents/markdown.ts'
import type { Block, Brief } from '../../src/documents/model.ts'
import { briefOn, smallField, wanting } from './subjects.ts'

const withBlock = (block: Block): string => {
  const brief: Brief = {
    ...{ title: 'T', publisher: 'P', byline: [], banners: [], colophon: 'C' },
    sections: [{ heading: 'H', blocks: [block] }],
  }
  return toMarkdown(brief).split('## H\n\n')[1]?.split('\n\n---')[0] ?? ''
}

describe('as Markdown', () => {
  test.each<[string, Block, string]>([
    [
      'a paragraph',
      { kind: 'paragraph', text: [{ text: 'Fast ', bold: true }, { text: 'and small' }] },
      '**Fast** and small',
    ],
    ['a quote', { kind: 'quote', text: [{ text: '“no”', italic: true }] }, '> _“no”_'],
    ['code', { kind: 'paragraph', text: [{ text: 'a*b', code: true }] }, '`a*b`'],
    [
      'a link',
      { kind: 'paragraph', text: [{ text: 'tour', href: 'https://a.example/' }] },
      '[tour](https://a.example/)',
    ],
    ['a list', { kind: 'list', numbered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] }, '- a\n- b'],
    ['steps', { kind: 'list', numbered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] }, '1. a\n2. b'],
    ['facts', { kind: 'facts', rows: [{ label: 'Load', value: [{ text: '+84' }] }] }, '- **Load**: +84'],
    [
      'a table',
      { kind: 'table', head: ['A', 'B'], rows: [[[{ text: 'x|y' }], [{ text: 'z' }]]] },
      '| A | B |\n| --- | --- |\n| x\\|y | z |',
    ],
    [
      'a chart',
      {
        kind: 'chart',
        mostRows: 1,
        chart: {
          kind: 'score_chart',
          caption: 'Fit',
          candidates: [{ name: 'A', score: 80 }],
          rows: [
            { label: 'Load', values: [70] },
            { label: 'Care', values: [null] },
          ],
        },
      },
      'Fit:\n\n|  | A |\n| --- | --- |\n| **Overall** | **80.0** |\n| Load | 70 |\n| Care | not rated |',
    ],
    [
      'sources',
      {
        kind: 'sources',
        items: [
          { number: 1, source: 'https://a.example/x_y', remark: '2026' },
          { number: 2, source: 'Manual', remark: 'no date known' },
        ],
      },
      '- \\[1\\] <https://a.example/x_y> (2026)\n- \\[2\\] Manual (no date known)',
    ],
  ])('%s', (_, block, markdown) => {
    expect(withBlock(block)).toBe(markdown)
  })

  test('what somebody typed is never markup, HTML, a list or a mention', () => {
    const typed = '# a <b> **c** [d](javascript:e) @all `f` ![g](h)\n- i'
    const shown = withBlock({ kind: 'paragraph', text: [{ text: typed }] })
    expect(shown).toBe('\\# a \\<b\\> \\*\\*c\\*\\* \\[d\\](javascript:e) \\@all \\`f\\` \\!\\[g\\](h) - i')
    expect(withBlock({ kind: 'paragraph', text: [{ text: '1. a' }] })).toBe('\\1. a')
  })

  test('nothing of a text is lost, and no line of it starts a block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const shown = withBlock({ kind: 'paragraph', text: [{ text }] })
        expect(shown).not.toMatch(/\n/)
        expect(shown).not.toMatch(/^\s*(?:[-+*#>]|\d+[.)])/)
        expect(shown.replaceAll('\\', '').trim()).toBe(
          text
            .replace(/[\r\n]+/g, ' ')
            .replaceAll('\\', '')
            .trim(),
        )
      }),
    )
  })
})

test('a whole brief has one title, its sections and its colophon', () => {
  const markdown = toMarkdown(briefOn(smallField(), { client: 'Đặng', requirements: wanting() }))
  expect(markdown.match(/^# .*$/gm)).toEqual(['# Choosing a boat'])
  expect(markdown).toContain('Test yard · For Đặng · 1 June 2026')
  expect(markdown).toMatch(/## Sources\n\n- \\\[1\\\] Test source \(2026-01\)\n\n---\n\n_Knowledge test/)
})
