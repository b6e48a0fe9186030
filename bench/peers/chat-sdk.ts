import { type Asked, LAST_WORD, type Talk } from './asked.ts'
import { installed } from './installed.ts'

/* What is used of Vercel's chat: it is installed beside the measurements only, so its own types may be missing. */

interface Thread {
  state: Promise<{ asked: number; answers: string[] } | null>
  setState(state: object): Promise<void>
  post(text: string): Promise<unknown>
}

interface Bot {
  initialize(): Promise<void>
  onDirectMessage(handle: (thread: Thread, message: { text: string }) => Promise<void>): void
  onAction(handle: (event: { thread: Thread; value: string }) => Promise<void>): void
  processMessage(adapter: object, thread: string, message: object): Promise<void>
  processAction(event: object): Promise<void>
}

interface Chat {
  Chat: new (options: object) => Bot
  Message: new (message: object) => object
}

/**
 * Vercel's chat with its state in memory: asks the questions one after the other and keeps the answers. It has no
 * dialogues of its own, so whose turn it is is kept as the thread's state, as its documentation has it.
 *
 * @param by how people answer: by a button, or in words that are taken as they are
 */
export async function chatSdk({ questions }: Asked, by: 'button' | 'words'): Promise<() => Promise<Talk>> {
  const { Chat, Message } = await installed<Chat>('chat')
  const { createMemoryState } = await installed<{ createMemoryState(): object }>('@chat-adapter/state-memory')

  return async () => {
    const bot = new Chat({
      ...{ userName: 'bot', adapters: { bench: ADAPTER }, state: createMemoryState(), logger: 'silent' },
    })
    bot.onDirectMessage((thread, { text }) => goOn(thread, text))
    bot.onAction(({ thread, value }) => goOn(thread, value))
    await bot.initialize()
    let messages = 0
    return (id, text) => {
      messages += 1
      if (by === 'button') return bot.processAction({ ...PRESS, threadId: `bench:${id}`, value: text })
      return bot.processMessage(
        ADAPTER,
        `bench:${id}`,
        new Message(messageOf(`bench:${id}`, `${messages}`, text)),
      )
    }
  }

  async function goOn(thread: Thread, text: string): Promise<void> {
    const { asked, answers } = (await thread.state) ?? { asked: 0, answers: [] }
    await thread.setState({ asked: asked + 1, answers: asked === 0 ? [] : [...answers, text] })
    await thread.post(questions[asked] ?? LAST_WORD)
  }
}

/** A platform that shows what is posted to nobody. */
const ADAPTER = {
  ...{ name: 'bench', userName: 'bot', botUserId: 'bot', persistMessageHistory: false },
  async initialize() {},
  channelIdFromThreadId: (id: string) => id,
  encodeThreadId: (id: string) => id,
  decodeThreadId: (id: string) => id,
  isDM: () => true,
  postMessage: async (threadId: string) => ({ id: '1', threadId, raw: null }),
}

const SOMEBODY = { userId: 'u', userName: 'u', fullName: 'u', isBot: false, isMe: false }

const PRESS = { adapter: ADAPTER, actionId: 'answer', messageId: '1', user: SOMEBODY, raw: null }

const messageOf = (threadId: string, id: string, text: string): object => ({
  ...{ id, threadId, text, raw: null, author: SOMEBODY, attachments: [] },
  formatted: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] },
  metadata: { dateSent: new Date(), edited: false },
})
