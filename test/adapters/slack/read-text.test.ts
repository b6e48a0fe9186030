import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeSlack } from '../../../adapters/slack/literal.ts'
import { readText } from '../../../adapters/slack/read-text.ts'

const US = 'UPYFRAME'

describe('what a person typed is read as they see it', () => {
  test.each([
    ['escapes', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['an escape that was typed', 'write &amp;lt; for &lt;', 'write &lt; for <'],
    ['our own mention goes', `<@${US}> which one is faster?`, 'which one is faster?'],
    ['our own mention with a name', `hey <@${US}|pyframe> hello`, 'hey hello'],
    ['somebody else', 'ask <@U999> about it', 'ask someone about it'],
    ['somebody with a name', 'ask <@U999|ana> about it', 'ask ana about it'],
    ['a channel', 'as in <#C1|general>', 'as in #general'],
    ['a channel without a name', 'as in <#C1>', 'as in a channel'],
    ['a broadcast', '<!here> we need auth', 'here we need auth'],
    ['a team', '<!subteam^S1|@backend> knows', '@backend knows'],
    ['a date', 'due <!date^1700000000^{date}|14 Nov 2023>', 'due 14 Nov 2023'],
    ['a bare link', 'see <https://flask.palletsprojects.com/>', 'see https://flask.palletsprojects.com/'],
    ['a link made by Slack', 'we use <http://django.com|django.com>', 'we use django.com'],
    ['a link with words', '<https://a.example/x|our brief>', 'our brief (https://a.example/x)'],
    ['an address with an ampersand', '<https://a.example/?a=1&amp;b=2>', 'https://a.example/?a=1&b=2'],
    ['a mail address', '<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['typographic quotes', '“it’s” ‘fine’ «so»', '"it\'s" \'fine\' "so"'],
    ['spaces that do not break', '50\u00a0000 users\u202fat once', '50 000 users at once'],
    ['invisible characters', 'fast\u200bapi', 'fastapi'],
    ['emoji', ':wave: hello :slightly_smiling_face:', 'hello'],
    ['emoji of a skin', 'great :thumbsup::skin-tone-3:!', 'great !'],
    ['emoji that are signs', 'yes :+1:', 'yes'],
    ['bold, italic, struck', '*must* have _login_, not ~Flask~', 'must have login, not Flask'],
    ['bold and italic at once', '*_very_ important*', 'very important'],
    ['code', 'run `pip install *` and ```a_b_c```', 'run pip install * and a_b_c'],
  ])('%s', (_, typed, read) => {
    expect(readText(typed, US)).toBe(read)
  })
})

describe('ordinary text stays', () => {
  test.each([
    'a time 10:30:45 and a ratio 3:2:1',
    'C::C and a:b:c and http://localhost:8000/x:y',
    '3 * 4 * 5 = 60, 2*3*4, **kwargs, snake_case_name and __init__',
    'about ~ 300 users, ~50 at once',
    '- a list\n- of two',
    '> 50k sockets',
    'フレームワーク、複雑さ',
    'a < b, x <y, 5 > 3',
  ])('%s', (text) => {
    expect(readText(escapeSlack(text), US)).toBe(text)
  })

  test('letters and digits are never lost, whatever stands between them', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/)
    const between = fc.constantFrom(
      ' ',
      ', ',
      ' - ',
      ' & ',
      ' < ',
      ' > ',
      '\n',
      ' * ',
      '. ',
      '/',
      ' (',
      ') ',
      "'",
      ' "',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between)), (pairs) => {
        const text = pairs.flat().join('')
        expect(readText(escapeSlack(text), US).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

test('what was read and is escaped again has no reference of Slack in it', () => {
  const piece = fc.oneof(
    fc.constantFrom('<@U1>', '<!here>', '<', '>', '&lt;', '&amp;', '|', '!', '@', '*', '_', '`', ':a:', ' '),
    fc.string({
      maxLength: 4,
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = readText(pieces.join(''), US)
      expect(escapeSlack(read)).not.toMatch(/[<>]/)
      expect(read.isWellFormed()).toBe(true)
    }),
  )
})
