import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, VARIABLES } from '../src/config.ts'
import { PyframeError } from '../src/errors.ts'
import { ROOT } from './architecture/sources.ts'

const example = readFileSync(join(ROOT, '.env.example'), 'utf8')

describe('the configuration', () => {
  test('has a sensible default for everything', () => {
    const config = readConfig({})
    expect(config.databaseUrl).toBe('file:./data/pyframe.db')
    expect(config.logLevel).toBe('warn')
    expect(config.knowledgeFolder).toBe(join(ROOT, 'knowledge'))
  })

  test('names every problem at once, with the variable and what it must be', () => {
    const read = (): unknown =>
      readConfig({ DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', KNOWLEDGE_DIR: '/nowhere' })
    expect(read).toThrow(PyframeError)
    expect(read).toThrow(/DATABASE_URL[\s\S]*KNOWLEDGE_DIR[\s\S]*LOG_LEVEL/)
    try {
      read()
    } catch (error) {
      expect((error as PyframeError).exitStatus).toBe(78)
    }
  })

  test('treats an empty value as not set', () => {
    expect(readConfig({ LOG_LEVEL: ' ' }).logLevel).toBe('warn')
  })

  test('is described in .env.example, variable by variable, with the real defaults', () => {
    const names = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(names).toEqual(VARIABLES.map(({ name }) => name))
    for (const { name, meaning, fallback } of VARIABLES) {
      expect(example).toContain(`# ${meaning}\n`)
      if (fallback !== '') expect(example).toContain(`\n${name}=${fallback}\n`)
    }
  })
})
