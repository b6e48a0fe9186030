/** A terminal without paste marks hands over a long paste in pieces; nobody types on within this time. */
const PASTE_QUIET_MS = 20

/**
 * Puts typed and pasted lines together into messages. A typed line is a message. The lines of a paste wait for the
 * Enter that is pressed after it; where the terminal does not mark pastes, lines that come at once are one message.
 */
export class Gatherer {
  readonly #heard: (message: string) => void
  readonly #unfinished: () => string
  #held: string[] = []
  #pasting = false
  #quiet: NodeJS.Timeout | undefined

  /**
   * @param heard called with each message
   * @param unfinished the line being typed, without its Enter
   */
  constructor(heard: (message: string) => void, unfinished: () => string) {
    this.#heard = heard
    this.#unfinished = unfinished
  }

  get pasting(): boolean {
    return this.#pasting
  }

  /** True when no line waits to become a message. */
  get empty(): boolean {
    return this.#held.length === 0
  }

  /** Takes note of a key by the name Node's readline gives it. */
  key(name: string | undefined): void {
    if (name === 'paste-start') this.#pasting = true
    else if (name === 'paste-end') this.#pasting = false
    else if (this.#quiet) this.#waitForMore()
  }

  /** Takes a line that ended with Enter or with a line feed inside a paste. */
  line(line: string): void {
    this.#held.push(line)
    if (!this.#pasting) this.#waitForMore()
  }

  /** Forgets the lines that wait. */
  drop(): void {
    this.#stopWaiting()
    this.#pasting = false
    this.#held = []
  }

  /** Sends what was complete, because nothing more will come. */
  finish(): void {
    if (this.#quiet) this.#send()
  }

  #waitForMore(): void {
    this.#stopWaiting()
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined
      // A last line without a line feed still belongs to the paste: its Enter is yet to come.
      if (this.#unfinished() === '') this.#send()
    }, PASTE_QUIET_MS)
  }

  #send(): void {
    const message = this.#held.join('\n')
    this.drop()
    this.#heard(message)
  }

  #stopWaiting(): void {
    clearTimeout(this.#quiet)
    this.#quiet = undefined
  }
}
