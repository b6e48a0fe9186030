import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

describe('a wrong use is told in one line, with status 64:', () => {
  test.each([
    ['an unknown command', ['nope'], /there is no command "nope" \(see: .* help\)/],
    ['a name every object has', ['constructor'], /there is no command "constructor"/],
    ['a command with lines and codes in it', ['a\nb\u001b[31m'], /there is no command "a b \[31m"/],
    ['no question', ['ask'], /ask takes <question>/],
    ['a blank question', ['ask', ' '], /ask takes <question>/],
    ['a question without quotes', ['ask', 'is', 'it', 'fast'], /ask takes <question>, each in quotes/],
    ['an unknown option', ['ask', '--jsn', 'x'], /ask: Unknown option '--jsn'/],
    ['no brief', ['recommend', '--json'], /recommend takes <brief>/],
    ['two briefs', ['recommend', 'a shop', 'a blog'], /recommend takes <brief>/],
    ['a brief and a file', ['recommend', 'x', '--replay', 'y'], /--replay takes a file and nothing else/],
    ['many explanations', ['recommend', '--stdin', '--explain'], /--explain takes one <brief>, not --stdin/],
    ['no answer', ['answer', 'speed'], /answer takes <criterion> <answer>/],
    [
      'an unknown criterion',
      ['answer', 'mood', 'good'],
      /there is no criterion "mood"; there are: complexity, /,
    ],
    ['one name to compare', ['compare', 'django'], /compare takes two or more different names/],
    ['one name twice', ['compare', 'django', 'djnago'], /compare takes two or more different names/],
    ['a name nobody knows', ['compare', 'django', 'xyzzy'], /no entry for "xyzzy"; I know .*django/],
    ['no brief to say why not', ['why-not', 'django'], /why-not takes <id> "<brief>"/],
    ['two folders to check', ['check', 'a', 'b'], /check: takes at most one folder/],
    ['an age that is no age', ['check', '--stale', 'soon'], /--stale takes months, such as 12m, not "soon"/],
    ['a word too many', ['chat', 'x'], /unexpected "x"/],
    ['a word too many', ['doctor', 'x'], /unexpected "x"/],
  ])('%s', async (_statement, args, told) => {
    const { status, out, errors } = await command(args)
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(errors).toMatch(told)
    expect(errors).toMatch(/^pyframe: [^\n]+\n$/)
  })
})

test.each(['help', '--help', '-h'])('%s lists every command', async (word) => {
  const { status, out } = await command([word])
  expect(status).toBe(0)
  for (const name of [
    'start',
    'chat',
    'ask',
    'recommend',
    'answer',
    'compare',
    'why-not',
    'check',
    'doctor',
  ]) {
    expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  }
})

describe('people get plain text:', () => {
  test.each([
    ['a question', ['ask', 'does django have an orm?'], /^Yes.*Source: http/s],
    ['a brief', ['recommend', 'Internal tool with an admin panel, six weeks'], /What I understood.*Django/s],
    [
      'a winner beyond the guide, and the best of the guide beside it',
      [
        'recommend',
        'asyncio home automation daemon, needs a tiny http endpoint for webhooks in the same process',
      ],
      /Recommendation: aiohttp.*FastAPI \([\d.]+, the best of those in the guide\)/s,
    ],
    ['an answer', ['answer', 'speed', 'in three weeks, it cannot slip'], /^high\n$/],
    ['two options', ['compare', 'djnago', 'FastAPI'], /Django.*FastAPI/s],
    [
      'why not, and what would',
      ['why-not', 'fastapi', 'An admin panel is a must'],
      /Why not FastAPI.*What would put it first\n- .*FastAPI \(\d+\.\d → \d+\.\d; Django \d/s,
    ],
    [
      'why not what cannot be',
      ['why-not', 'hug', 'REST API'],
      /No one or two changes .* would put Hug first/,
    ],
    ['why not the first', ['why-not', 'django', 'An admin panel is a must'], /Django is what I recommend/],
  ])('%s', async (_what, args, told) => {
    const { status, out, errors } = await command(args)
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(out).toMatch(told)
    for (const slip of ['\u001b', 'undefined', '[object']) expect(out).not.toContain(slip)
  })
})

describe.concurrent('a bad environment ends with status 78, naming', PROCESS_TEST, () => {
  test('every variable that is wrong', async () => {
    const settings = { DATABASE_URL: 'mysql://me:secret@host', KNOWLEDGE_DIR: '/nowhere', LOG_LEVEL: 'loud' }
    const { status, out, errors } = await finish(start(['ask', 'x'], temporaryFolder(), settings))
    expect({ status, out }).toEqual({ status: 78, out: '' })
    for (const name of Object.keys(settings)) expect(errors).toContain(`\n  ${name} `)
    expect(errors).not.toContain('secret')
    expect(errors).toContain('(set these in the environment or in .env)')
  })

  test('a .env that cannot be read', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '.env'))
    const { status, errors } = await finish(start(['ask', 'x'], folder))
    expect(status).toBe(78)
    expect(errors).toMatch(/^pyframe: cannot read \.env: .*\n$/)
  })

  test('the variable of .env, below what is set already', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\nKNOWLEDGE_DIR=/nowhere\n')
    const { status, errors } = await finish(start(['ask', 'x'], folder, { LOG_LEVEL: 'warn' }))
    expect(status).toBe(78)
    expect(errors).toContain('KNOWLEDGE_DIR there is no folder /nowhere')
    expect(errors).not.toContain('LOG_LEVEL')
  })
})
