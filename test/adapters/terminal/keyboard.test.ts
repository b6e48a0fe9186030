import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { QUESTION } from './sample-cards.ts'
import { RESUME_HINT, type Sitting, sitDown } from './sitting.ts'

const PASTE = (text: string): string => `\u001b[200~${text}\u001b[201~`
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const UP = '\u001b[A'

/** Somebody at a keyboard who has been greeted and is being asked. */
async function greeted(options: Partial<Sitting> = {}) {
  const sitting = sitDown({ keyboard: true, ...options })
  await vi.waitFor(() => expect(sitting.screen()).toContain('> '))
  return sitting
}

const text = (words: string) => ({ kind: 'text', text: words })

test('the desk is asked to start, then hears each line as an event of its own', async () => {
  const { type, inputs, incoming } = await greeted()
  type('hello\r')
  await inputs(1)
  type('again\r')
  expect(await inputs(2)).toEqual([text('hello'), text('again')])
  expect(incoming[0]).toMatchObject({
    conversation: 'terminal:main',
    from: { id: 'local', name: null },
    input: { kind: 'command', command: 'start', text: '' },
  })
  expect(new Set(incoming.map((each) => each.event)).size).toBe(3)
})

test('pasted lines are one message, sent by the Enter after them', async () => {
  const { type, inputs, incoming } = await greeted()
  type(PASTE('A shop.\r\r\t50k users\rby May'))
  await wait(60)
  expect(incoming).toHaveLength(1)
  type(', please\r')
  expect(await inputs(1)).toEqual([text('A shop.\n\n\t50k users\nby May, please')])
})

test('a line feed at the end of a paste does not send it', async () => {
  const { type, inputs, incoming } = await greeted()
  type(PASTE('A shop.\r50k users\r'))
  await wait(60)
  expect(incoming).toHaveLength(1)
  type('\r')
  expect(await inputs(1)).toEqual([text('A shop.\n50k users\n')])
})

test('without paste marks, lines that arrive at once are one message', async () => {
  const { type, inputs } = await greeted()
  type('A shop.\r50k users\r')
  expect(await inputs(1)).toEqual([text('A shop.\n50k users')])
})

test('without paste marks, a last line that has no line feed waits for its Enter', async () => {
  const { type, inputs, incoming } = await greeted()
  type('A shop.\r50k')
  await wait(60)
  expect(incoming).toHaveLength(1)
  type(' users\r')
  expect(await inputs(1)).toEqual([text('A shop.\n50k users')])
})

test('forty thousand characters arrive unharmed', async () => {
  const { type, inputs } = await greeted()
  const brief = 'they need 複雑 things '.repeat(2000)
  type(`${PASTE(brief)}\r`)
  expect(await inputs(1)).toEqual([text(brief)])
})

test('ticked boxes are drawn again and sent with Enter', async () => {
  const { type, inputs, screen } = await greeted({ replies: [QUESTION] })
  type('a\r')
  await vi.waitFor(() => expect(screen()).toContain('a [x] Panel'))
  type('\r')
  expect(await inputs(1)).toEqual([{ kind: 'action', action: 'needs', values: ['panel', 'login'] }])
})

test('what is shared has a word that nobody else reads along', async () => {
  const { reply, screen } = await greeted()
  const post = [{ parts: [{ kind: 'text' as const, text: 'The post.' }] }]
  await reply(post, { event: 'e1', conversation: 'terminal:main', address: 'main' }, 'share')
  expect(screen()).toMatch(/Nobody else reads along[\s\S]*The post\./)
})

test('a number that is not on the card is answered here', async () => {
  const { type, inputs, screen } = await greeted({
    replies: [{ parts: [{ kind: 'choices', choices: [{ action: 'go', label: 'Go' }] }] }],
  })
  type('7\r')
  await vi.waitFor(() =>
    expect(screen()).toContain('The only number here is 1, or say it in your own words.'),
  )
  type('1\r')
  expect(await inputs(1)).toEqual([{ kind: 'action', action: 'go' }])
})

test('Ctrl-C clears what was typed or pasted, and leaves when there is nothing', async () => {
  const { type, inputs, left, screen } = await greeted()
  type(`wrong${CTRL_C}${PASTE('also\rwrong')}${CTRL_C}right\r`)
  expect(await inputs(1)).toEqual([text('right')])
  type(CTRL_C)
  await left
  expect(screen()).toContain(RESUME_HINT)
})

test('Ctrl-D leaves once what was sent before it is answered', async () => {
  const { type, left, screen, inputs } = await greeted()
  type(`last words\r${CTRL_D}`)
  await left
  expect(await inputs(1)).toEqual([text('last words')])
  expect(screen()).toContain(RESUME_HINT)
})

test('the arrow key brings the last line back', async () => {
  const { type, inputs } = await greeted()
  type('once\r')
  await inputs(1)
  type(`${UP} more\r`)
  expect(await inputs(2)).toEqual([text('once'), text('once more')])
})

test('a reply that comes while somebody types stands above what they type', async () => {
  const { type, reply, inputs, incoming, raw } = await greeted()
  type('half a sen')
  await reply([{ parts: [{ kind: 'text', text: 'By the way.' }] }], {
    ...incoming[0],
    event: 'late',
  } as never)
  expect(raw().slice(raw().indexOf('By the way.'))).toContain('half a sen')
  type('tence\r')
  expect(await inputs(1)).toEqual([text('half a sentence')])
})

test('paste marks are switched off again when the person leaves', async () => {
  const { type, left, raw } = await greeted()
  type('exit\r')
  await left
  expect(raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(raw().lastIndexOf('\u001b[?2004h'))
})

test('a message the desk cannot take is answered, and the talk goes on', async () => {
  let calls = 0
  const { type, screen, left } = await greeted({
    desk: {
      receive: async () => {
        calls += 1
        throw new Error('closed')
      },
    },
  })
  type('hello\r')
  await vi.waitFor(() => expect(calls).toBe(2))
  expect(screen()).toContain('Please try again in a moment.')
  type('exit\r')
  await left
})
