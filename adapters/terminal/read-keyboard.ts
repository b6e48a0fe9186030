import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import { Gatherer } from './gather.ts'
import type { Output, Reader, Reading } from './reader.ts'
import { width } from './width.ts'

/** With these the terminal says where a paste begins and ends, so that its line feeds send nothing. */
const PASTE_MARKS_ON = '\x1b[?2004h'
const PASTE_MARKS_OFF = '\x1b[?2004l'

/** Reads a keyboard with editing and history. Ctrl-C clears what is typed, or leaves; Ctrl-D leaves. */
export class Keyboard implements Reader {
  readonly #editor: Interface
  readonly #gatherer: Gatherer
  readonly #reading: Reading
  #state: 'quiet' | 'asking' | 'closed' = 'quiet'

  constructor(reading: Reading) {
    const { input, output } = reading
    const editor = createInterface({ input, output, terminal: true, removeHistoryDuplicates: true })
    this.#reading = reading
    this.#editor = editor
    this.#gatherer = new Gatherer(
      (message) => this.#hear(message),
      () => editor.line,
    )
    const onKey = (_: unknown, key: { name?: string }): void => this.#gatherer.key(key.name)
    input.on('keypress', onKey)
    editor.once('close', () => input.off('keypress', onKey))
    editor.on('line', (line) => this.#take(line))
    editor.on('SIGINT', () => this.#interrupt())
    editor.on('SIGCONT', () => this.#comeBack())
    editor.once('close', () => this.#end())
    output.write(PASTE_MARKS_ON)
  }

  prompt(): void {
    this.#ask(this.#reading.prompt)
  }

  print(text: string): void {
    const { output } = this.#reading
    if (this.#state !== 'asking') output.write(`${text}\n`)
    else {
      clearPrompt(this.#editor, output)
      output.write(`${text}\n`)
      this.#editor.prompt(true)
    }
  }

  close(): void {
    this.#editor.close()
  }

  #ask(words: string): void {
    if (this.#state === 'closed') return
    this.#state = 'asking'
    this.#editor.setPrompt(words)
    this.#editor.prompt()
  }

  #take(line: string): void {
    this.#gatherer.line(line)
    if (this.#gatherer.pasting) this.#ask(' '.repeat(width(this.#reading.prompt)))
  }

  #hear(message: string): void {
    this.#state = 'quiet'
    this.#reading.heard(message)
  }

  #interrupt(): void {
    if (this.#editor.line === '' && this.#gatherer.empty) this.close()
    else {
      this.#gatherer.drop()
      this.#editor.setPrompt(this.#reading.prompt)
      eraseLine(this.#editor)
    }
  }

  /** After Ctrl-Z the shell has switched the marks off, and the editor waits to be asked again. */
  #comeBack(): void {
    this.#reading.output.write(PASTE_MARKS_ON)
    this.#editor.prompt(true)
  }

  #end(): void {
    const { output, ended } = this.#reading
    output.write(`${PASTE_MARKS_OFF}${this.#state === 'asking' ? '\n' : ''}`)
    this.#gatherer.finish()
    this.#state = 'closed'
    ended()
  }
}

/** Empties the line that is being typed, wherever the cursor is in it. */
function eraseLine(editor: Interface): void {
  editor.write(null, { ctrl: true, name: 'e' })
  editor.write(null, { ctrl: true, name: 'u' })
}

/** Takes the prompt and what was typed behind it off the screen, to be drawn again further down. */
function clearPrompt(editor: Interface, output: Output): void {
  moveCursor(output, 0, -editor.getCursorPos().rows)
  cursorTo(output, 0)
  clearScreenDown(output)
}
