/* Tests of the shape of something that was kept as JSON and is believed only after it was checked. */

export type Test = (value: unknown) => boolean

export const isText: Test = (value) => typeof value === 'string'
export const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0
export const isShare: Test = (value) => typeof value === 'number' && value >= 0 && value <= 1
export const isVersion: Test = (value) => typeof value === 'string' && /^\d+(\.\d+)*$/.test(value)
export const isFlag: Test = (value) => typeof value === 'boolean'

export const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

export const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)

export const oneOf =
  (...values: unknown[]): Test =>
  (value) =>
    values.includes(value)

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const mapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test)

/** Own fields only: what an object inherits was never saved. The newer ones may be missing. */
export const having =
  (fields: Record<string, Test>, newer: Record<string, Test> = {}): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, test]) => Object.hasOwn(value, name) && test(value[name])) &&
    Object.entries(newer).every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]))

export const TEXTS = listOf(isText)
