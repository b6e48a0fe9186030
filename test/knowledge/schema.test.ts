import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateSchemas } from '../../src/knowledge/schema/generate.ts'
import { ROOT } from '../architecture/sources.ts'

const folder = join(ROOT, 'knowledge/schema')

describe('the JSON Schemas for editors', () => {
  const generated = generateSchemas()

  test('are current: `npm run schema` writes them anew', () => {
    expect(readdirSync(folder).sort()).toEqual([...generated.keys()].sort())
    for (const [name, json] of generated) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(json)
  })

  test('describe what an entry must have', () => {
    const schema = JSON.parse(generated.get('alternative.json') ?? '{}')
    expect(schema.required).toContain('capabilities')
    expect(schema.additionalProperties).toBe(false)
  })
})
