import * as z from 'zod'
import { ALTERNATIVE, FILES, FOLDERS } from './files.ts'

/**
 * The JSON Schemas that let editors complete and check the knowledge files, by file name; generated from the zod
 * schemas, so that there is one source of the rules.
 */
export function generateSchemas(): Map<string, string> {
  const schemas = Object.entries({ ...FILES, ...FOLDERS, alternative: ALTERNATIVE })
  return new Map(
    schemas.map(([name, schema]) => {
      // `input`: fields with a default may be left out. Refinements have no JSON Schema; the loader checks them.
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return [`${name.replace(/\.yaml$/, '')}.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}
