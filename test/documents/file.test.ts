import { describe, expect, test } from 'vitest'
import { briefFile, chartFile, dataFile } from '../../src/card/build.ts'
import type { ScoreChartPart } from '../../src/card/card.ts'
import { documentsOn } from '../../src/documents/documents.ts'
import { makeFile } from '../../src/documents/file.ts'
import { makePicture } from '../../src/documents/picture.ts'
import { PyframeError } from '../../src/errors.ts'
import { advisorOn, recipeFor, smallField, wanting } from './subjects.ts'

const field = smallField()
const advisor = advisorOn(field)
const recipe = recipeFor(field, { requirements: wanting(), said: ['tons of freight'] })

const CHART: ScoreChartPart = {
  kind: 'score_chart',
  caption: 'Fit',
  candidates: [{ name: 'A', score: 1 }],
  rows: [],
}

describe('a file from its recipe', () => {
  test.each([
    ['a PDF', briefFile(recipe), 'application/pdf', '%PDF-1.7'],
    [
      'Markdown',
      briefFile({ ...recipe, format: 'markdown' }),
      'text/markdown; charset=utf-8',
      '# Choosing a boat',
    ],
  ] as const)('is %s', async (_, part, mediaType, beginning) => {
    const file = await makeFile(advisor, part)
    expect(file).toMatchObject({ name: part.name, mediaType })
    expect(new TextDecoder().decode(file.bytes)).toContain(beginning)
  })

  test('is a picture', async () => {
    const { mediaType, bytes } = await makeFile(advisor, chartFile(CHART, 'dark'))
    expect(mediaType).toBe('image/png')
    expect([...bytes.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)))
  })

  test('is data as JSON', async () => {
    const data = { said: ['tons \0 "of" freight'], level: null }
    const file = await makeFile(advisor, dataFile('kept', 'What is kept', data))
    expect(file).toMatchObject({ name: 'kept.json', mediaType: 'application/json' })
    expect(JSON.parse(new TextDecoder().decode(file.bytes))).toEqual(data)
  })

  test.each(['pdf', 'markdown'] as const)(
    'that was kept as JSON gives the same bytes (%s)',
    async (format) => {
      const part = briefFile({ ...recipe, format })
      const [now, later] = [
        await makeFile(advisor, part),
        await makeFile(advisor, JSON.parse(JSON.stringify(part))),
      ]
      expect(Buffer.compare(now.bytes, later.bytes)).toBe(0)
    },
  )

  test('with requirements from before there were circumstances still works', async () => {
    const { rules: _, runtime: __, ...context } = wanting().context
    const old = briefFile({ ...recipe, format: 'markdown', requirements: { ...wanting(), context } })
    expect((await makeFile(advisor, old)).bytes).toEqual(
      (await makeFile(advisor, briefFile({ ...recipe, format: 'markdown' }))).bytes,
    )
  })

  test.each([null, 'x', {}, { ...wanting(), levels: { load: { level: 'enormous', origin: 'text' } } }])(
    'with damaged requirements is refused: %j',
    async (requirements) => {
      await expect(makeFile(advisor, briefFile({ ...recipe, requirements }))).rejects.toThrow(PyframeError)
    },
  )
})

test('the desk gets the same documents, pictures for a light background unless asked otherwise', async () => {
  const documents = documentsOn(advisor)
  const part = briefFile({ ...recipe, format: 'markdown' })
  expect(await documents.file(part)).toEqual(await makeFile(advisor, part))
  expect(Buffer.compare(await documents.picture(CHART), await makePicture(CHART, 'light'))).toBe(0)
  expect(Buffer.compare(await documents.picture(CHART, 'dark'), await makePicture(CHART, 'light'))).not.toBe(
    0,
  )
})
