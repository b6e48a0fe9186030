import type { Card } from '../../src/card/card.ts'
import { divideCard } from './divide.ts'

/**
 * Cards spread over as few messages as they need, in order. A card is divided only when it does not fit a message
 * of its own; what cannot be divided any more stands alone.
 *
 * @param fits whether these cards can be shown in one message
 */
export function pages(cards: readonly Card[], fits: (cards: readonly Card[]) => boolean): Card[][] {
  const done: Card[][] = []
  let page: Card[] = []
  const queue = [...cards]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (fits([...page, next])) {
      page.push(next)
      continue
    }
    if (page.length > 0) done.push(page)
    page = []
    const halves = fits([next]) ? null : divideCard(next)
    if (halves) queue.unshift(...halves)
    else page = [next]
  }
  return page.length > 0 ? [...done, page] : done
}
