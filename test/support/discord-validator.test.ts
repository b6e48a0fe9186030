import { describe, expect, test } from 'vitest'
import {
  problemsOfChoices,
  problemsOfCommands,
  problemsOfMessage,
  problemsOfModal,
} from './discord-validator.ts'

const x = (length: number) => 'x'.repeat(length)
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const display = (content = 'words') => ({ type: 10, content })
const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: id, ...more })
const row = (...components: object[]) => ({ type: 1, components })
const option = (value: string, more: object = {}) => ({ label: value, value, ...more })
const options = (count: number) => many(count, (i) => option(`v${i}`))
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: options(3), ...more })
const container = (...components: object[]) => ({ type: 17, components })
const gallery = (name: string, more: object = {}) => ({
  type: 12,
  items: [{ media: { url: `attachment://${name}` }, description: 'a chart', ...more }],
})
const message = (...components: object[]) => ({
  flags: 1 << 15,
  components,
  allowed_mentions: { parse: [] },
})

const GOOD = {
  ...message(
    { ...container(display(), gallery('a.png'), { type: 14, divider: true }), accent_color: 0xffffff },
    row(button('b1', { style: 1 }), button('b2')),
    row(select({ min_values: 0, max_values: 3, placeholder: 'Choose' })),
    { type: 9, components: [display()], accessory: button('b3') },
    { type: 13, file: { url: 'attachment://b.pdf' } },
  ),
  ...{ nonce: x(25), enforce_nonce: true, message_reference: { message_id: '1', fail_if_not_exists: false } },
  attachments: [
    { id: 0, filename: 'a.png' },
    { id: 1, filename: 'b.pdf' },
  ],
}

test('a good message has no problems', () => {
  expect(problemsOfMessage(GOOD, ['a.png', 'b.pdf'])).toEqual([])
})

const BAD: [what: string, message: unknown][] = [
  ['without the flag', { ...message(display()), flags: 0 }],
  ['with another flag', { ...message(display()), flags: (1 << 15) | 4 }],
  ['with content', { ...message(display()), content: 'x' }],
  ['that may mention', { ...message(display()), allowed_mentions: { parse: ['users'] } }],
  ['that does not say whom it mentions', { flags: 1 << 15, components: [display()] }],
  [
    'that mentions who is answered',
    { ...message(display()), allowed_mentions: { parse: [], replied_user: true } },
  ],
  ['with a long nonce', { ...message(display()), nonce: x(26), enforce_nonce: true }],
  ['with a nonce that is not enforced', { ...message(display()), nonce: 'x' }],
  ['of nothing', message()],
  [
    'of 41 components',
    message(container(...many(19, () => display())), container(...many(20, () => display()))),
  ],
  ['of 4,001 characters', message(display(x(4_000)), display())],
  ['with an empty text', message(display(' '))],
  ['with half a character', message(display('\ud83d'))],
  ['with control characters', message(display('a\u0007'))],
  ['with a mention', message(display('hi <@123>'))],
  ['that mentions everybody', message(display('hi @everyone'))],
  ['with a live address', message(display('see https://a.example'))],
  ['with a spoiler', message(display('||x||'))],
  ['with an emoji code', message(display('a :smile: b'))],
  ['with a container in a container', message(container(container(display())))],
  ['with an empty container', message(container())],
  ['with a bad colour', message({ ...container(display()), accent_color: 0x1000000 })],
  ['with six buttons in a row', message(row(...many(6, (i) => button(`b${i}`))))],
  ['with an empty row', message(row())],
  ['with a button beside a select', message(row(select(), button('b')))],
  ['with a button outside a row', message(button('b'))],
  ['with a long button', message(row(button('b', { label: x(81) })))],
  ['with an empty button', message(row(button('b', { label: '' })))],
  ['with an unknown style', message(row(button('b', { style: 7 })))],
  ['with a long id', message(row(button(x(101))))],
  ['with a repeated id', message(row(button('b'), button('b')))],
  ['with 26 options', message(row(select({ options: options(26) })))],
  ['with no options', message(row(select({ options: [] })))],
  ['with a repeated option', message(row(select({ options: [option('a'), option('a')] })))],
  ['with a long option', message(row(select({ options: [option('a', { label: x(101) })] })))],
  ['with a long value', message(row(select({ options: [option(x(101), { label: 'a' })] })))],
  ['with a long description', message(row(select({ options: [option('a', { description: x(101) })] })))],
  ['with a long placeholder', message(row(select({ placeholder: x(151) })))],
  ['with more to choose than there is', message(row(select({ max_values: 4 })))],
  [
    'with a section of four texts',
    message({ type: 9, components: many(4, () => display()), accessory: button('b') }),
  ],
  ['with a section without accessory', message({ type: 9, components: [display()] })],
  ['with a picture without words', message(gallery('a.png', { description: '' }))],
  ['with a picture with long words', message(gallery('a.png', { description: x(1_025) }))],
  [
    'with a picture from elsewhere',
    message({ type: 12, items: [{ media: { url: 'https://a' }, description: 'a' }] }),
  ],
  ['with eleven pictures', message({ type: 12, items: many(11, () => gallery('a.png').items[0]) })],
  ['with an unknown component', message({ type: 99 })],
  ['with a field of a modal', message(row({ type: 4, custom_id: 'a', style: 1 }))],
  ['with an unknown field', message({ ...display(), colour: 'red' })],
]

