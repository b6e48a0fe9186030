import { numberAfter, objectsIn, type PdfObjects, type ShownPage, shownPages } from './pdf-text.ts'

/** An element of the structure that screen readers follow. */
export interface Element {
  type: string
  /** As it stands in the file. */
  dictionary: string
  children: Element[]
  /** Everything in it in the order in which it is read out. */
  text: string
}

export interface Structure {
  root: Element
  /** What the pages show outside the structure, without what is marked as an artifact. */
  unread: string[]
}

/** The structure of a tagged PDF by pdfkit, followed from its root as a screen reader does. */
export function structureOf(pdf: Uint8Array): Structure {
  const objects = objectsIn(pdf)
  const pages = shownPages(objects)
  const root = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /StructTreeRoot'))
  const read = new Set<string>()
  const element = elementAt(
    objects,
    pages,
    read,
    numberAfter(root?.dictionary.replace(/[[\]]/g, '') ?? '', '/K'),
  )
  const unread = pages.flatMap(({ object, shown }) =>
    shown.filter(({ mark }) => mark !== 'Artifact' && !read.has(`${object} ${mark}`)),
  )
  return { root: element, unread: unread.map(({ text }) => text) }
}

/** An element and everything below it, in reading order. */
export const elementsOf = (element: Element): Element[] => [element, ...element.children.flatMap(elementsOf)]

/** Another element, marked content on a page of its own, or marked content on the page of the element. */
const KID = /<<([^>]*)>>|(\d+) 0 R|(\d+)/g

function elementAt(objects: PdfObjects, pages: readonly ShownPage[], read: Set<string>, at: number): Element {
  const dictionary = objects.get(at)?.dictionary ?? ''
  const [, kids = ''] = /\/K \[([^\]]*)\]/.exec(dictionary) ?? []
  const element: Element = {
    type: /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '',
    dictionary,
    children: [],
    text: '',
  }
  for (const [, inner, reference, own] of kids.matchAll(KID)) {
    if (reference !== undefined) {
      const child = elementAt(objects, pages, read, Number(reference))
      element.children.push(child)
      element.text += child.text
    } else {
      const page = numberAfter(inner?.includes('/Pg') ? inner : dictionary, '/Pg')
      element.text += contentOf(pages, read, page, own ?? /\/MCID (\d+)/.exec(inner ?? '')?.[1])
    }
  }
  return element
}

/** The text of one marked content, which counts as read from then on; nothing for what is no content, as a link's area. */
function contentOf(
  pages: readonly ShownPage[],
  read: Set<string>,
  page: number,
  mark: string | undefined,
): string {
  if (mark === undefined) return ''
  read.add(`${page} ${mark}`)
  const shown = pages.find(({ object }) => object === page)?.shown ?? []
  return shown
    .filter((each) => each.mark === mark)
    .map(({ text }) => text)
    .join('')
}
