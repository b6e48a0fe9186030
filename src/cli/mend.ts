import { plainText } from '../card/markup.ts'
import type { KeptRemark } from '../desk.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { claimsOf, type PlacedClaim } from '../knowledge/claims.ts'

/** What is to be mended where in the knowledge folder. */
const placed = (file: string, path: string): string => `${file}: ${path}`

/** The file of an entry, as it lies in the knowledge folder; the lists stand for themselves. */
function fileOf({ hashes }: Catalogue, entry: string): string {
  const name = `${entry}.yaml`
  return Object.keys(hashes).find((path) => path === name || path.endsWith(`/${name}`)) ?? name
}

/**
 * What a remark is about: every claim with one of its sources whose words it holds; where there is none, what was asked
 * or recommended.
 */
export function placesOfRemark(
  catalogue: Catalogue,
  { claim, about, alternatives, topic }: Pick<KeptRemark, 'claim' | 'about' | 'alternatives' | 'topic'>,
): string[] {
  const said = claim === null ? '' : folded(plainText(claim.text))
  const found = claimsOf(catalogue).filter(
    (place) => claim?.sources.includes(place.claim.source) && isIn(said, place),
  )
  if (found.length > 0)
    return [...new Set(found.map(({ entry, path }) => placed(fileOf(catalogue, entry), path)))]
  const [first = ''] = alternatives
  return [
    about === 'answer'
      ? placeOfQuestion(catalogue, `${first}/${topic ?? 'none'}`)
      : placed(fileOf(catalogue, first), 'positions'),
  ]
}

/** Sentences are shown whole or cut at their end: their beginning tells them apart. */
const BEGINNING = 40
const SHORTEST = 12

const isIn = (said: string, { claim }: PlacedClaim): boolean =>
  Object.values(claim).some(
    (value) =>
      typeof value === 'string' &&
      value.length >= SHORTEST &&
      value !== claim.source &&
      said.includes(folded(value).slice(0, BEGINNING)),
  )

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Where the answer to a question belongs that had none, by `<alternative>/<topic>`. */
export function placeOfQuestion(catalogue: Catalogue, name: string): string {
  const [id = '', topic = ''] = name.split('/')
  const { capability, section } = catalogue.topic(topic) ?? {}
  if (id === '') return placed(fileOf(catalogue, 'guide'), 'questions')
  if (!catalogue.alternative(id))
    return placed(fileOf(catalogue, 'neighbours'), `${catalogue.nameOf(id)}, or an entry of its own`)
  if (capability !== undefined)
    return placed(fileOf(catalogue, id), `capabilities.${capability}, or questions`)
  return placed(fileOf(catalogue, id), section === undefined ? 'questions' : `${section}, or questions`)
}

/** Where the wordings of a misread point stand, by `<kind>:<id>`. */
export function placeOfReading(catalogue: Catalogue, name: string): string {
  const [kind, id = ''] = name.split(':')
  switch (kind) {
    case 'criterion':
      return placed(fileOf(catalogue, id), 'levels, phrases')
    case 'situation':
      return placed(fileOf(catalogue, id), 'examples')
    case 'need':
      return placed(fileOf(catalogue, 'capabilities'), `${id}, phrases`)
    default:
      return placed(fileOf(catalogue, 'kinds'), `${id}, phrases`)
  }
}