test.each(BAD)('a message %s is refused', (_, bad) => {
  expect(problemsOfMessage(bad)).not.toEqual([])
  expect(problemsOfMessage(bad)).toHaveLength(1)
})

describe('files', () => {
  test('that are sent are shown, and shown ones are sent', () => {
    expect(problemsOfMessage(message(display()), ['a.png'])).toHaveLength(1)
    expect(problemsOfMessage(message(display(), gallery('b.png'), gallery('a.png')), ['a.png'])).toHaveLength(
      1,
    )
    const listed = { ...message(gallery('a.png')), attachments: [{ id: 0, filename: 'c.png' }] }
    expect(problemsOfMessage(listed, ['a.png'])).toHaveLength(1)
  })
})

const label = (component: object, more: object = {}) => ({ type: 18, label: 'L', component, ...more })
const field = { type: 4, custom_id: 'f', style: 2, max_length: 4_000 }
const radios = (count: number) => ({ type: 21, custom_id: 'r', options: options(count) })
const boxes = (count: number, more: object = {}) => ({
  type: 22,
  custom_id: 'c',
  options: options(count),
  ...more,
})
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'T', components })

test('a good modal has no problems', () => {
  expect(problemsOfModal(modal(display(), label(field), label(radios(10)), label(boxes(10))))).toEqual([])
})

test.each([
  ['a long title', { ...modal(label(field)), title: x(46) }],
  ['a long id', { ...modal(label(field)), custom_id: x(101) }],
  ['six fields', modal(...many(6, () => display()))],
  ['no fields', modal()],
  ['a field without label', modal(field)],
  ['a long label', modal(label(field, { label: x(46) }))],
  ['a long description', modal(label(field, { description: x(101) }))],
  ['one radio', modal(label(radios(1)))],
  ['eleven radios', modal(label(radios(11)))],
  ['eleven boxes', modal(label(boxes(11)))],
  ['more boxes to tick than there are', modal(label(boxes(3, { max_values: 4 })))],
  ['a field of 4,001 characters', modal(label({ ...field, max_length: 4_001 }))],
  ['a long placeholder', modal(label({ ...field, placeholder: x(101) }))],
  ['a button', modal(label(button('b')))],
])('a modal with %s is refused', (_, bad) => {
  expect(problemsOfModal(bad)).toHaveLength(1)
})

const places = { contexts: [0], integration_types: [0] }
const text = (more: object = {}) => ({ type: 3, name: 'a', description: 'd', ...more })
const sub = (more: object = {}) => ({ type: 1, name: 's', description: 'd', options: [text()], ...more })
const command = (more: object = {}) => [
  { type: 1, name: 'c', description: 'd', options: [sub()], ...places, ...more },
]

test('good commands have no problems', () => {
  expect(problemsOfCommands([...command(), { type: 3, name: 'Consult on this', ...places }])).toEqual([])
})

test.each([
  ['a long name', command({ name: x(33) })],
  ['a name in capitals', command({ name: 'Start' })],
  ['a long description', command({ description: x(101) })],
  ['no description', command({ description: '' })],
  ['26 subcommands', command({ options: many(26, (i) => sub({ name: `s${i}` })) })],
  ['a repeated subcommand', command({ options: [sub(), sub()] })],
  [
    'a required option behind another',
    command({ options: [sub({ options: [text(), text({ name: 'b', required: true })] })] }),
  ],
  ['no places', command({ contexts: [] })],
  [
    'more than 8,000 characters',
    command({
      options: many(25, (i) =>
        sub({
          name: `s${i}`,
          description: x(100),
          options: many(3, (j) => text({ name: `o${j}`, description: x(100) })),
        }),
      ),
    }),
  ],
])('a command with %s is refused', (_, bad) => {
  expect(problemsOfCommands(bad)).toHaveLength(1)
})

test('commands of one server name no places', () => {
  expect(problemsOfCommands(command(), false)).toHaveLength(1)
})

test('a completion has at most 25 choices of 100 characters', () => {
  const choice = { name: 'a', value: 'a' }
  expect(problemsOfChoices({ choices: many(25, () => choice) })).toEqual([])
  expect(problemsOfChoices({ choices: many(26, () => choice) })).toHaveLength(1)
  expect(problemsOfChoices({ choices: [{ ...choice, name: x(101) }] })).toHaveLength(1)
})
