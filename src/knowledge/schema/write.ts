import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSchemas } from './generate.ts'

// `npm run schema`: writes what test/knowledge/schema.test.ts compares with.
const folder = join(import.meta.dirname, '../../../knowledge/schema')
mkdirSync(folder, { recursive: true })
for (const [name, json] of generateSchemas()) writeFileSync(join(folder, name), json)
