import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../architecture/sources.ts'
import { command, finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

function copyOfKnowledge(): string {
  const folder = temporaryFolder()
  cpSync(join(ROOT, 'knowledge'), folder, { recursive: true })
  return folder
}

describe('check', () => {
  test('finds the knowledge that comes with the program sound', async () => {
    expect(await command(['check'])).toEqual({ status: 0, out: 'The knowledge is sound.\n', errors: '' })
  })

  test('names every problem of a folder, one a line, and ends with 65', async () => {
    const folder = copyOfKnowledge()
    rmSync(join(folder, 'guide.yaml'))
    writeFileSync(join(folder, 'notes.yaml'), '')
    writeFileSync(join(folder, 'kinds.yaml'), 'a: [')
    const { status, out } = await command(['check', folder])
    expect(status).toBe(65)
    expect(out.trimEnd().split('\n').toSorted()).toEqual([
      '3 problems.',
      'guide.yaml: this file is missing',
      expect.stringMatching(/^kinds\.yaml: not valid YAML: line \d+: /),
      'notes.yaml: no part of the knowledge has this name; rename or remove it',
    ])
  })

  test('says where the knowledge is looked for when there is none', async () => {
    const { status, errors } = await command(['check', '/nowhere'])
    expect(status).toBe(65)
    expect(errors).toMatch(
      /^pyframe: cannot read the knowledge folder \/nowhere: .* \(set KNOWLEDGE_DIR .*\)\n$/,
    )
  })
})

describe.concurrent('doctor', PROCESS_TEST, () => {
  test('finds everything in order here', async () => {
    const { status, out, errors } = await finish(start(['doctor'], temporaryFolder()))
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    for (const name of ['Node', 'configuration', 'knowledge', 'store', 'terminal']) {
      expect(out).toMatch(new RegExp(`^ok   ${name}: `, 'm'))
    }
    expect(out).not.toMatch(/^bad/m)
  })

  test('says what is wrong with the configuration, with its cure, and ends with 1', async () => {
    const { status, out } = await finish(start(['doctor'], temporaryFolder(), { LOG_LEVEL: 'loud' }))
    expect(status).toBe(1)
    expect(out).toMatch(/^bad {2}configuration: [\s\S]*LOG_LEVEL must be one of [\s\S]*\(set these in/m)
    expect(out).toMatch(/^ok {3}Node: /m)
  })

  test('looks at store and knowledge apart', async () => {
    const folder = temporaryFolder()
    const knowledge = copyOfKnowledge()
    writeFileSync(join(knowledge, 'kinds.yaml'), '[]')
    mkdirSync(join(folder, 'kept.db'))
    const settings = { DATABASE_URL: 'file:./kept.db', KNOWLEDGE_DIR: knowledge }
    const { status, out } = await finish(start(['doctor'], folder, settings))
    expect(status).toBe(1)
    expect(out).toMatch(/^bad {2}knowledge: \d+ problems? in the knowledge folder [\s\S]*kinds\.yaml/m)
    expect(out).toMatch(/^bad {2}store: .*kept\.db is a folder.* \(Let DATABASE_URL name a file in it/m)
  })
})
