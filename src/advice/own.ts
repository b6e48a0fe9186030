/** Own entry of a record that came from JSON, where a key may be the name of an inherited property. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
