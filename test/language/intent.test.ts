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
    ['how long are your contracts', 'hire'],
    ['crm for 40 sales people with roles, which framework', 'choose'],
    ['what do you suggest', 'choose'],
    ['is python still a good choice for the backend', 'about'],
    ['csrf protection in django, is it on by default', 'capability'],
    ['which rate limiter can i use with fastapi', 'capability'],
    ['dependency injection in fast api', 'capability'],
    ['does fastapi come with something like the django admin', 'capability'],
    ['only part of my falcon api needs auth how', 'howto'],
    ['inject a service class into a controller in litestar', 'howto'],
    ['set a max upload size in flask', 'howto'],
    ['run a slow job after the response in fastapi', 'howto'],
    ['monolith vs microframework', 'compare'],
    ['reference customers for falcon?', 'users'],
  ])('%s: %s', (text, intent) => expect(understand(text).intent).toBe(intent))

  test.each([
    ['can python handle a lot of traffic', 'performance'],
    ['would you say python is secure', 'about'],
    ['is sql injection a problem with frameworks', 'about'],
    ['which python frameworks support websockets', 'capability'],
    ['which framework has an admin panel built in', 'capability'],
    ['what is the most popular python framework', 'about'],
    ['what are the best 5 python frameworks', 'about'],
    ['how do i keep users logged in', 'howto'],
  ])('a question in general describes no project: %s: %s', (text, intent) =>
    expect(understand(text).intent).toBe(intent),
  )

  test.each([
    'is there something for a shop with 5000 users',
    'what about a chat app with 20k users',
    'how should we build an api for 50 clients',
    'what if we have 10k sockets',
    'stream llm tokens to the browser as they come, what fits',
  ])('a question about one project asks for advice: %s', (text) =>
    expect(understand(text).intent).toBe('choose'),
  )

  test.each([
    ['let only the owner of an item edit it, pyramid authorization', 'howto'],
    ['limit how big an upload can be in flask', 'howto'],
    ['django send a mail after the order', 'howto'],
    ['10k websocket connections with aiohttp', 'capability'],
    ['tornado csrf built in', 'capability'],
  ])('what they want to do, and what only sounds like it: %s: %s', (text, intent) =>
    expect(understand(text).intent).toBe(intent),
  )

  test('what they want to take back is a command, and thanks with a goodbye are small talk', () => {
    expect(understand('undo my last answer').whole).toMatchObject({ meaning: 'back' })
    expect(understand('thx alot byee').intent).toBe('smalltalk')
  })

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

  test.each([
    ['what is fastapi suited for', 'best_for'],
    ['can fastapi push events to the browser without websockets', 'server_sent_events'],
    ['would replacing quart with robyn make our site faster', 'performance'],
    ['django or fastapi, which should i learn', 'overview'],
    ['DRF or fastapi for the api', 'rest_api'],
    ['can django serve 100k visits a day', 'scalability'],
    ['restrict a view to managers in flask', 'authorization'],
    ['my browser blocks calls from my react app to fastapi', 'cors'],
    ['memoize results in fastapi', 'caching'],
    ['is anybody still fixing bugs in web2py', 'maintenance'],
    ['which big sites run on django', 'known_users'],
  ])('%s: %s', (text, topic) => expect(understand(text).topic).toBe(topic))

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
    'who played in django unchained',
    'how do i learn rust fast',
    'i need a hug today',
    'how can i run faster',
  ])('"%s" is off topic', (text) => expect(understand(text).intent).toBe('out_of_scope'))

  test.each([
    'which is fastest',
    'something that handles thousands of idle connections on one box',
    'dose ubr use fastapi',
    "what services do newwave's python developers offer",
    'so many frameworks',
    'where are your offices',
    'hotline number',
  ])('"%s" is not', (text) => expect(understand(text).intent).not.toBe('out_of_scope'))
})

describe('a command in words', () => {
  test.each([
    ['one step back please', 'back'],
    ['go back', 'back'],
    ['what do you mean', 'why'],
    ['start again from zero', 'restart'],
    ['forget all that', 'restart'],
    ['i made a mistake in the last answer', 'change'],
    ['continue where we stopped', 'start'],
    ["i'd like to skip this question", 'skip'],
    ['can we go back please', 'back'],
    ['show me what i said so far', 'summary'],
  ])('%s', (text, command) => expect(understand(text).whole).toEqual({ file: 'commands', meaning: command }))

  test.each([
    'we need a feature to go back in the wizard',
    'what do you mean by performance',
    'i want to start a project',
    'we want to share files',
  ])('"%s" has content of its own', (text) => expect(understand(text).whole).toBeNull())

  test.each(['are you a bot or a person', 'bye for now', 'nice bot'])('"%s" is small talk', (text) =>
    expect(understand(text).intent).toBe('smalltalk'),
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
