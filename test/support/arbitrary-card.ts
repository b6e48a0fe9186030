import * as fc from 'fast-check'
import type { Card, Part } from '../../src/card/card.ts'
import { escapeMarkup } from '../../src/card/markup.ts'

/** What people type to see what happens, and what platforms would make of it if they were let. */
const HOSTILE = [
  ...[
    '<!here>',
    '<!channel>',
    '<@U123>',
    '<#C123|general>',
    '<https://evil.example|click>',
    '@everyone',
    '@here',
  ],
  ...['*bold*', '_italic_', '~gone~', '`code`', '```', '> quote', '&amp;', '&lt;', '<', '>', '&', ':smile:'],
  ...[
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ud83d',
    '👩‍💻',
    '複雑さと性能',
    'e\u0301',
    '|',
    '\\',
    '"',
    '{}',
    '- ',
    '1. ',
  ],
]
const WORDS = [
  'a',
  'framework',
  'with',
  'roles',
  'and',
  'many',
  'entities.',
  'Why?',
  'About',
  '5,000',
  'users;',
]

const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...HOSTILE))

/** Words as somebody typed them, escaped as text from outside must be. */
const typed = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => escapeMarkup(words.join(' ')))

const marked = fc.oneof(
  typed(6),
  typed(3).map((words) => `**${words}**`),
  typed(3).map((words) => `_${words}_`),
  fc.constant('`pip install x`'),
  fc.constant('[the docs](https://docs.example/a_b?c=d&e=f)'),
)

const line = fc.array(marked, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
const bullets = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((l) => `- ${l}`).join('\n'))
const prose = (most: number) =>
  fc.array(fc.oneof(line, bullets), { minLength: 1, maxLength: most }).map((blocks) => blocks.join('\n\n'))

const short = typed(5)
const long = typed(30)
const label = fc.oneof({ weight: 5, arbitrary: short }, long)
const action = fc.stringMatching(/^[a-z]{3,8}(:[a-z0-9_-]{1,12}){0,5}@\d{1,3}$/)
const submit = fc.record({ action, label })

const choice = fc.record(
  { action, label, hint: label, quiet: fc.boolean(), primary: fc.boolean() },
  { requiredKeys: ['action', 'label'] },
)
const option = fc.record(
  { value: fc.stringMatching(/^[a-z_]{3,20}$/), label, hint: label, checked: fc.boolean() },
  { requiredKeys: ['value', 'label', 'checked'] },
)
const source = fc.record({
  source: fc.oneof(
    fc.constantFrom(
      'https://www.python.org/downloads/',
      'https://a.example/_x_/*b*?q=1&r=<2>',
      'PyPI project *flask*',
    ),
    fc.webUrl({ withQueryParameters: true }),
  ),
  asOf: fc.constantFrom(null, '2026-08', '*2026*', '2026-Q1'),
})

const PARTS: { [Kind in Part['kind']]: fc.Arbitrary<Extract<Part, { kind: Kind }>> } = {
  text: fc.record({ kind: fc.constant('text'), text: prose(12) }),
  facts: fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label, value: line }), { maxLength: 20 }),
  }),
  table: fc.integer({ min: 1, max: 24 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table'),
      caption: label,
      columns: fc.array(fc.oneof(short, fc.constant('')), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.array(fc.oneof(marked, fc.constant('')), { minLength: columns, maxLength: columns }),
        {
          maxLength: 20,
        },
      ),
    }),
  ),
  score_chart: fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.record({
      kind: fc.constant('score_chart'),
      caption: label,
      candidates: fc.array(fc.record({ name: short, score: fc.integer({ min: 0, max: 100 }) }), {
        minLength: count,
        maxLength: count,
      }),
      rows: fc.array(
        fc.record({
          label: short,
          values: fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 })), {
            minLength: count,
            maxLength: count,
          }),
        }),
        { maxLength: 12 },
      ),
    }),
  ),
  progress: fc.record({
    kind: fc.constant('progress'),
    step: fc.integer({ min: 1, max: 9 }),
    of: fc.constant(9),
  }),
  choices: fc.record({ kind: fc.constant('choices'), choices: fc.array(choice, { maxLength: 30 }) }),
  checklist: fc.record({
    kind: fc.constant('checklist'),
    label,
    options: fc.uniqueArray(option, { selector: ({ value }) => value, maxLength: 35 }),
    submit,
  }),
  form: fc.record({ kind: fc.constant('form'), label, placeholder: label, multiline: fc.boolean(), submit }),
  sources: fc.record({ kind: fc.constant('sources'), sources: fc.array(source, { maxLength: 25 }) }),
  file: fc.record({
    kind: fc.constant('file'),
    name: fc.constantFrom('brief.pdf', 'client-brief-acme-2026-08-22.md'),
    alt: label,
    recipe: fc.constant({
      document: 'brief' as const,
      format: 'pdf' as const,
      requirements: {},
      said: [],
      client: null,
      author: null,
      date: '2026-08-22',
      knowledge: 'abc',
    }),
  }),
  notice: fc.record({
    kind: fc.constant('notice'),
    tone: fc.constantFrom('info' as const, 'warning' as const),
    text: prose(2),
  }),
}

const arbitraryPart: fc.Arbitrary<Part> = fc.oneof(...(Object.values(PARTS) as fc.Arbitrary<Part>[]))

/** Any card: every kind of part, hostile words, from empty to far beyond what one message takes. */
export const arbitraryCard: fc.Arbitrary<Card> = fc.record(
  { title: label, parts: fc.array(arbitraryPart, { maxLength: 8 }) },
  { requiredKeys: ['parts'] },
)

/** Every marked text of a card; what a machine reads is left out. */
export function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return MACHINE.includes(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === 'recipe' ? [] : textsOf(inner, name)))
}

const MACHINE = ['kind', 'tone', 'action', 'source', 'asOf']
