import type { Tag } from './pdf-pen.ts'

/** Something that stays on one page. */
export interface Box {
  height: number
  /** Space above it, unless it is the first of a page. */
  before: number
  /** True when it must stand on one page with what follows. */
  keep?: true
  /** Draws it at a height of the page, as part of `tag`. */
  draw(tag: Tag, top: number): void
}

/** Boxes under one element of the structure; a page may end between them. */
export interface Group {
  /** Type of the element, such as L for a list; null where each box makes its own. */
  tag: string | null
  boxes: Box[]
}
