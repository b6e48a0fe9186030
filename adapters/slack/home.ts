import type { types } from '@slack/bolt'
import type { Card } from '../../src/card/card.ts'
import { pages } from '../shared/pages.ts'
import type { SlackBlock } from './block.ts'
import type { Look } from './canvas.ts'
import { SLACK } from './limits.ts'
import { blocksOf } from './render.ts'
import { smallPrint } from './render-text.ts'

const IN_HOME: Look = { surface: 'home', words: 'button' }

/** The App Home. It is one page: what does not fit is named as left out, and can be asked for in a message. */
export function homeView(cards: readonly Card[]): types.HomeView {
  const [page = [], ...more] = pages(cards, (page) => fits(blocksOf(page, IN_HOME)))
  const blocks = blocksOf(page, IN_HOME)
  if (blocks.length === 0)
    return { type: 'home', blocks: smallPrint('Nothing is here yet: write to me in the Messages tab.') }
  const rest = smallPrint('There is more than fits here: write to me in the Messages tab.')
  return { type: 'home', blocks: more.length === 0 ? blocks : [...blocks, ...rest] }
}

/** Left free for the line that says that there is more, and for the view around the blocks. */
const SPARE = { blocks: 1, bytes: 500 }

function fits(blocks: readonly SlackBlock[]): boolean {
  const bytes = Buffer.byteLength(JSON.stringify(blocks))
  return blocks.length <= SLACK.view.blocks - SPARE.blocks && bytes <= SLACK.view.bytes - SPARE.bytes
}
