import PDFDocument from 'pdfkit'
import { drawable } from './font.ts'
import type { Brief, Section } from './model.ts'
import { PALETTES } from './palette.ts'
import type { Box } from './pdf-box.ts'
import { bannerBox, boxesOf, headingBox, textBox } from './pdf-boxes.ts'
import { type Pages, type Part, paginate } from './pdf-pages.ts'
import { decoration, type Pdf, registerFonts, setText, type Tag } from './pdf-pen.ts'
import { CONTENT_WIDTH, PAGE, SPACE, TYPE } from './pdf-style.ts'

/** A brief of so many pages is one a client reads. */
const MOST_PAGES = 2

/**
 * A brief as PDF: tagged for screen readers, with bookmarks, title and language, the typeface embedded. The same brief
 * gives the same bytes.
 *
 * @param briefs the same document from roomy to tight; the first that fits two pages is taken, else the last
 * @param date on which it is dated, such as 2026-08-22
 */
export async function toPdf(briefs: readonly [Brief, ...Brief[]], date: string): Promise<Uint8Array> {
  const [roomy, ...tighter] = briefs
  const pdf = open(roomy, date)
  let pages = paginate(partsOf(pdf, roomy))
  for (const brief of tighter) {
    if (pages.count <= MOST_PAGES) break
    pages = paginate(partsOf(pdf, brief))
  }
  const bytes = collect(pdf)
  draw(pdf, roomy.colophon, pages)
  pdf.end()
  return bytes
}

function open(brief: Brief, date: string): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    // Our own layout decides where a page ends; nothing may start a new one behind its back.
    margin: 0,
    autoFirstPage: false,
    tagged: true,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: drawable(brief.title),
      Author: drawable(brief.publisher),
      Subject: drawable(brief.byline.join(' · ')),
      Creator: 'pyframe',
      Producer: 'pyframe',
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  })
  registerFonts(pdf)
  pdf.addPage()
  return pdf
}

function partsOf(pdf: Pdf, brief: Brief): Part[] {
  const top: Box[] = [
    textBox(pdf, 'P', [{ text: brief.publisher }], TYPE.publisher, 0),
    textBox(pdf, 'H1', [{ text: brief.title }], TYPE.title, SPACE.hair),
    ...bylineOf(brief).map((line) => textBox(pdf, 'P', [{ text: line }], TYPE.byline, SPACE.hair)),
    ...brief.banners.map((banner) => bannerBox(pdf, banner)),
  ]
  return [
    { heading: null, groups: [{ tag: null, boxes: top }] },
    ...brief.sections.map((section) => sectionPart(pdf, section)),
  ]
}

/** In one line, or one below the other where that is too long. */
function bylineOf({ byline }: Brief): string[] {
  const joined = byline.join(' · ')
  return setText([{ text: joined }], CONTENT_WIDTH, TYPE.byline).lines.length === 1 ? [joined] : byline
}

const sectionPart = (pdf: Pdf, { heading, blocks }: Section): Part => ({
  heading,
  groups: [{ tag: null, boxes: [headingBox(pdf, heading)] }, ...blocks.map((block) => boxesOf(pdf, block))],
})

function draw(pdf: Pdf, colophon: string, { parts, count }: Pages): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  let page = 0
  footer(pdf, colophon, page, count)
  const turnTo = (wanted: number): void => {
    while (page < wanted) {
      pdf.addPage()
      page += 1
      footer(pdf, colophon, page, count)
    }
  }
  for (const part of parts) drawPart(pdf, root, part, turnTo)
  root.end()
}

function drawPart(
  pdf: Pdf,
  root: Tag,
  { heading, groups }: Pages['parts'][number],
  turnTo: (page: number) => void,
): void {
  const section = pdf.struct('Sect')
  root.add(section)
  const [first] = groups.flatMap(({ boxes }) => boxes)
  for (const { tag, boxes } of groups) {
    const parent = tag === null ? section : pdf.struct(tag)
    if (tag !== null) section.add(parent)
    for (const placed of boxes) {
      turnTo(placed.page)
      if (heading !== null && placed === first) bookmark(pdf, heading, placed.top)
      placed.box.draw(parent, placed.top)
    }
    if (tag !== null) parent.end()
  }
  section.end()
}

/** Opens the page at the heading; pdfkit counts `left` from the right edge. */
function bookmark(pdf: Pdf, heading: string, top: number): void {
  const place = { expanded: false, top, left: PAGE.width }
  pdf.outline.addItem(heading, place)
}

/** Repeated on every page and therefore not read out. */
function footer(pdf: Pdf, colophon: string, page: number, count: number): void {
  const top = PAGE.height - PAGE.bottom + 20
  decoration(pdf, () => pdf.rect(PAGE.left, top - 6, CONTENT_WIDTH, 0.5).fill(PALETTES.light.line))
  const line = (text: string, right: boolean): void => {
    pdf.font('regular').fontSize(TYPE.foot.size).fillColor(TYPE.foot.colour)
    const x = right ? PAGE.width - PAGE.right - pdf.widthOfString(text) : PAGE.left
    pdf.text(text, x, top, { lineBreak: false })
  }
  pdf.markContent('Artifact', { type: 'Pagination' })
  line(drawable(colophon), false)
  line(`Page ${page + 1} of ${count}`, true)
  pdf.endMarkedContent()
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
