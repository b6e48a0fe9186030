import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveFiles } from '../../../adapters/terminal/save-files.ts'
import { text } from '../../../src/card/build.ts'
import type { Card } from '../../../src/card/card.ts'
import { cardToText } from '../../../src/card/plain.ts'
import { PyframeError } from '../../../src/errors.ts'
import { SAMPLES } from './sample-cards.ts'
import { sitDown } from './sitting.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pyframe-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const CARD: Card = { parts: [text('Here it is.'), SAMPLES.file] }
const bytes = new TextEncoder().encode('the brief')
const desk = { file: async () => ({ name: 'brief.pdf', mediaType: 'application/pdf', bytes }) }

describe('a file at the terminal', () => {
  test('is saved, and where is said in its place', async () => {
    const [shown] = await saveFiles([CARD], desk, folder)
    expect(readFileSync(join(folder, 'brief.pdf'), 'utf8')).toBe('the brief')
    expect(shown && cardToText(shown)).toContain(`Saved as ${join(folder, 'brief.pdf')}`)
    expect(shown && cardToText(shown)).toContain('Here it is.')
  })

  test('never takes the place of another', async () => {
    writeFileSync(join(folder, 'brief.pdf'), 'mine')
    await saveFiles([CARD, CARD], desk, folder)
    expect(readFileSync(join(folder, 'brief.pdf'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).sort()).toEqual(['brief-2.pdf', 'brief-3.pdf', 'brief.pdf'])
  })

  test('that cannot be saved is told with the reason and the way out', async () => {
    const [shown] = await saveFiles([CARD], desk, join(folder, 'not-there'))
    expect(shown && cardToText(shown)).toMatch(
      /brief\.pdf could not be saved in .*not-there: ENOENT.*ask again/,
    )
  })

  test('that cannot be made is told too', async () => {
    const broken = { file: () => Promise.reject(new PyframeError('data', 'damaged recipe')) }
    const [shown] = await saveFiles([CARD], broken, folder)
    expect(shown && cardToText(shown)).toContain('damaged recipe')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is saved when it is delivered', async () => {
    const { screen, inputs, type } = sitDown({ keyboard: false, replies: [CARD], desk, folder })
    type('brief\n')
    await inputs(1)
    await expect.poll(screen).toContain('brief-2.pdf')
  })
})
