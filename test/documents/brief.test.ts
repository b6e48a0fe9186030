import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements } from '../../src/advice/requirements.ts'
import { composeBrief, EXTENTS } from '../../src/documents/brief.ts'
import type { Brief } from '../../src/documents/model.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import {
  blockText,
  briefOn,
  DAY,
  otherField,
  realField,
  sectionText,
  smallField,
  wanting,
} from './subjects.ts'

const field = smallField()
const real = await realField()

const everything = (brief: Brief): string =>
  brief.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(blockText)]).join('\n')
const bannersOf = ({ banners }: Brief): string[] =>
  banners.map((runs) => runs.map(({ text }) => text).join(''))

describe('a client brief', () => {
  test('answers what a client asks, in the order in which they ask it', () => {
    expect(briefOn(field).sections.map(({ heading }) => heading)).toEqual([
      'The project, in your words',
      'Our recommendation',
      'Why Alpha',
      'Risks, and what we do about them',
      'Alternatives, and why not',
      'What would change this advice',
      'Next steps',
      'Sources',
    ])
  })

  test('names client, author and day where they are given', () => {
    expect(briefOn(field).byline).toEqual(['1 June 2026'])
    expect(briefOn(field, { client: ' Đặng & Sons ', author: '田中' }).byline).toEqual([
      'For Đặng & Sons',
      'Prepared by 田中',
      '1 June 2026',
    ])
  })

  test('quotes their words as they were typed, and says what was understood', () => {
    const brief = briefOn(field, {
      said: ['We carry **tons**', 'and it must have oars'],
      requirements: wanting({
        emphasis: { load: 2 },
        needs: {
          oars: { priority: 'must', origin: 'text' },
          sail: { priority: 'not_needed', origin: 'text' },
        },
      }),
    })
    expect(sectionText(brief, /your words/)).toBe(
      [
        '“We carry **tons**”',
        '“and it must have oars”',
        'Load: high load (counts double)\nMust have: Oars\nNot needed: Sail',
      ].join('\n'),
    )
  })

  test('says so when words of theirs are left out', () => {
    const text = sectionText(briefOn(field, { said: ['a'.repeat(3_000), 'second'] }), /your words/)
    expect(text).toContain('…”')
    expect(text).toContain('Shortened to about 900 of 3,006 characters.')
  })

  test('gives each reason with the words it follows from and the number of its source', () => {
    expect(sectionText(briefOn(field), /^Why/)).toBe(
      'Load is high: Filler.\u00a0[1] You said: “tons of freight”.',
    )
  })

  test('says what speaks against it and what is done about that', () => {
    const wanted = wanting({ needs: { sail: { priority: 'could', origin: 'answered' } } })
    expect(sectionText(briefOn(field, { requirements: wanted }), /^Risks/)).toBe(
      'Sail: Beta does better here. Filler.\u00a0[1] | We try this out first, before anything rests on it.',
    )
  })

  test('tells what moving costs where something runs today', () => {
    const moving = buildCatalogue({
      alternatives: { alpha: { standing: 0.9, positions: [1] }, omega: { moves: { alpha: 'large' } } },
      criteria: ['load'],
    })
    const requirements = wanting()
    requirements.context = { ...requirements.context, existing: ['omega'], leaving: true }
    const brief = briefOn(moving, { requirements })
    expect(sectionText(brief, /^Risks/)).toContain('Moving to Alpha: Filler.\u00a0[1] | Filler.')
    expect(sectionText(brief, /^Next/)).toContain(
      'The move to Alpha: a short trial shows early how that goes.',
    )
  })

  test('names the traps this project leads into, and leaves out those only others meet', () => {
    const trapped = buildCatalogue({
      alternatives: {
        alpha: {
          standing: 0.9,
          positions: [1, 0.9],
          capabilities: { oars: 'built-in', sail: 'built-in' },
          gotchas: [
            { problem: 'Anybody, earlier' },
            { problem: 'Anybody, later', as_of: '2026-03' },
            { problem: 'Who asks much of load', criteria: ['load'] },
            { problem: 'Who asks much of care', criteria: ['care'] },
            { problem: 'Who wants oars', needs: ['oars'] },
            { problem: 'Who wants a sail', needs: ['sail'] },
          ],
        },
        beta: {},
      },
      criteria: ['load', 'care'],
      capabilities: ['oars', 'sail'],
    })
    const requirements = wanting({
      needs: {
        oars: { priority: 'should', origin: 'text' },
        sail: { priority: 'not_needed', origin: 'text' },
      },
    })
    requirements.levels.care = { level: 'low', origin: 'answered' }
    const text = sectionText(briefOn(trapped, { requirements }), /^Risks/)
    const traps = [...text.matchAll(/^((?:Who|Anybody)[^:]+):/gm)].map(([, problem]) => problem)
    expect(traps).toEqual(['Who wants oars', 'Who asks much of load', 'Anybody, later'])
  })

  test('says where the others lose, and why the rest is out', () => {
    const text = sectionText(briefOn(field), /^Alternatives/)
    expect(text).not.toMatch(/ {2}/)
    expect(text).toMatch(/^Beta, \d+\.\d points: widest gap on Load/)
    expect(text).toContain('Ruled out: Delta is no longer maintained')
  })

  test('says of one the team knows that it does, and counts what is ruled out', () => {
    const requirements = wanting()
    requirements.context = { ...requirements.context, skills: ['beta'] }
    requirements.only = ['alpha', 'beta']
    const subject = { requirements, said: [], client: null, author: null, date: DAY, knowledge: field.hash }
    const tight = composeBrief(field, advise(field, requirements), subject, { ...EXTENTS[0], excluded: 0 })
    const text = sectionText(tight, /^Alternatives/)
    expect(text).toMatch(/^Beta, \d+\.\d points: widest gap on Load .* The team knows it\.$/m)
    expect(text).toMatch(/^2 are ruled out\.$/m)
  })

  test('says what would change it, and asks what is open', async () => {
    const brief = briefOn(await otherField())
    expect(sectionText(brief, /would change/)).toContain('Load low: then Velino would come first.')
    expect(sectionText(brief, /^Next/)).toContain('Answer what is open. How far and how fast do you ride')
  })

  test('asks to confirm what rules others out', () => {
    const needs = {
      oars: { priority: 'must', origin: 'text' },
      sail: { priority: 'excluded', origin: 'text' },
    } as const
    expect(sectionText(briefOn(field, { requirements: wanting({ needs }) }), /^Next/)).toContain(
      'Confirm the hard requirements. Oars and no Sail: whatever does not meet them is out.',
    )
  })

  test('names the knowledge it was written with', () => {
    expect(briefOn(field).colophon).toBe('Knowledge test · as of 1 June 2026')
  })
})

