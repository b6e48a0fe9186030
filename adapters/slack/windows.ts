import type { Address } from './address.ts'
import type { ShownMessage } from './redraw.ts'

/** A message whose field was opened in a window, and the button that did it. */
export interface Asked {
  shown: ShownMessage
  label: string
}

/**
 * Which messages windows were opened from: Slack does not send them along when a window is sent. They are only
 * remembered; of one from before the last start the buttons stay, and say so when they are pressed.
 */
export interface Windows {
  opened(address: Address, asked: Asked): void
  /** Gives it once. */
  sent(address: Address): Asked | undefined
}

/** Most windows are closed without being sent; the oldest are forgotten. */
const MOST_OPEN = 500

export function createWindows(): Windows {
  const open = new Map<string, Asked>()
  const keyOf = ({ pressed }: Address): string => `${pressed?.channel}:${pressed?.ts}`
  return {
    opened(address, asked) {
      if (address.pressed === null) return
      const [oldest] = open.keys()
      if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest)
      open.set(keyOf(address), asked)
    },
    sent(address) {
      const asked = open.get(keyOf(address))
      open.delete(keyOf(address))
      return asked
    },
  }
}
