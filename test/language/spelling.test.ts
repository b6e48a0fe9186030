import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { read, named, needs } = await understanding()
const corrected = (text: string): string =>
  read(text)
    .tokens.map(({ norm }) => norm)
    .join(' ')

describe('misspelt names and words of the field are understood', () => {
  test.each([
    ['djagno', ['django']],
    ['djnago', ['django']],
    ['fastpai', ['fastapi']],
    ['djagno vs fastpai', ['django', 'fastapi']],
    ['compare flaks and djano', ['flask', 'django']],
    ['what about tornadoo', ['tornado']],
  ])('%s', (text, ids) => expect(named(text)).toEqual(ids))

  test.each([
    ['websokets', 'websocket'],
    ['autentication', 'authentication'],
    ['migratoins', 'migrations'],
    ['databse', 'database'],
    ['framewrok', 'framework'],
    ['performace', 'performance'],
    ['adimn', 'admin'],
    ['swich', 'switch'],
    ['sesions', 'sessions'],
    ['framwork', 'framework'],
    ['halp', 'help'],
    ['wen', 'when'],
    ['skp', 'skip'],
    ['oen', 'one'],
    ['dfr', 'drf'],
  ])('%s', (text, word) => expect(corrected(text)).toBe(word))

  test('an ordinary word is a slip where the right one completes a phrase', () => {
    expect(corrected('dose uber use fastapi')).toBe('does uber use fastapi')
    expect(corrected('dose flask have an orm')).toBe('does flask have an orm')
    expect(corrected('a dose of caffeine')).toBe('a dose of caffeine')
    expect(corrected('sever the ties')).toBe('sever the ties')
  })

  test('a need is found under a misspelt word', () => {
    expect(needs('we need websokets')).toEqual(['websockets should'])
  })
})

describe('what is not misspelt is left alone', () => {
  test.each([
    'does the director assure a strange county election',
    'Jane and Pavel live in Oslo',
    'Hugo moved from Paris to Seattle',
    'espresso and latte in Zara',
    'Minh likes wasabi',
    'gracias',
    'abc12x',
    'sla gpu ios erp gdp rpg ide vpn rds pos lan',
  ])('%s', (text) => expect(corrected(text)).toBe(text.toLowerCase()))

  test.each(['how is jane', 'do you like falcons', 'hugg the kids', 'espresso machine'])(
    '"%s" names no alternative',
    (text) => expect(named(text)).toEqual([]),
  )
})
