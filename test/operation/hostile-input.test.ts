import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import type { Input } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { command, finish, PROCESS_TEST, start, temporaryFolder } from '../cli/program.ts'
import { consultant } from '../dialogue/moves.ts'

vi.setConfig({ testTimeout: PROCESS_TEST.timeout })

const ESCAPES = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0008\u202e'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('what the command line prints', () => {
  test.each([
    ['ask', `what is ${ESCAPES}django${ESCAPES}?`],
    ['ask', `${ESCAPES}`],
    ['ask', '--explain', `is ${ESCAPES}flask${ESCAPES} fast?`],
    ['recommend', `A shop ${ESCAPES} with a "back ${ESCAPES}office" for 5,000 users`],
    ['recommend', '--explain', `A shop ${ESCAPES} for 5,000 users`],
    ['answer', 'speed', `five ${ESCAPES} weeks`],
    ['answer', `speed${ESCAPES}`, 'five weeks'],
    ['compare', `django${ESCAPES}`, `fastapi${ESCAPES}`],
    ['why-not', `flask${ESCAPES}`, `A shop ${ESCAPES}`],
    ['brief', `A shop ${ESCAPES}`, '--out', `/nowhere/${ESCAPES}.md`],
    ['check', `/nowhere${ESCAPES}`],
    [`start${ESCAPES}`],
    ['doctor', ESCAPES],
  ])('drives no terminal: %s', async (...args) => {
    const { out, errors } = await command(args)
    expect(out).not.toMatch(OBEYED)
    expect(errors).not.toMatch(OBEYED)
  })
})

describe('a document for the client', () => {
  const BREAKOUT =
    ') >> /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj <b>x</b> [a](javascript:b)'

  async function written(extension: 'pdf' | 'md'): Promise<string> {
    const file = join(temporaryFolder(), `brief.${extension}`)
    const text = `A shop for ${BREAKOUT} with a back office`
    const { status } = await command([
      'brief',
      text,
      '--out',
      file,
      '--client',
      BREAKOUT,
      '--author',
      BREAKOUT,
    ])
    expect(status).toBe(0)
    return readFileSync(file, 'latin1')
  }

  test('has no actions but links to sources, whatever a name holds', async () => {
    const pdf = await written('pdf')
    // Streams are compressed, and what stands in strings is not obeyed.
    const structure = pdf
      .replace(/stream\r?\n[\s\S]*?endstream/g, '')
      .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()')
    expect(structure).toContain('/Type /Catalog')
    expect(structure).not.toMatch(
      /\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|AcroForm|SubmitForm|GoToR)\b/,
    )
    for (const [, kind] of structure.matchAll(/\/S \/(\w+)/g))
      expect(['URI', 'GoTo', 'Document']).toContain(tagless(kind))
    for (const [, address = ''] of pdf.matchAll(/\/URI \(((?:\\[\s\S]|[^\\()])*)\)/g))
      expect(address).toMatch(/^https?:\/\//)
  })

  test('has no HTML and no links but to sources as Markdown', async () => {
    const markdown = await written('md')
    expect(markdown).not.toMatch(/(?<!\\)<b>|\]\(javascript:(?<!\\\]\(javascript:)/)
    expect(markdown).not.toMatch(/(?<!\\)\[a(?<!\\)\]/)
  })

  /** Kinds of structure such as P and H1 share the key with kinds of action. */
  const tagless = (kind = ''): string =>
    /^(URI|GoTo|Launch|JavaScript|Named|Submit)/.test(kind) ? kind : 'Document'
})

describe('a conversation', () => {
  const step = createStep(consultant)
  const NOW = new Date('2026-03-01T10:00:00.000Z')
  const say = (text: string): Input => ({ kind: 'text', text })

  /** Says one thing after the other and gives what is kept at the end. */
  function talk(texts: readonly string[]) {
    let snapshot: unknown = null
    let shown = ''
    for (const text of texts) {
      const { conversation, cards } = step(snapshot, say(text), NOW)
      snapshot = JSON.parse(JSON.stringify(conversation))
      shown = cards.map(cardToText).join('\n')
    }
    return { kept: JSON.stringify(snapshot), history: (snapshot as { history: unknown[] }).history, shown }
  }

  test('of somebody who begins a hundred projects keeps the last thirty', () => {
    const texts = Array.from({ length: 100 }, (_, i) => [
      `A shop number ${i} for 500 users`,
      'start over',
    ]).flat()
    const { history, kept } = talk(texts)
    expect(history).toHaveLength(30)
    expect(kept).toContain('number 99')
    expect(kept).not.toContain('number 69 ')
  })

  test.each([
    ['brackets', '('],
    ['quotes', '"'],
    ['stars', '*'],
    ['underscores', '_'],
    ['backslashes', '\\'],
    ['links', '[a]('],
    ['list marks', '- '],
    ['negations', 'not '],
    ['digits', '9'],
    ['dots', '1.'],
    ['half a phrase', 'we need '],
    ['line feeds', '\n'],
    ['markup in markup', '**_`['],
    ['objects', '{"a":['],
    ['marks on one letter', '\u0301'],
  ])('goes on after four hundred thousand %s, and does not compare them all with each other', (_, piece) => {
    const text = piece.repeat(400_000 / piece.length)
    const { shown } = talk([text, `A shop ${text} with a back office`, 'what is django?'])
    expect(shown).toMatch(/django/i)
  })

  test('goes on after anything nested in anything', () => {
    const nested = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 60, depthSize: 'max' },
        fc.constantFrom('a shop', 'no login', '500 users', 'django', ''),
        fc
          .tuple(fc.constantFrom('("', '**_', '[`', 'not (', 'if you say "'), tie('any'))
          .map(([open, inner]) => `${open}${inner}${open}`),
      ),
    })).any
    fc.assert(
      fc.property(nested, (text) => {
        expect(talk([text, 'what is django?']).shown).toMatch(/django/i)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a message of the program', () => {
  const SECRETS = {
    DATABASE_URL: 'postgres://pyframe:hunter2@127.0.0.1:1/pyframe',
    SLACK_BOT_TOKEN: 'xoxb-1-hunter2',
    SLACK_APP_TOKEN: 'xapp-1-hunter2',
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    INSTALLATION_KEY: '0ff1ce'.padEnd(64, '0'),
    DISCORD_TOKEN: 'hunter2.hunter2.hunter2',
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
  }

  test.each(['start', 'doctor'])(
    'tells what is wrong and no secret when nothing can be reached: %s',
    async (name) => {
      const { status, out, errors } = await finish(
        start([name], temporaryFolder(), { ...SECRETS, LOG_LEVEL: 'debug' }),
      )
      expect(status).not.toBe(0)
      expect(out + errors).toMatch(/database server does not answer/)
      expect(out + errors).not.toMatch(/hunter2|0ff1ce/)
    },
  )
})
