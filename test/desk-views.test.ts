import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FilePart, ScoreChartPart } from '../src/card/card.ts'
import { CACHE_FOLDER, readConfig } from '../src/config.ts'
import { type Incoming, openStore } from '../src/desk.ts'
import { createConsultant } from '../src/dialogue/consultant.ts'
import { createStep } from '../src/dialogue/step.ts'
import { temporaryFolder } from './store/place.ts'
import { tableNames } from './store/tables.ts'
import { createGate, openOffice, says, until } from './support/desk.ts'
import { NO_VIEWS } from './support/views.ts'

const CHART: ScoreChartPart = { kind: 'score_chart', caption: 'c', candidates: [], rows: [] }
const FILE: FilePart = {
  kind: 'file',
  name: 'chart.png',
  alt: 'a chart',
  recipe: { document: 'chart', format: 'png', chart: CHART, theme: 'light' },
}

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

describe('what only looks', () => {
  const views = {
    ...NO_VIEWS,
    suggest: (typed: string, limit: number) => [{ value: typed, label: `${limit}` }],
    home: (snapshot: unknown, now: Date) => [
      { title: `${snapshot === null} ${now.toISOString()}`, parts: [] },
    ],
    form: (snapshot: unknown) => ({
      questions: [],
      needs: [{ value: `${snapshot === null}`, label: '', checked: true }],
    }),
  }

  test('is given the last snapshot and the clock, and changes nothing', async () => {
    const desk = office.open({ views })
    await desk.attach('chat', office.collect)
    await desk.receive(says('hello'))
    expect(await desk.home('chat:1')).toEqual([{ title: `false ${office.now().toISOString()}`, parts: [] }])
    expect(await desk.form('chat:nobody')).toMatchObject({ needs: [{ value: 'true' }] })
    expect(desk.suggest('dj', 5)).toEqual([{ value: 'dj', label: '5' }])
    expect(await office.seen()).toEqual(['hello'])
    expect(await office.seen('chat:nobody')).toEqual([])
  })

  test('does not wait for the turns of the conversation', async () => {
    const gate = createGate()
    const desk = office.open({ views })
    await desk.attach('chat', gate.deliver)
    const received = desk.receive(says('hello'))
    await until(() => gate.waiting.length === 1)
    expect(await desk.home('chat:1')).toHaveLength(1)
    gate.open()
    await received
  })
})

test('documents are made by whoever makes them, and said to be missing without', async () => {
  const [bytes, dark] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])]
  const made = { name: FILE.name, mediaType: 'image/png', bytes }
  const picture = async (_: ScoreChartPart, theme?: string) => (theme === 'dark' ? dark : bytes)
  const desk = office.open({ documents: { picture, file: async () => made } })
  expect(await desk.picture(CHART)).toBe(bytes)
  expect(await desk.picture(CHART, 'dark')).toBe(dark)
  expect(await desk.file(FILE)).toBe(made)
  await expect(office.open().picture(CHART)).rejects.toMatchObject({ code: 'unavailable' })
})

test('a person who asks to be forgotten leaves nothing in any table but ids of events', async () => {
  const { folder, remove } = await temporaryFolder()
  const path = join(folder, 'kept.db')
  const own = await openOffice(await openStore(`file:${path}`))
  const consultant = await createConsultant(readConfig({}).knowledgeFolder, CACHE_FOLDER)
  const desk = own.open({ turn: createStep(consultant) })
  await desk.attach('chat', own.collect)
  const doAs = (event: string, input: Incoming['input']) =>
    desk.receive({ ...says('', { event, conversation: 'chat:ann', person: 'ann' }), input })
  await doAs('e1', {
    kind: 'text',
    text: 'We build a shop with an admin panel for the zeppelin museum, 300 users.',
  })
  await doAs('e2', { kind: 'command', command: 'result', text: '' })
  await doAs('e3', { kind: 'command', command: 'forget-me', text: '' })
  const dump = () => {
    const database = new DatabaseSync(path, { readOnly: true })
    const rows = tableNames.map((table) => database.prepare(`select * from ${table}`).all())
    database.close()
    return JSON.stringify(rows)
  }
  expect(dump()).toContain('zeppelin')
  const [question] = own.delivered.at(-1)?.cards ?? []
  const erase =
    question?.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []))[0]?.action ?? ''
  await doAs('e4', { kind: 'action', action: erase })
  expect(dump()).not.toMatch(/zeppelin|ann/)
  expect(dump()).toContain('"id":"e4"')
  await own.close()
  await remove()
})
