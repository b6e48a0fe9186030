import { tidy } from '../shared/tidy.ts'

/** What a person reads where Discord writes an id that we were not told the name of. */
const SOMEONE = 'someone'
const SOMEWHERE = 'a channel'
const SOME = 'a group'

/** What ids in a message stand for. */
export interface Named {
  /** Ids of us and of our role: mentions of these are addressing, not content, and go. */
  self: readonly string[]
  /** What somebody mentioned is called; null when that is not known. */
  nameOf(user: string): string | null
}

const NOBODY: Named = { self: [], nameOf: () => null }

/** What a person typed, as they see it: Discord's mentions, emoji codes, marks and escapes undone. */
export function readText(text: string, named: Named = NOBODY): string {
  const readable = text
    .replace(/<@!?(\d+)>/g, (_, id: string) => (named.self.includes(id) ? '' : (named.nameOf(id) ?? SOMEONE)))
    .replace(/<@&(\d+)>/g, (_, id: string) => (named.self.includes(id) ? '' : SOME))
    .replace(/<#\d+>/g, SOMEWHERE)
    .replace(/<\/([^:<>]+):\d+>/g, '$1')
    .replace(/<a?:\w+:\d+>/g, '')
  return tidy(withoutMarks(readable))
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:>>> |> |-# |#{1,3} )/gm, ''],
  [/\*\*(?=\S)([^\n]*?\S)\*\*/g, '$1'],
  [/__(?=\S)([^\n]*?\S)__/g, '$1'],
  [/~~(?=\S)([^\n]*?\S)~~/g, '$1'],
  [/\|\|(?=\S)([^\n]*?\S)\|\|/g, '$1'],
  [/(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/g, '$1'],
  [/(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])/g, '$1'],
]

/** Marks that Discord shows as looks go; what is between backticks is meant letter by letter and stays. */
const withoutMarks = (text: string): string =>
  text
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((piece, i) => (i % 2 === 1 ? fenced(piece) : looksRemoved(piece)))
    .join('')

/** A language named behind the fence is for colours. */
const fenced = (piece: string): string =>
  piece.replace(/^```(?:\w+\n|\n)?|\n?```$/g, '').replace(/^`|`$/g, '')

/** What was escaped is no mark: it is moved out of the way, into code points nobody types. */
function looksRemoved(text: string): string {
  const safe = text.replace(/\\([!-~])/g, (whole, sign: string) =>
    /\w/.test(sign) ? whole : String.fromCharCode(ASIDE + sign.charCodeAt(0)),
  )
  const bare = MARKS.reduce((rest, [mark, kept]) => rest.replace(mark, kept), safe)
  return bare.replace(/[\ue020-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - ASIDE))
}

/** Start of a range of Unicode that is for private use. */
const ASIDE = 0xe000
