import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { needs, levels, understand } = await understanding()

describe('how strongly a need is stated', () => {
  test.each([
    ['we need websockets', ['websockets should']],
    ['websockets are a must', ['websockets must']],
    ['login is mandatory, graphql optional', ['authentication must', 'graphql could']],
    ['maybe login later', ['authentication could']],
    ['it would be great to have an admin panel', ['admin could']],
    ['the admin panel can wait', ['admin not_needed']],
    ['we do not want an ORM', ['orm excluded']],
    ['it must not use websockets', ['websockets excluded']],
  ])('%s', (text, expected) => expect(needs(text)).toEqual(expected))

  test('a "must" that is denied is only a wish', () => {
    expect(needs('GraphQL is not a must')).toEqual(['graphql could'])
    expect(needs('websockets are not critical')).toEqual(['websockets could'])
  })

  test('each side of an "and" has its own strength, or they share one', () => {
    expect(needs('login is a must and graphql would be nice')).toEqual([
      'authentication must',
      'graphql could',
    ])
    expect(needs('login and graphql are a must')).toEqual(['authentication must', 'graphql must'])
  })

  test('the strongest wish for a need counts', () => {
    expect(needs('maybe login. Login is a must.')).toEqual(['authentication must'])
  })
})

describe('headings', () => {
  test('hold for the rest of their sentence', () => {
    expect(needs('Must: login, admin. Nice to have: graphql. Not needed: websockets')).toEqual([
      'admin must',
      'authentication must',
      'graphql could',
      'websockets not_needed',
    ])
  })

  test('on a line of their own hold up to the next one or an empty line', () => {
    const list = 'Must have:\n- login\n- admin panel\nNice to have:\n- graphql\n\nThere are websockets.'
    expect(needs(list)).toEqual(['admin must', 'authentication must', 'graphql could', 'websockets should'])
  })
})

describe('behind a "but" the higher level wins', () => {
  test.each([
    'small now, but must scale to a million users',
    'starts with 20 users but will grow to 50,000 concurrent users',
    'light load at first, however we expect thousands of open connections',
  ])('%s', (text) => expect(levels(text).performance).toBe('high'))
})

describe('what matters more and less', () => {
  test.each([
    ['performance matters most', ['performance 2']],
    ["performance doesn't matter", ['performance 0.5']],
    ["we don't care about performance", ['performance 0.5']],
    ['flexibility is our top priority', ['flexibility 2']],
    ['flexibility is not our top priority', ['flexibility 0.5']],
    ["performance is key and flexibility doesn't matter", ['performance 2', 'flexibility 0.5']],
    ['community is less important than performance', ['ecosystem 0.5']],
    ['performance is about 40 pages', []],
  ])('%s', (text, expected) => {
    const { emphasis } = understand(text).findings
    expect(emphasis.map(({ criterion, factor }) => `${criterion} ${factor}`)).toEqual(expected)
  })
})
