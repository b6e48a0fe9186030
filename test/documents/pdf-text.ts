import { inflateSync } from 'node:zlib'

/** One stretch of text of a page. */
export interface Shown {
  text: string
  /** Of its left end and base line, in points from the bottom left corner. */
  x: number
  y: number
  /** Number of the marked content it belongs to, or "Artifact"; null = neither. */
  mark: string | null
}

/** A page by its number among the objects of the file. */
export interface ShownPage {
  object: number
  shown: Shown[]
}

/** What the pages of a PDF by pdfkit show, read back through the fonts' own tables; everything in drawing order. */
export const pagesOf = (pdf: Uint8Array): Shown[][] => shownPages(objectsIn(pdf)).map(({ shown }) => shown)

export const shownPages = (objects: PdfObjects): ShownPage[] =>
  [...objects]
    .filter(([, { dictionary }]) => /\/Type \/Page\b/.test(dictionary))
    .map(([object, { dictionary }]) => {
      const fonts = fontsOf(objects, objects.get(numberAfter(dictionary, '/Resources'))?.dictionary ?? '')
      return {
        object,
        shown: shownIn(objects.get(numberAfter(dictionary, '/Contents'))?.stream ?? '', fonts),
      }
    })

/** The text of all pages without blanks, which a page need not draw. */
export const squeezedText = (pdf: Uint8Array): string =>
  squeezed(
    pagesOf(pdf)
      .flat()
      .map(({ text }) => text)
      .join(''),
  )

export const squeezed = (text: string): string => text.replace(/[\s\u00a0]/g, '')

interface PdfObject {
  dictionary: string
  stream: string
}

export type PdfObjects = ReadonlyMap<number, PdfObject>

export function objectsIn(pdf: Uint8Array): PdfObjects {
  const raw = Buffer.from(pdf).toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?=\nendobj)/g)) {
    const [dictionary = '', body] = (match[2] ?? '').split('\nstream\n')
    objects.set(Number(match[1]), {
      dictionary,
      stream: body === undefined ? '' : inflated(dictionary, body),
    })
  }
  return objects
}

function inflated(dictionary: string, body: string): string {
  const bytes = Buffer.from(body.replace(/\nendstream$/, ''), 'latin1')
  return dictionary.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
}

export const numberAfter = (dictionary: string, key: string): number =>
  Number(new RegExp(`${key} (\\d+) 0 R`).exec(dictionary)?.[1])

/** Glyph number -> text, by the name of the font. */
function fontsOf(objects: PdfObjects, resources: string): Map<string, string[]> {
  const names = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)]
  return new Map(
    names.map(([, name = '', number]) => {
      const font = objects.get(Number(number))?.dictionary ?? ''
      return [name, glyphsIn(objects.get(numberAfter(font, '/ToUnicode'))?.stream ?? '')]
    }),
  )
}

function glyphsIn(map: string): string[] {
  const glyphs: string[] = []
  for (const [, first = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    for (const [i, [, codes = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      const units = codes.split(' ').map((unit) => Number.parseInt(unit, 16))
      glyphs[Number.parseInt(first, 16) + i] = String.fromCharCode(...units)
    }
  }
  return glyphs
}

/** [a, b, c, d, e, f] of a point (x, y): x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = ([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix => [
  ...([a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n] as const),
  ...([e * k + f * m + o, e * l + f * n + p] as const),
]

const matrixOf = (numbers: string): Matrix => numbers.trim().split(' ').map(Number) as Matrix

function shownIn(content: string, fonts: ReadonlyMap<string, string[]>): Shown[] {
  const shown: Shown[] = []
  const saved: Matrix[] = []
  let [page, line] = [IDENTITY, IDENTITY]
  let glyphs: string[] = []
  let mark: string | null = null
  const step =
    /^(q|Q)$|^((?:[\d.-]+ ){6})(cm|Tm)$|^\/(F\d+) [\d.]+ Tf$|^\[(.*)\] TJ$|^\/(\w+) <<([^>]*)>> BDC$|^(EMC)$/gm
  for (const found of content.matchAll(step)) {
    const [, stack, numbers = '', operator, font, pieces, tag, properties = '', end] = found
    if (tag !== undefined) mark = /\/MCID (\d+)/.exec(properties)?.[1] ?? tag
    else if (end !== undefined) mark = null
    else if (stack === 'q') saved.push(page)
    else if (stack === 'Q') page = saved.pop() ?? IDENTITY
    else if (operator === 'cm') page = times(matrixOf(numbers), page)
    else if (operator === 'Tm') line = matrixOf(numbers)
    else if (font !== undefined) glyphs = fonts.get(font) ?? []
    else {
      const codes = [...(pieces ?? '').matchAll(/<(\w+)>/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      )
      const [, , , , x, y] = times(line, page)
      shown.push({ text: codes.map((code) => glyphs[Number.parseInt(code, 16)] ?? '?').join(''), x, y, mark })
    }
  }
  return shown
}
