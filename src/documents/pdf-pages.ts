import type { Box, Group } from './pdf-box.ts'
import { PAGE } from './pdf-style.ts'

/** Everything up to the end of one part of the document. */
export interface Part {
  heading: string | null
  groups: Group[]
}

interface Placed {
  box: Box
  page: number
  top: number
}

export interface Pages {
  count: number
  parts: { heading: string | null; groups: { tag: string | null; boxes: Placed[] }[] }[]
}

const BOTTOM = PAGE.height - PAGE.bottom

/** Places every box; one that must be kept with what follows goes to the next page with it. */
export function paginate(parts: readonly Part[]): Pages {
  const all = parts.flatMap(({ groups }) => groups.flatMap(({ boxes }) => boxes))
  const places = new Map<Box, { page: number; top: number }>()
  let [page, y] = [0, PAGE.top as number]
  for (const [i, box] of all.entries()) {
    if (y > PAGE.top && y + box.before + keptHeight(all, i) > BOTTOM) {
      page += 1
      y = PAGE.top
    } else if (y > PAGE.top) y += box.before
    places.set(box, { page, top: y })
    y += box.height
  }
  const placed = (box: Box): Placed => ({ box, page: 0, top: 0, ...places.get(box) })
  const withPlaces = ({ heading, groups }: Part): Pages['parts'][number] => ({
    heading,
    groups: groups.map(({ tag, boxes }) => ({ tag, boxes: boxes.map(placed) })),
  })
  return { count: page + 1, parts: parts.map(withPlaces) }
}

/** Height of a box and of everything it must be kept with. */
function keptHeight(all: readonly Box[], index: number): number {
  const [box, next] = [all[index], all[index + 1]]
  if (!box) return 0
  return box.keep && next ? box.height + next.before + keptHeight(all, index + 1) : box.height
}
