/**
 * Draws the pictures of the README anew: `npm run pictures`. It needs tmux, which keeps the screen of a terminal, and
 * pdftoppm of poppler, which turns a page into a picture.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { screenSvg } from './screen-svg.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const PROGRAM = join(HERE, '../../src/main.ts')
const SCREEN = { columns: 92, lines: 100 } as const
const TYPED = ['Partner API, 2000 users at once, live updates; the docs are part of what we sell', 'result']
const TITLE = 'A recommendation in the terminal'
const BRIEF =
  'Customer portal with login and a staff back office, about 300 users, two developers, first version in ten weeks'

const tmux = (...args: string[]): string =>
  execFileSync('tmux', ['-L', 'pyframe-pictures', '-f', '/dev/null', ...args], { encoding: 'utf8' })

/** Waits until it asks for the next line, and gives what is on the screen. */
async function answered(prompts: number): Promise<string[]> {
  for (let tries = 0; tries < 120; tries += 1) {
    const lines = tmux('capture-pane', '-ep', '-t', 'screen').trimEnd().split('\n')
    if (lines.filter((line) => line.startsWith('>')).length === prompts && lines.at(-1) === '>') return lines
    await pause(250)
  }
  throw new Error('the terminal chat did not answer')
}

async function terminal(): Promise<void> {
  const size = ['-x', `${SCREEN.columns}`, '-y', `${SCREEN.lines}`]
  const command = `env DATABASE_URL=file::memory: '${process.execPath}' '${PROGRAM}' chat`
  tmux('new-session', '-d', '-s', 'screen', ...size, command)
  try {
    let lines = await answered(1)
    for (const [i, words] of TYPED.entries()) {
      tmux('send-keys', '-t', 'screen', '-l', words)
      tmux('send-keys', '-t', 'screen', 'Enter')
      lines = await answered(i + 2)
    }
    const last = lines.lastIndexOf(`> ${TYPED.at(-1)}`)
    writeFileSync(join(HERE, 'terminal.svg'), screenSvg(TITLE, lines.slice(last), SCREEN.columns))
  } finally {
    tmux('kill-server')
  }
}

function brief(): void {
  const folder = mkdtempSync(join(tmpdir(), 'pyframe-pictures-'))
  const pdf = join(folder, 'brief.pdf')
  try {
    execFileSync(process.execPath, [PROGRAM, 'brief', BRIEF, '--out', pdf, '--client', 'Acme'])
    execFileSync('pdftoppm', ['-png', '-r', '76', '-f', '1', '-singlefile', pdf, join(HERE, 'brief')])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await terminal()
brief()
