import { expect } from 'vitest'
import type { Desk } from '../../src/desk.ts'

const unexpected = (what: string) => async () =>
  expect.fail(`nobody was expected to ask the desk for ${what}`)

/** A desk that takes everything and does nothing; tests put in its place what they are about. */
export const idleDesk: Desk = {
  receive: async () => ({ first: null }),
  attach: async () => 0,
  close: async () => {},
  suggest: () => [],
  home: async () => [],
  form: async () => ({ questions: [], needs: [] }),
  picture: unexpected('a picture'),
  file: unexpected('a file'),
  installations: { find: async () => null, save: async () => {}, remove: async () => {} },
}
