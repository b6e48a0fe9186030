import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replay } from '../../src/cli/replay.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { ROOT } from '../architecture/sources.ts'
import { command, temporaryFolder } from './program.ts'

const BRIEF = 'An online shop with an admin panel, live before Christmas.'

async function kept(...options: string[]): Promise<{ file: string; bytes: string }> {
  const { out: bytes } = await command(['recommend', BRIEF, '--json', ...options])
  const file = join(temporaryFolder(), 'result.json')
  writeFileSync(file, bytes)
  return { file, bytes }
}

describe('recommend --replay', () => {
  test.each([[[]], [['--explain']]])('gives the same bytes again, made with %j', async (options) => {
    const { file, bytes } = await kept(...options)
    expect(await command(['recommend', '--replay', file])).toEqual({ status: 0, out: bytes, errors: '' })
  })

  test('names the files that changed, and shows the new result beside the old one', async () => {
    const { file } = await kept()
    const folder = join(temporaryFolder(), 'knowledge')
    cpSync(join(ROOT, 'knowledge'), folder, { recursive: true })
    const entry = join(folder, 'frameworks/django.yaml')
    const text = readFileSync(entry, 'utf8')
    writeFileSync(entry, text.replace(/^( {2}status: )active$/m, '$1dormant'))
    appendFileSync(join(folder, 'company.yaml'), '# Nothing of weight.\n')
    const { same, text: told } = replay(await createConsultant(folder), file)
    expect(same).toBe(false)
    expect(told).toMatch(
      /^Changed since: 2 of \d+ files of the knowledge\n {2}company\.yaml\n {2}frameworks\/django\.yaml\n/,
    )
    expect(told).toMatch(/^first\n {2}then {2}django .*\n {2}now {3}(?!django )/m)
    expect(told).toMatch(/^ruled out\n {2}then .*\n {2}now .*django/m)
  })

  test('says so when a change of knowledge leaves the result as it was', async () => {
    const { file } = await kept()
    const folder = join(temporaryFolder(), 'knowledge')
    cpSync(join(ROOT, 'knowledge'), folder, { recursive: true })
    appendFileSync(join(folder, 'company.yaml'), '# Nothing of weight.\n')
    const { same, text } = replay(await createConsultant(folder), file)
    expect(same).toBe(false)
    expect(text).toMatch(/^Changed since: 1 of \d+ .*\n {2}company\.yaml\n\nThe result is the same\.$/)
  })

  test('ends with status 1 when it comes out otherwise', async () => {
    const { file, bytes } = await kept()
    writeFileSync(file, bytes.replace('"certainty":', '"certainty":1'))
    const { status, out } = await command(['recommend', '--replay', file])
    expect(status).toBe(1)
    expect(out).toMatch(/The knowledge is the same; the program has changed\.\n\ncertainty\n {2}then /)
  })

  test.each([
    ['no JSON', 'oops'],
    ['other JSON', '{"ranking":[]}'],
    ['a list', '[]'],
    [
      'no date',
      '{"ranking":[],"levels":{},"needs":{},"basis":{"text":"x","date":"soon","knowledge":{"files":{}}}}',
    ],
  ])('ends with status 65 on %s', async (_what, content) => {
    const file = join(temporaryFolder(), 'result.json')
    writeFileSync(file, content)
    const { status, out, errors } = await command(['recommend', '--replay', file])
    expect({ status, out }).toEqual({ status: 65, out: '' })
    expect(errors).toMatch(/\(give a file that holds what recommend --json has printed\)\n$/)
  })

  test('ends with status 65 on a file that is not there', async () => {
    expect((await command(['recommend', '--replay', '/nowhere/at/all'])).status).toBe(65)
  })
})
