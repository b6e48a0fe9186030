import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCliCommand } from '../src/cli/usage.ts'
import { ROOT } from './architecture/sources.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const pages = globSync(['*.md', 'docs/*.md', 'knowledge/*.md', 'bench/*.md', 'deploy/*.md'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .sort()

/** The headings of a page as GitHub names them in addresses. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** What a page links to beside it: Markdown links and pictures. */
const targetsOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^\w+:/.test(target))

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('leads to pages, parts of pages and pictures that are there', () => {
    for (const target of targetsOf(text)) {
      const [file = '', anchor] = target.split('#')
      const path = file === '' ? page : join(dirname(page), file)
      expect.soft(existsSync(join(ROOT, path)), target).toBe(true)
      if (anchor !== undefined) expect.soft(anchorsOf(read(path)), target).toContain(anchor)
    }
  })

  test('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|adapters|test|docs|deploy|bench)\/[\w./-]+)`/g)]
    const paths = named.map(([, path = '']) => path).filter((path) => !/\bNAME\b/.test(path))
    for (const path of paths) expect.soft(existsSync(join(ROOT, path)), path).toBe(true)
  })

  test('names scripts and commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json'))
    for (const [, name = ''] of text.matchAll(/npm run (?:-s )?(\w+)/g))
      expect.soft(Object.keys(scripts)).toContain(name)
    for (const [, name = ''] of text.matchAll(/pyframe -- ([\w-]+)/g))
      expect.soft(isCliCommand(name), name).toBe(true)
  })
})

test('the pictures of the README are small, and say in words what they show', () => {
  const pictures = [...read('README.md').matchAll(/<img src="([^"]+)"[^>]* alt="([^"]+)">/g)]
  expect(pictures.length).toBeGreaterThan(1)
  for (const [, path = '', words = ''] of pictures) {
    expect(statSync(join(ROOT, path)).size).toBeLessThan(150_000)
    expect(words.length).toBeGreaterThan(40)
  }
})
