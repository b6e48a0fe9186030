import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { named, understand } = await understanding()

describe('ordinary words that are names too count in the sense of the field', () => {
  test.each([
    ['what about flask?', ['flask']],
    ['flask or tornado', ['flask', 'tornado']],
    ['hug vs falcon', ['hug', 'falcon']],
    ['compare bottle and flask', ['bottle', 'flask']],
    ['does flask have an orm', ['flask']],
    ['is tornado fast?', ['tornado']],
    ['pros and cons of flask', ['flask']],
    ['a flask app', ['flask']],
    ['a python api with hug', ['hug']],
    ['falcon developer', ['falcon']],
    ['currently Flask', ['flask']],
    ['django and a bottle', ['django', 'bottle']],
    ['flask', ['flask']],
    ['how fast is falcon really', ['falcon']],
    ['when is tornado the right choice', ['tornado']],
    ['is flask ok for production', ['flask']],
    ['does it make sense to run flask on top of tornado', ['flask', 'tornado']],
  ])('%s', (text, ids) => expect(named(text)).toEqual(ids))
})

describe('in their ordinary sense they name nothing', () => {
  test.each([
    'give me a hug',
    'a quart of milk',
    'how mny cups in a qart of milk',
    'tornado warning in Ohio',
    'houses with tornado damage',
    'bottle of wine',
    'is there a tornado coming',
    'who invented the bottle',
    'how fast is a falcon',
    'can a falcon fly at night',
    'the pyramid of giza',
    'hug or kiss?',
    'quart or litre?',
    'my flask is leaking',
  ])('%s', (text) => expect(named(text)).toEqual([]))

  test.each(['give me a hug', 'a quart of milk', 'tornado warning in Ohio', 'bottle of wine'])(
    '"%s" is off topic',
    (text) => expect(understand(text)).toMatchObject({ intent: 'out_of_scope', topic: null }),
  )
})

describe('names from outside the field', () => {
  const strangers = (text: string): string[] => understand(text).strangers.map(({ name }) => name)

  test('are noticed when they are asked for', () => {
    expect(strangers('what about laravel?')).toEqual(['Laravel'])
    expect(strangers('next vs django')).toEqual(['Next'])
  })

  test.each(['our app must go live next month', 'a python api for our express delivery'])(
    'are not made out of the ordinary word: %s',
    (text) => expect(strangers(text)).toEqual([]),
  )
})

test('each alternative is named once, in the order of the text, with its place', () => {
  const { alternatives } = understand('fastapi, django, then fastapi again')
  expect(alternatives.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['fastapi', 0, 1],
    ['django', 1, 2],
  ])
})
