import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { ROOT } from '../architecture/sources.ts'
import { copyKnowledge } from './copy.ts'

const folder = join(ROOT, 'knowledge')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const example = /^```yaml\n(.+?)^```$/ms.exec(readme)?.[1] ?? ''

test('the example of an entry in the README, put into a file of its own, has no problem', async () => {
  const copy = copyKnowledge()
  copy.write('frameworks/teacup.yaml', example)
  expect(load(example)).toMatchObject({ id: 'teacup' })
  expect(await copy.problems()).toEqual([])
})

test('its name is guarded because it has to be', async () => {
  const copy = copyKnowledge()
  copy.write('frameworks/teacup.yaml', example.replace(/^guarded: .*$/m, 'guarded: []'))
  expect(await copy.problems()).toContainEqual(
    expect.stringMatching(/teacup\.yaml: id: .*list it as guarded/),
  )
})

test('every file and folder the README names is there', () => {
  const named = [...readme.matchAll(/`([a-z]+\.yaml|[a-z]+\/)[^`]*`/g)].map(([, place = '']) => place)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((place) => !existsSync(join(folder, place)))).toEqual([])
})
