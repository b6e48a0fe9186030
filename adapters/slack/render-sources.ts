import type { types } from '@slack/bolt'
import type { Source, SourcesPart } from '../../src/card/card.ts'
import { sourceToText } from '../../src/card/plain.ts'
import { addressLabel, isAddress } from '../shared/address.ts'
import { groupsOf } from '../shared/groups.ts'
import { neutralise } from '../shared/neutralise.ts'
import { SLACK } from './limits.ts'
import { escapeSlack, plain } from './literal.ts'

/** Sources in small print, addresses as short links. */
export function sources({ sources }: SourcesPart): types.ContextBlock[] {
  if (sources.length === 0) return []
  const heading = plain(sources.length === 1 ? 'Source:' : 'Sources:', SLACK.context.text)
  const groups = groupsOf([heading, ...sources.map(sourceElement)], SLACK.context.elements)
  return groups.map((elements) => ({ type: 'context', elements }))
}

/** A link needs `mrkdwn`; one whose label could be read as formatting is shown as plain text with its whole address. */
function sourceElement(source: Source): types.ContextBlockElement {
  const text = neutralise(sourceToText(source))
  if (!isAddress(source.source)) return plain(text, SLACK.context.text)
  const dated = source.asOf === null ? '' : ` (${source.asOf})`
  const label = addressLabel(source.source) + dated
  const link = `<${escapeSlack(source.source)}|${label}>`
  return isInert(label) && link.length <= SLACK.context.text
    ? { type: 'mrkdwn', text: link, verbatim: true }
    : plain(text, SLACK.context.text)
}

/** Only characters that mean nothing to `mrkdwn`; an underscore does inside a word. */
const isInert = (label: string): boolean =>
  /^[\w./()… -]+$/.test(label) && !/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/.test(label)
