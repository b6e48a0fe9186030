import { tidy } from '../shared/tidy.ts'

/** What a person reads where Slack writes an id that we may not look up. */
const SOMEONE = 'someone'
const SOMEWHERE = 'a channel'

/**
 * What a person typed, as they see it: Slack's escapes, links, mentions, emoji codes, marks and typographic
 * quotes undone.
 *
 * @param text as it comes in an event, a command or a field
 * @param ownId our user id: mentions of us are addressing, not content, and go; null where there are none
 */
export function readText(text: string, ownId: string | null): string {
  const readable = text.replace(/<([^<>]*)>/g, (whole, inner: string) => readReference(inner, ownId) ?? whole)
  return tidy(withoutEscapes(withoutMarks(readable)))
}

/** What stands between angle brackets; null when it is nothing of Slack's. */
function readReference(inner: string, ownId: string | null): string | null {
  const bar = inner.indexOf('|')
  const target = bar === -1 ? inner : inner.slice(0, bar)
  const name = bar === -1 ? '' : inner.slice(bar + 1)
  if (target.startsWith('@')) return target.slice(1) === ownId ? '' : name || SOMEONE
  if (target.startsWith('#')) return name ? `#${name}` : SOMEWHERE
  if (target.startsWith('!')) return readSpecial(target, name)
  if (/^mailto:/i.test(target)) return name || target.slice('mailto:'.length)
  if (/^(https?|ftp|tel|slack):/i.test(target)) return linkText(target, name)
  return null
}

/** `<!here>`, `<!subteam^S1|@team>`, `<!date^1700000000^{date}|14 November>` */
function readSpecial(target: string, name: string): string {
  if (name) return name
  return target.startsWith('!subteam') ? 'a team' : (target.slice(1).split('^')[0] ?? '')
}

/** A label that is the address without its protocol was typed so; other labels are words of their own. */
function linkText(address: string, label: string): string {
  if (label === '' || label === address) return address
  const bare = address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return bare === label.replace(/\/$/, '') ? label : `${label} (${address})`
}

/** Codes of emoji, not times, ports or things like `a:b:c`: they stand apart and have a letter or a sign in them. */
const EMOJI = /(?<![^\s(])(?::(?=[a-z0-9_+'-]*[a-z+-])[a-z0-9_+'-]+:(?::skin-tone-[2-6]:)?)+(?![^\s).,!?;])/gi

const MARKS: readonly RegExp[] = [
  /(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/g,
  /(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])/g,
  /(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/g,
]

/** Marks that Slack shows as looks go; what is between backticks is meant letter by letter and stays. */
function withoutMarks(text: string): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((piece, i) => (i % 2 === 1 ? piece.replace(/^`{1,3}|`{1,3}$/g, '') : looksRemoved(piece)))
    .join('')
}

const looksRemoved = (text: string): string =>
  MARKS.reduce((rest, mark) => rest.replace(mark, '$1'), text.replace(EMOJI, ''))

/** The ampersand last: `&amp;lt;` was typed as `&lt;`. */
const withoutEscapes = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
