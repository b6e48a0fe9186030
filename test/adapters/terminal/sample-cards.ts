import type { Card, Part } from '../../../src/card/card.ts'

type Samples = { [Kind in Part['kind']]: Extract<Part, { kind: Kind }> }

/** One part of every kind: a new kind does not compile until it has a sample here. */
export const SAMPLES: Samples = {
  text: {
    kind: 'text',
    text: '**Alpha** is _clearly_ ahead; run `alpha new`, see [the tour](https://alpha.example/tour).\n\n- A point that is long enough to go on in a second line, under its first word and not under its dash.\n- 要件の複雑さと性能、エコシステムで決まります。フレームワークの選定についての説明です。',
  },
  facts: {
    kind: 'facts',
    facts: [
      { label: 'Type', value: 'everything included' },
      { label: 'Current version', value: '5.2, supported until April 2028 and then followed by another one' },
    ],
  },
  table: {
    kind: 'table',
    caption: 'Side by side',
    columns: ['', 'Alpha', 'Beta'],
    rows: [
      ['Storage', 'built in', 'a package of its own, chosen by whoever starts the project'],
      ['Panel', 'built in', 'none'],
    ],
  },
  score_chart: {
    kind: 'score_chart',
    caption: 'How they compare',
    candidates: [
      { name: 'Alpha', score: 80.6 },
      { name: 'Beta', score: 50 },
    ],
    rows: [
      { label: 'Standing', values: [100, 0] },
      { label: 'Panel', values: [25, null] },
    ],
  },
  progress: { kind: 'progress', step: 2, of: 5 },
  choices: {
    kind: 'choices',
    choices: [
      { action: 'answer:low', label: 'Simple', hint: 'one screen or endpoint' },
      { action: 'answer:high', label: 'Complex', hint: 'roles and a back office', primary: true },
      { action: 'skip', label: 'Skip', quiet: true },
      { action: 'why', label: 'Why do you ask?', quiet: true },
    ],
  },
  checklist: {
    kind: 'checklist',
    label: 'Anything of this?',
    options: [
      { value: 'panel', label: 'Panel', hint: 'staff edit data', checked: false },
      { value: 'login', label: 'Login', checked: true },
    ],
    submit: { action: 'needs', label: 'Next' },
  },
  form: {
    kind: 'form',
    label: 'What would change?',
    placeholder: 'such as: twice as many users',
    multiline: false,
    submit: { action: 'what-if', label: 'Try it' },
  },
  sources: {
    kind: 'sources',
    sources: [
      { source: 'https://alpha.example/releases', asOf: '2025-04' },
      { source: 'Package index, project beta', asOf: null },
    ],
  },
  file: {
    kind: 'file',
    name: 'brief.pdf',
    alt: 'Two pages for the client',
    recipe: {
      document: 'brief',
      format: 'pdf',
      requirements: {},
      said: [],
      client: null,
      author: null,
      date: '2026-08-22',
      knowledge: 'abc',
    },
  },
  notice: {
    kind: 'notice',
    tone: 'warning',
    text: 'Live updates need a package of its own; plan a day for it.',
  },
}

/** A question as it is asked: graded choices, boxes, ways out. */
export const QUESTION: Card = {
  title: 'How complex will it be?',
  parts: [SAMPLES.progress, SAMPLES.choices, SAMPLES.checklist],
}
