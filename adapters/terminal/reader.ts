import type { Readable, Writable } from 'node:stream'

export type Input = Readable & { isTTY?: boolean }
export type Output = Writable & { isTTY?: boolean; columns?: number }

/** What a reader is given. */
export interface Reading {
  input: Input
  output: Output
  prompt: string
  /** Called with each message. */
  heard: (message: string) => void
  /** Called once, when no more will come. */
  ended: () => void
}

/** A source of messages, with the way to write between them. */
export interface Reader {
  /** Asks for the next message; says nothing into a pipe. */
  prompt(): void
  /** Writes a text and a line feed, above what is being typed at that moment. */
  print(text: string): void
  /** Gives the input back. */
  close(): void
}
