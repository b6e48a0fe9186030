import { expect, test } from 'vitest'
import type { Address } from '../../../adapters/slack/address.ts'
import { createWindows } from '../../../adapters/slack/windows.ts'

const pressedOn = (ts: string | null): Address => ({
  team: 'T1',
  org: null,
  user: 'UANA',
  place: { kind: 'direct', channel: 'DANA', thread: null },
  hook: null,
  pressed: ts === null ? null : { channel: 'DANA', ts },
})
const asked = { shown: { text: 'A question' }, label: 'In words' }

test('the message a window was opened from is known once', () => {
  const windows = createWindows()
  windows.opened(pressedOn('1'), asked)
  expect(windows.sent(pressedOn('2'))).toBeUndefined()
  expect(windows.sent(pressedOn('1'))).toEqual(asked)
  expect(windows.sent(pressedOn('1'))).toBeUndefined()
})

test('a window opened from no message leads to none', () => {
  const windows = createWindows()
  windows.opened(pressedOn(null), asked)
  expect(windows.sent(pressedOn(null))).toBeUndefined()
})

test('of windows nobody sends only the newest are remembered', () => {
  const windows = createWindows()
  for (let i = 0; i < 10_000; i += 1) windows.opened(pressedOn(String(i)), asked)
  expect(windows.sent(pressedOn('0'))).toBeUndefined()
  expect(windows.sent(pressedOn('9999'))).toEqual(asked)
})
