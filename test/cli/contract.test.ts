import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ROOT } from '../architecture/sources.ts'
import { command, finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

const ENTRIES = readdirSync(join(ROOT, 'knowledge/frameworks')).map((file) => file.replace(/\.yaml$/, ''))
const NEEDS = /^[a-z][a-z0-9_]*$/

const frameworks = z.enum(
  `aiohttp bottle django django-ninja django-rest-framework falcon fastapi flask hug litestar py4web pyramid quart robyn
   sanic starlette tornado web2py`.split(/\s+/),
)
const criteria = z.enum(['complexity', 'performance', 'ecosystem', 'speed', 'flexibility'])
const intents = z.enum(
  `about capability choose compare control criteria glossary hire howto out_of_scope performance pros_cons smalltalk
   users`.split(/\s+/),
)
const topics = z.enum(
  `admin async_views authentication authorization background_tasks best_for caching community cons contact cors csrf
   dependency_injection deployment file_uploads forms graphql hiring i18n known_users learning_curve licence maintenance
   middleware migration migrations multi_database none nosql openapi_docs orm overview performance popularity pros
   rate_limiting rest_api routing scalability scheduled_jobs security selection_criteria server_sent_events sessions
   sql_injection streaming templates testing_client type_hints types_of_framework validation versions websockets
   why_python xss`.split(/\s+/),
)
const share = z.number().min(0).max(1)

const asked = z.strictObject({
  intent: intents,
  frameworks: z.array(frameworks),
  topic: topics,
  text: z.string().min(2),
  sources: z.array(z.string().min(4)),
})
const recommended = z.strictObject({
  ranking: z.array(
    z.strictObject({
      id: frameworks,
      score: z.number().min(0).max(100),
      excluded: z.string().min(2).nullable(),
    }),
  ),
  levels: z.partialRecord(criteria, z.enum(['low', 'medium', 'high'])),
  needs: z.record(z.string().regex(NEEDS), z.enum(['must', 'should', 'could', 'not_needed', 'excluded'])),
  certainty: share,
  robustness: share,
  next: criteria.nullable(),
})
/** Alone, it also carries what is needed to give it again. */
const kept = recommended.extend({
  basis: z.strictObject({
    text: z.string(),
    date: z.iso.datetime(),
    requirements: z.object({ levels: z.record(z.string(), z.object({ level: z.string() })) }),
    knowledge: z.strictObject({
      hash: z.string().regex(/^[0-9a-f]{16}$/),
      files: z.record(z.string().endsWith('.yaml'), z.string().regex(/^[0-9a-f]{8}$/)),
    }),
  }),
})
const answered = z.strictObject({
  level: z.enum(['low', 'medium', 'high', 'unknown']),
  needs: z.array(z.string().regex(NEEDS)),
})

const TEXTS = [
  'does django have an orm?',
  'Compare Django and FastAPI for a REST API',
  'is cherrypy better than starlette?',
  'hello',
  'tornado warning in Ohio',
  'what is an orm',
  'Internal tool with an admin panel and login, 40 users, two developers, six weeks. No websockets needed.',
  '50k sockets at once, latency below 20 ms, no orm, every part chosen by our architects',
  'I have no idea',
  '__proto__ constructor toString',
  '',
]
const lines = (fields: object): string =>
  TEXTS.map((text, i) => JSON.stringify({ id: `x${i}`, text, ...fields })).join('\n')

const parsed = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('one JSON object with --json has exactly the fields of the contract:', () => {
  test.each([
    ['ask', ['ask', '--json', 'does django have an orm?'], asked],
    ['recommend', ['recommend', '--json', 'An internal tool with an admin panel, in six weeks.'], kept],
    ['answer', ['answer', 'speed', 'before Christmas, it cannot slip', '--json'], answered],
  ])('%s', async (_command, args, schema) => {
    const { status, out, errors } = await command(args)
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(out).toMatch(/^\{.*\}\n$/)
    schema.parse(JSON.parse(out))
  })
})

describe.concurrent('each line of --stdin has them too, with its id, in order:', PROCESS_TEST, () => {
  test.each([
    ['ask', asked, {}],
    ['recommend', recommended, {}],
    ['answer', answered, { criterion: 'performance', asked: 'Will many people use it at once?' }],
  ])('%s', async (name, schema, fields) => {
    const { status, out, errors } = await finish(start([name, '--stdin'], temporaryFolder()), lines(fields))
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const withId = schema.extend({ id: z.string() })
    expect(parsed(out).map((line) => withId.parse(line).id)).toEqual(TEXTS.map((_, i) => `x${i}`))
  })
})

test('a ranking holds every entry once: not excluded ones first, each part by score', async () => {
  const { out } = await command(['recommend', '--stdin'], lines({}))
  const rankings = parsed(out).map((line) => (line as z.infer<typeof recommended>).ranking)
  for (const ranking of rankings) {
    expect(ranking.map(({ id }) => id).toSorted()).toEqual(ENTRIES.toSorted())
    const firstOut = ranking.findIndex(({ excluded }) => excluded !== null)
    const split = firstOut === -1 ? ranking.length : firstOut
    for (const part of [ranking.slice(0, split), ranking.slice(split)]) {
      const scores = part.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }
    expect(ranking.slice(split).every(({ excluded }) => excluded !== null)).toBe(true)
  }
})

test('the question as it was put decides what a bare yes means', async () => {
  const level = async (asked: string): Promise<unknown> => {
    const { out } = await command(
      ['answer', '--stdin'],
      JSON.stringify({ text: 'yes', criterion: 'speed', asked }),
    )
    return JSON.parse(out).level
  }
  expect(await level('Is there a fixed deadline?')).toBe('high')
  expect(await level('Is there plenty of time?')).toBe('low')
})
