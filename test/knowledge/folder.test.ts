import { cpSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PyframeError } from '../../src/errors.ts'
import { findProblems, loadKnowledge } from '../../src/knowledge/load.ts'
import { InvalidKnowledge } from '../../src/knowledge/problems.ts'
import { copyKnowledge, ENTRY, temporaryFolder } from './copy.ts'

const refusal = async (folder: string): Promise<unknown> =>
  loadKnowledge(folder, null).then(
    () => expect.fail('it was loaded'),
    (error) => error,
  )

describe('a folder that cannot be used is refused with status 65 and a cure:', () => {
  test.each([
    ['one that is not there', () => join(temporaryFolder(), 'nowhere'), /nowhere: ENOENT/],
    ['one without files', temporaryFolder, /holds no \.yaml files/],
    ['a file', () => copyKnowledge().pathOf('kinds.yaml'), /kinds\.yaml: ENOTDIR/],
    ['one with a link that leads nowhere', withDeadLink, /ENOENT.*django/],
  ])('%s', async (_statement, make, told) => {
    const error = await refusal(make())
    expect(error).toBeInstanceOf(PyframeError)
    expect(error).toMatchObject({ exitStatus: 65, message: expect.stringMatching(told) })
    expect((error as PyframeError).cure).toContain('KNOWLEDGE_DIR')
  })
})

function withDeadLink(): string {
  const copy = copyKnowledge()
  copy.remove(ENTRY)
  symlinkSync('gone', copy.pathOf(ENTRY))
  return copy.folder
}

test('an unsound folder is refused with every problem, one a line', async () => {
  const copy = copyKnowledge()
  copy.set(ENTRY, 'kind', 'monolith')
  copy.set(ENTRY, 'questions.0.topic', 'weather')
  const error = await refusal(copy.folder)
  expect(error).toBeInstanceOf(InvalidKnowledge)
  const { message, exitStatus, problems } = error as InvalidKnowledge
  expect([exitStatus, problems.length]).toEqual([65, 2])
  expect(message.split('\n')).toEqual([
    `2 problems in the knowledge folder ${copy.folder}`,
    `  ${ENTRY}: kind: there is no type "monolith"; there are: full-stack, micro, asynchronous`,
    `  ${ENTRY}: questions.0.topic: there is no topic "weather"; see topics.yaml`,
  ])
})

test('missing files and folders are told, and nothing that only follows from it', async () => {
  const copy = copyKnowledge()
  for (const file of ['domain.yaml', 'guide.yaml', 'phrases', 'frameworks']) copy.remove(file)
  expect(await copy.problems()).toEqual([
    'domain.yaml: this file is missing',
    'guide.yaml: this file is missing',
    'phrases/: this folder has no .yaml files',
  ])
})

describe('a file that nobody would read is told:', () => {
  test.each([
    ['notes.yaml', /no part of the knowledge has this name/],
    ['frameworks/flask.yml', /end in \.yaml/],
    ['frameworks/old/django.yaml', /no part of the knowledge has this name/],
    ['phrases/intent.yaml', /no part of the knowledge has this name/],
    ['phrases/__proto__.yaml', /no part of the knowledge has this name/],
  ])('%s', async (file, told) => {
    const copy = copyKnowledge()
    mkdirSync(copy.pathOf('frameworks/old'))
    cpSync(copy.pathOf(file.startsWith('phrases') ? 'phrases/unsafe.yaml' : ENTRY), copy.pathOf(file))
    const problems = await copy.problems()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(file)
    expect(problems[0]).toMatch(told)
  })
})

test.each(['__proto__', 'constructor'])('an entry named %s is told and breaks nothing', async (name) => {
  const copy = copyKnowledge()
  copy.set(ENTRY, 'id', name)
  renameSync(copy.pathOf(ENTRY), copy.pathOf(`frameworks/${name}.yaml`))
  const problems = await copy.problems()
  expect(problems[0]).toMatch(`frameworks/${name}.yaml: id: `)
  expect(problems.at(-1)).toBe('domain.yaml: core: there is no alternative "django"; there are: fastapi')
})

test('files that editors and other tools keep there are left alone, links are followed', async () => {
  const copy = copyKnowledge()
  copy.write('.hidden.yaml', 'a: [')
  copy.write('notes.txt', 'a: [')
  symlinkSync('gone', copy.pathOf('frameworks/.#django.yaml'))
  renameSync(copy.pathOf(ENTRY), copy.pathOf('django.data'))
  symlinkSync('../django.data', copy.pathOf(ENTRY))
  expect(await copy.problems()).toEqual([])
})

test('a folder may be given relative to where one stands', async () => {
  const copy = copyKnowledge()
  const relative = `${copy.folder}/../${copy.folder.split('/').at(-1)}/`
  expect(await findProblems(relative)).toEqual([])
})