describe('a banner', () => {
  test('is not there when nothing has to be noticed', () => {
    expect(bannersOf(briefOn(field))).toEqual([])
  })

  test('counts the facts that are old by the day of the document, and each is marked', () => {
    const brief = briefOn(field, { date: '2027-06-01' })
    expect(bannersOf(brief)).toEqual([
      expect.stringMatching(/^Some facts are old. 1 of the 1 sources below is more/),
    ])
    expect(sectionText(brief, /Sources/)).toBe('[1] Test source (2026-01, old)')
  })

  test('does not call a month old before its end', () => {
    expect(bannersOf(briefOn(field, { date: '2027-01-31' }))).toEqual([])
  })

  test('says that the knowledge has changed since it was asked for', () => {
    expect(bannersOf(briefOn(field, { knowledge: 'other' }))).toEqual([
      expect.stringContaining('What we know has changed since this was asked for (knowledge other)'),
    ])
  })

  test('warns of one that is given up but runs today', () => {
    const requirements = { ...noRequirements(), only: ['delta'] }
    requirements.context.existing = ['delta']
    expect(bannersOf(briefOn(field, { requirements }))).toEqual([expect.stringContaining('Delta: Filler.')])
  })
})

test('when everything is ruled out, it says by what and how to go on', () => {
  const brief = briefOn(field, { requirements: wanting({ refused: ['alpha', 'beta', 'gamma'] }) })
  expect(brief.sections.map(({ heading }) => heading)).toEqual([
    'The project, in your words',
    'Our recommendation',
    'Next steps',
    'Sources',
  ])
  expect(sectionText(brief, /recommendation/)).toContain('Ruled out: Alpha was ruled out by name.')
})

test('when nothing was said, it says that nothing decides yet', () => {
  const brief = briefOn(field, { requirements: noRequirements() })
  expect(sectionText(brief, /your words/)).toBe('Nothing was said about the project yet.')
  expect(sectionText(brief, /^Why/)).toContain('Nothing said so far decides yet')
})

test('a saved id that is no longer known is passed over', () => {
  const requirements = wanting({
    needs: { wings: { priority: 'must', origin: 'text' } },
    kind: { id: 'airship' },
    refused: ['zeppelin'],
  })
  expect(sectionText(briefOn(field, { requirements }), /your words/)).toContain('Load: high load')
})

describe('on the knowledge people get', () => {
  const brief = briefOn(real, {
    requirements: { ...noRequirements(), kind: { id: real.kinds[0]?.id ?? '' } },
  })

  test('contact and ways to work together come from the company, and nothing promises a price or a time', () => {
    const { company } = real
    const next = sectionText(brief, /^Next/)
    for (const words of [
      company.name,
      company.hotline,
      company.website,
      ...company.offices.map(({ address }) => address),
    ])
      expect(next).toContain(words)
    for (const { name } of company.engagement) expect(next).toContain(name.toLowerCase())
    expect(next).not.toMatch(/\d+ (?:weeks?|months?|days?|people|developers)|[$€£¥]|\bper hour\b/i)
  })

  test('every number of a source leads to one, and every source is named', () => {
    const named = new Set(
      [...everything(brief).matchAll(/\u00a0\[(\d+)\]/g)].map(([, number]) => Number(number)),
    )
    const listed = [...sectionText(brief, /Sources/).matchAll(/^\[(\d+)\]/gm)].map(([, number]) =>
      Number(number),
    )
    expect([...named].sort((a, b) => a - b)).toEqual(listed)
    expect(listed.length).toBeGreaterThan(3)
  })
})

test('another field gets a brief in its own words', async () => {
  const bicycles = await otherField()
  const brief = briefOn(bicycles, { date: DAY })
  expect(brief.title).toBe('Choosing a bicycle')
  expect(everything(brief)).not.toMatch(/software|framework|prototype|code/i)
})
