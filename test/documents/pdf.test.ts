import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { briefFile } from '../../src/card/build.ts'
import type { BriefRecipe } from '../../src/card/card.ts'
import { composeBrief, EXTENTS } from '../../src/documents/brief.ts'
import { makeFile } from '../../src/documents/file.ts'
import { drawable } from '../../src/documents/font.ts'
import type { Brief } from '../../src/documents/model.ts'
import { toPdf } from '../../src/documents/pdf.ts'
import { PAGE } from '../../src/documents/pdf-style.ts'
import { elementsOf, structureOf } from './pdf-structure.ts'
import { pagesOf, squeezed, squeezedText } from './pdf-text.ts'
import { advisorOn, blockText, briefOn, DAY, realField, recipeFor } from './subjects.ts'

const real = await realField()
const advisor = advisorOn(real)

const bytesOf = async (more: Partial<BriefRecipe>): Promise<Uint8Array> =>
  (await makeFile(advisor, briefFile(recipeFor(real, more)))).bytes

const answered: Requirements = {
  ...noRequirements(),
  levels: Object.fromEntries(
    real.criteria.map(({ id }) => [id, { level: 'high', origin: 'answered' } as const]),
  ),
}

/** Forty needs and every criterion answered. */
const crowded: Requirements = {
  ...answered,
  needs: Object.fromEntries(
    real.capabilities.slice(0, 40).map(({ id }) => [id, { priority: 'should', origin: 'text' } as const]),
  ),
}

/** Milliseconds for a test that makes a dozen documents, on a machine that does a lot else. */
const MANY_PAGES = 60_000

const HOSTILE = `${'a'.repeat(3_000)} <b>@everyone</b> \u202e 👩‍👩‍👧 العربية`

describe('the pages of a brief', () => {
  test('hold every word of it', async () => {
    const brief = briefOn(real, {
      requirements: answered,
      said: ['A shop “with” 株式会社さくら'],
      client: 'Đặng',
    })
    const text = squeezedText(await toPdf([brief], DAY))
    for (const { heading, blocks } of brief.sections) {
      expect(text).toContain(squeezed(heading))
      for (const block of blocks) {
        // Long addresses are shown shortened, and a chart puts its values where they belong.
        if (block.kind === 'sources' || block.kind === 'chart') continue
        for (const line of blockText(block).split(/\n| \| |(?<=^[^:\n]+): /m)) {
          expect.soft(text).toContain(squeezed(drawable(line)))
        }
      }
    }
  })

  test('show Vietnamese and Japanese names as they are', async () => {
    const client = 'Công ty Cổ phần Đặng (株式会社ダン)'
    const text = squeezedText(
      await bytesOf({ client, author: 'Nguyễn Thị Hương', said: ['要件はログインです'] }),
    )
    for (const words of [client, 'Nguyễn Thị Hương', '要件はログインです'])
      expect(text).toContain(squeezed(words))
  })

  test.each<[string, Partial<BriefRecipe>]>([
    ['nothing said', {}],
    ['all answered', { requirements: answered, said: ['A shop'] }],
    [
      '3,000 unbroken characters everywhere',
      { requirements: answered, said: [HOSTILE], client: HOSTILE, author: HOSTILE },
    ],
    ['forty needs', { requirements: crowded, said: [HOSTILE, HOSTILE] }],
    [
      'everything ruled out',
      { requirements: { ...noRequirements(), refused: real.alternatives.map(({ id }) => id) } },
    ],
    ['old facts and changed knowledge', { requirements: answered, date: '2031-01-01', knowledge: 'x' }],
  ])('are two at most, with nothing outside their margins: %s', async (_, more) => {
    const pages = pagesOf(await bytesOf(more))
    expect(pages.length).toBeLessThanOrEqual(2)
    for (const { x, y, text } of pages.flat()) {
      expect.soft(x, text).toBeLessThan(PAGE.width - PAGE.right)
      expect.soft(y, text).toBeGreaterThan(18)
      expect.soft(y, text).toBeLessThan(PAGE.height - PAGE.top)
    }
  })

  test(
    'whatever is typed, can be made and stay two',
    async () => {
      const typed = fc.string({ unit: 'grapheme', maxLength: 400 })
      await fc.assert(
        fc.asyncProperty(typed, typed, fc.array(typed, { maxLength: 4 }), async (client, author, said) => {
          expect(pagesOf(await bytesOf({ client, author, said })).length).toBeLessThanOrEqual(2)
        }),
        { numRuns: 6 },
      )
    },
    MANY_PAGES,
  )

  test('say that something was shortened, and show what cannot be drawn as a gap', async () => {
    const text = squeezedText(await bytesOf({ said: [`👩‍👩‍👧 ${HOSTILE}`] }))
    expect(text).toContain('“□aaa')
    expect(text).toContain('a...”')
    expect(text).toMatch(/Shortenedtoabout\d+of3,0\d\dcharacters/)
  })

  test('put each name on a line of its own where they do not fit one', async () => {
    const bylineOf = async (client: string) => {
      const [first = []] = pagesOf(await bytesOf({ client, author: 'Ada' }))
      return first.map(({ text }) => text).slice(4, 7)
    }
    expect(await bylineOf('Acme')).toContain('For Acme · Prepared by Ada · 1 June 2026')
    expect(await bylineOf('W'.repeat(45))).toEqual([
      `For ${'W'.repeat(45)}`,
      'Prepared by Ada',
      '1 June 2026',
    ])
  })

  test('number themselves', async () => {
    const pages = pagesOf(await bytesOf({ requirements: answered }))
    expect(pages.map((page) => page.find(({ text }) => text.startsWith('Page '))?.text)).toEqual([
      'Page 1 of 2',
      'Page 2 of 2',
    ])
  })

  test('take the roomiest text that fits', async () => {
    const subject = {
      requirements: crowded,
      said: [],
      client: null,
      author: null,
      date: DAY,
      knowledge: real.hash,
    }
    const briefs = EXTENTS.map((extent) => composeBrief(real, advise(real, crowded), subject, extent))
    const [roomy, ...tighter] = briefs as [Brief, ...Brief[]]
    expect(pagesOf(await toPdf([roomy], DAY)).length).toBeGreaterThan(2)
    expect(pagesOf(await toPdf([roomy, ...tighter], DAY)).length).toBe(2)
  })

  test(
    'never end with a heading, nor with the head of a table',
    async () => {
      const ends = new Set<string | undefined>()
      for (let lines = 32; lines < 44; lines += 1) {
        const [first = []] = pagesOf(await toPdf([withTableAfter(lines)], DAY))
        ends.add(first.at(-1)?.text)
      }
      expect([...ends].sort()).toEqual(['cell', 'line'])
    },
    MANY_PAGES,
  )
})

