import type { Source, SourcesPart } from '../../src/card/card.ts'
import { addressLabel, isAddress } from '../shared/address.ts'
import { neutralise } from '../shared/neutralise.ts'
import { type Piece, textDisplay } from './components.ts'
import { escapeDiscord, link, small } from './markdown.ts'

/** Sources in small print, addresses as short links. */
export function sources({ sources }: SourcesPart): Piece[] {
  if (sources.length === 0) return []
  const heading = sources.length === 1 ? 'Source' : 'Sources'
  return textDisplay(small(`${heading}: ${sources.map(sourceText).join(', ')}`))
}

function sourceText({ source, asOf }: Source): string {
  const dated = asOf === null ? '' : ` (${literal(asOf)})`
  return (isAddress(source) ? link(literal(addressLabel(source)), source) : literal(source)) + dated
}

const literal = (text: string): string => escapeDiscord(neutralise(text).replace(/\s+/g, ' '))
