import { EventEmitter, on } from 'node:events'
import { Keyboard } from './read-keyboard.ts'
import { readPipe } from './read-pipe.ts'
import type { Input, Output, Reader, Reading } from './reader.ts'

/** The one at the other end: what they send, and a way to show them something. */
export interface Person extends Reader {
  /** One entry for each thing they sent; ends with the input, when they leave, or after `close`. */
  messages: AsyncIterable<string>
  /** True for someone who types, false for a program behind a pipe. */
  atKeyboard: boolean
}

/**
 * Reads from a keyboard (editing, history, pastes of several lines as one message) or from a pipe (each line is one
 * message). Once the output is closed nobody is there to read an answer, so that ends the messages too.
 */
export function listen(input: Input, output: Output, prompt: string): Person {
  const events = new EventEmitter<{ message: [string]; end: [] }>()
  const heard = on(events, 'message', { close: ['end'] })
  const atKeyboard = Boolean(input.isTTY && output.isTTY)
  const reading: Reading = {
    input,
    output,
    prompt,
    heard: (message) => events.emit('message', message),
    ended: () => events.emit('end'),
  }
  const reader = atKeyboard ? new Keyboard(reading) : readPipe(reading)
  let open = true
  const close = (): void => {
    open = false
    reader.close()
  }
  // These listeners stay for good: a broken pipe may report once more while the program winds up.
  output.on('error', close)
  input.on('error', close)

  async function* messages(): AsyncGenerator<string> {
    for await (const [message] of heard) {
      if (!open) return
      yield message
    }
  }
  return {
    messages: messages(),
    atKeyboard,
    prompt: () => {
      if (open) reader.prompt()
    },
    print: (text) => {
      if (open) reader.print(text)
    },
    close,
  }
}