/** A heading and a table somewhere near the end of the first page. */
function withTableAfter(lines: number): Brief {
  const text = [{ text: 'line' }]
  return {
    ...{ title: 'Title', publisher: 'Yard', byline: [], banners: [], colophon: '' },
    sections: [
      { heading: 'First', blocks: [{ kind: 'list', numbered: false, items: Array(lines).fill(text) }] },
      {
        heading: 'Second',
        blocks: [{ kind: 'table', head: ['Head', 'Head'], rows: [[[{ text: 'cell' }], [{ text: 'cell' }]]] }],
      },
    ],
  }
}

describe('the file', () => {
  test('is the same bytes for the same recipe', async () => {
    const recipe = { requirements: answered, said: [HOSTILE], client: 'Đặng' }
    expect(Buffer.compare(await bytesOf(recipe), await bytesOf(recipe))).toBe(0)
  })

  test('is tagged, has a language, a title, a date of its own and bookmarks', async () => {
    const raw = Buffer.from(await bytesOf({ requirements: answered, date: '2026-08-22' })).toString('latin1')
    expect(raw).toMatch(/\/Marked true/)
    expect(raw).toMatch(/\/Lang \(en\)/)
    expect(raw).toMatch(/\/DisplayDocTitle true/)
    expect(raw).toMatch(/D:20260822000000Z/)
    expect(raw).toMatch(/\/Outlines/)
  })
})

describe('what a screen reader follows', async () => {
  const { root, unread } = structureOf(await bytesOf({ requirements: crowded, said: ['A shop for bikes'] }))
  const elements = elementsOf(root)
  const ofType = (...types: string[]) => elements.filter(({ type }) => types.includes(type))

  test('leaves out nothing but what repeats on each page', () => {
    expect(unread).toEqual([])
    expect(root.text).not.toContain('Page 1')
  })

  test('reads the parts in the order in which a client asks', () => {
    expect(ofType('H1', 'H2').map(({ text }) => text)).toEqual([
      'Choosing a Python backend framework',
      'The project, in your words',
      'Our recommendation',
      expect.stringMatching(/^Why /),
      'Risks, and what we do about them',
      'Alternatives, and why not',
      'What would change this advice',
      'Next steps',
      'Sources',
    ])
  })

  test('parts the words where a line ends', () => {
    const [wanted] = ofType('TD').filter(({ text }) => text.includes('Server-sent events'))
    const names = real.capabilities.slice(0, 40).map(({ name }) => name)
    expect(wanted?.text.trim()).toBe(names.join(', '))
  })

  test('knows lists, tables with what heads each row or column, and links', () => {
    const inside = (type: string) => [
      ...new Set(ofType(type).flatMap(({ children }) => children.map((child) => child.type))),
    ]
    expect(inside('L')).toEqual(['LI'])
    expect(inside('LI')).toEqual(['Lbl', 'LBody'])
    expect(inside('Table')).toEqual(['TR'])
    expect(inside('TR').sort()).toEqual(['TD', 'TH'])
    for (const { dictionary } of ofType('TH')) expect(dictionary).toMatch(/\/Scope \/(Row|Column)\b/)
    for (const { dictionary } of ofType('Link')) expect(dictionary).toMatch(/\/Type \/OBJR/)
  })

  test('tells what the chart shows, and where it stands', () => {
    const [chart, ...more] = ofType('Figure')
    expect(more).toEqual([])
    expect(chart?.dictionary).toMatch(/\/Alt \(How well each one serves, 0 to 100: .*of 100/)
    expect(chart?.dictionary).toMatch(/\/BBox \[[\d. ]+\]/)
  })
})
