import { expect, test } from 'vitest'
import { addressLabel, isAddress } from '../../../adapters/shared/address.ts'
import { paragraphs, safeText } from '../../../adapters/shared/paragraphs.ts'
import { textBar, textGrid } from '../../../adapters/shared/text-grid.ts'

/** Each paragraph as its kind and its words. */
const outline = (marked: string): string[] =>
  paragraphs(marked).map((each) =>
    each.kind === 'paragraph'
      ? each.spans.map(({ text }) => text).join('')
      : `${each.ordered ? '1.' : '-'} ${each.items.map((item) => item.map(({ text }) => text).join('')).join(' | ')}`,
  )

test('blank lines part paragraphs, a dash or a number starts an item', () => {
  expect(outline('One\ntwo\n\nThree:\n- a\n- b\n\n1. c\n2. d\nAnd on')).toEqual([
    'One\ntwo',
    'Three:',
    '- a | b',
    '1. c | d',
    'And on',
  ])
})

test('a mark of a list that nothing follows is text', () => {
  expect(outline('- ')).toEqual(['-'])
})

test('marks reach over line feeds', () => {
  expect(paragraphs('**one\ntwo**')).toEqual([
    { kind: 'paragraph', spans: [{ text: 'one', bold: true }, { text: '\n' }, { text: 'two', bold: true }] },
  ])
})

test('nothing that a terminal obeys or a platform refuses is left in a text', () => {
  expect(safeText('a\u0000b\u202ec\u001b[31md\ud83d **e**')).toBe('abcd\ufffd e')
})

test('a link without room for one keeps its address', () => {
  expect(safeText('see [the docs](https://a.example)')).toBe('see the docs (https://a.example)')
})

test('an address is shown without what nobody reads', () => {
  expect(addressLabel('https://www.python.org/downloads/?x=1#y')).toBe('python.org/downloads')
  expect(addressLabel(`https://a.example/${'long/'.repeat(20)}`)).toHaveLength(48)
})

test('a source is an address only if it can be opened and cannot break out of a link', () => {
  const sources = [
    'https://a.example/x',
    'http://a',
    'PyPI project flask',
    'ftp://a',
    'https://a b',
    'https://a|b>',
  ]
  expect(sources.filter(isAddress)).toEqual(['https://a.example/x', 'http://a'])
})

test('columns are as wide as their longest cell', () => {
  expect(
    textGrid([
      ['', 'A'],
      ['Name', 'b'],
      ['複', '👍'],
    ]),
  ).toEqual(['      A', 'Name  b', '複     👍'])
})

test('a bar shows its share of 100, and never more', () => {
  expect([0, 50, 100, 140, -3].map((value) => textBar(value, 4))).toEqual([
    '░░░░',
    '██░░',
    '████',
    '████',
    '░░░░',
  ])
})
