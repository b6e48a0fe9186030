/** What takes long and is not always needed is made when it is first asked for, once. */
export function lazy<T>(create: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: create() }
    return made.value
  }
}
