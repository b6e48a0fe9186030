import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { needs, levels, understand } = await understanding()

describe('what is denied is not needed', () => {
  test.each([
    ['no admin panel needed', ['admin not_needed']],
    ['websockets are not needed', ['websockets not_needed']],
    ['an ORM is not necessary', ['orm not_needed']],
    ['we can do without an admin panel', ['admin not_needed']],
    ['neither websockets nor graphql', ['graphql not_needed', 'websockets not_needed']],
    ['login and admin are not needed', ['admin not_needed', 'authentication not_needed']],
    ["it doesn't have to have an admin panel", ['admin not_needed']],
    ['raw SQL instead of an ORM', ['orm not_needed']],
    ['admin: no. login: yes.', ['admin not_needed', 'authentication should']],
  ])('%s', (text, expected) => expect(needs(text)).toEqual(expected))
})

describe('a denied list is denied to its end', () => {
  test.each([
    ["we don't need admin, login or graphql", ['admin', 'authentication', 'graphql']],
    ["we don't need X, websockets or graphql", ['graphql', 'websockets']],
    ['no admin panel, login, websockets or graphql', ['admin', 'authentication', 'graphql', 'websockets']],
  ])('%s', (text, ids) => expect(needs(text)).toEqual(ids.map((id) => `${id} not_needed`)))
})

describe('a negation ends where something else begins', () => {
  test.each([
    ['without login but with websockets', ['authentication not_needed', 'websockets should']],
    ["we don't need an admin panel but a login is a must", ['admin not_needed', 'authentication must']],
    ['no login, websockets are a must', ['authentication not_needed', 'websockets must']],
    ['No websockets. Login is needed.', ['authentication should', 'websockets not_needed']],
    ['login required, admin not needed', ['admin not_needed', 'authentication must']],
  ])('%s', (text, expected) => expect(needs(text)).toEqual(expected))
})

describe('a "not" that denies nothing', () => {
  test.each([
    ["we can't live without an ORM", ['orm must']],
    ['not only a REST API but also an admin panel', ['admin should', 'rest_api should']],
    ['login is not optional', ['authentication must']],
    ["don't forget the login", ['authentication should']],
    ["I'm not sure we need websockets", ['websockets should']],
    ['never used websockets, but we need them now', ['websockets should']],
  ])('%s', (text, expected) => expect(needs(text)).toEqual(expected))
})

describe('levels and kinds can be denied too', () => {
  test('nothing live is a light load', () => {
    expect(levels('nothing live').performance).toBe('low')
  })

  test('a denied figure says nothing, a limit does', () => {
    expect(levels("we'll never have 10,000 concurrent users").performance).toBeUndefined()
    expect(levels('never more than 500 concurrent users').performance).toBe('medium')
  })

  test('what is not just a prototype is not taken for one', () => {
    expect(understand('just a prototype').findings.kind?.id).toBe('prototype')
    expect(understand('not just a prototype').findings.kind).toBeNull()
  })
})
