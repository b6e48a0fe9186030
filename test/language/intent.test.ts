import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { understand } = await understanding()

const meaningOf = (text: string): unknown[] => {
  const { intent, topic, alternatives } = understand(text)
  return [intent, topic, alternatives.map(({ id }) => id)]
}

describe('what a question wants', () => {
  test.each([
    ['is there csrf support in starlette', 'capability'],
    ['does sanic run on ASGI', 'capability'],
    ['is django secure', 'capability'],
    ['is dependency injection in starlette available', 'capability'],
    ['is django middleware thread safe', 'about'],
    ['run something every 10 sec inside tornado', 'howto'],
    ['how to stop blocking calls in tornado', 'howto'],
    ['scheduled jobs in flask', 'capability'],
    ['can django channels handle 3000 concurrent connections', 'performance'],
    ['is fastapi ready for production use', 'about'],
    ['rate limit in fastapi', 'capability'],
    ['help me decide on a framework', 'choose'],
    ['what do you mean by flexibility', 'criteria'],
    ['i want to talk to a human engineer', 'hire'],
  ])('%s: %s', (text, intent) => expect(understand(text).intent).toBe(intent))

  test('what they have and know is no question about it', () => {
    expect(understand('small team, they know Django, rest api').intent).toBe('choose')
    expect(understand('we use Django but hate it').findings).toMatchObject({ leaving: true })
  })

  test('a question about the criteria is about how to choose, whatever it speaks of', () => {
    expect(understand('why does community matter when picking a framework')).toMatchObject({
      intent: 'criteria',
      topic: 'selection_criteria',
    })
  })

  test('a name is no topic', () => expect(understand('fast api vs django').topic).toBe('overview'))
})

describe('talk about something else', () => {
  test.each([
    'i have chest pain what should i take',
    'is it raining in Hanoi?',
    'price of bitcoin',
    'which phone should i buy',
    'rent a car in berlin',
    'recommend a good movie',
    'what is the meaning of life',
    'should i take the job in tokyo',
  ])('"%s" is off topic', (text) => expect(understand(text).intent).toBe('out_of_scope'))

  test.each(['which is fastest', 'so many frameworks', 'where are your offices', 'hotline number'])(
    '"%s" is not',
    (text) => expect(understand(text).intent).not.toBe('out_of_scope'),
  )
})

describe('a command in words', () => {
  test.each([
    ['one step back please', 'back'],
    ['go back', 'back'],
    ['what do you mean', 'why'],
  ])('%s', (text, command) => expect(understand(text).whole).toEqual({ file: 'commands', meaning: command }))

  test.each(['we need a feature to go back in the wizard', 'what do you mean by performance'])(
    '"%s" has content of its own',
    (text) => expect(understand(text).whole).toBeNull(),
  )
})

describe('the meaning of a text', () => {
  const words = fc.constantFrom(
    ...'does django flask have an orm for websockets login we need no admin panel fast 5000 users tornado vs'.split(
      ' ',
    ),
  )
  const texts = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))

  test('does not depend on case, surrounding blanks or a full stop at its end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const meaning = meaningOf(text)
        for (const other of [text.toUpperCase(), `  ${text}\n`, `${text}.`])
          expect(meaningOf(other)).toEqual(meaning)
      }),
    )
  })
})
