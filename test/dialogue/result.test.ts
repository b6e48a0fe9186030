import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { cardToText } from '../../src/card/plain.ts'
import { MAX_RESULT, resultCard } from '../../src/dialogue/cards/result.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { mergeFindings } from '../../src/dialogue/merge.ts'
import { activeOf, NOWHERE, newConversation } from '../../src/dialogue/state.ts'
import { ROOT } from '../architecture/sources.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { criteria, capabilities, kinds, situations, context, alternatives } = consultant.catalogue
const ids = alternatives.map(({ id }) => id)

const level = fc.record({
  level: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
  origin: fc.constantFrom('answered' as const, 'text' as const),
  words: fc.string({ maxLength: 120 }),
})
const need = fc.record({
  priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const, 'not_needed' as const),
  origin: fc.constant('text' as const),
  words: fc.string({ maxLength: 120 }),
})
const requirements: fc.Arbitrary<Requirements> = fc.record({
  levels: fc.dictionary(fc.constantFrom(...criteria.map(({ id }) => id)), level),
  emphasis: fc.constant({}),
  needs: fc.dictionary(fc.constantFrom(...capabilities.map(({ id }) => id)), need),
  kind: fc.option(fc.record({ id: fc.constantFrom(...kinds.map(({ id }) => id)) })),
  likeness: fc.option(
    fc.record({
      words: fc.nat(60),
      situations: fc.array(
        fc.record({
          id: fc.constantFrom(...situations.map(({ id }) => id)),
          share: fc.double({ min: 0.05, max: 0.5 }),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
  context: fc.record({
    existing: fc.subarray(ids, { maxLength: 2 }),
    skills: fc.subarray(ids, { maxLength: 2 }),
    leaving: fc.boolean(),
    rules: fc.subarray(context.map(({ id }) => id)),
    runtime: fc.option(fc.constantFrom('2.7', '3.9', '3.10', '3.14')),
  }),
  refused: fc.subarray(ids, { maxLength: 1 }),
  only: fc.constant([]),
})

const BRIEFS = readFileSync(join(ROOT, 'test/eval/briefs.dev.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): string => JSON.parse(line).brief)

function shown(wanted: Requirements, givers: Record<string, string> = {}): { text: string; all: string } {
  const context = {
    consultant,
    conversation: newConversation(),
    now: new Date('2026-11-22'),
    by: null,
    place: NOWHERE,
  }
  const card = resultCard(
    context,
    { ...activeOf(context), requirements: wanted, givers },
    consultant.advise(wanted),
  )
  const parts = card.parts.filter(({ kind }) => kind !== 'sources' && kind !== 'choices')
  return { text: cardToText({ ...card, parts }), all: cardToText(card) }
}

describe('the recommendation', () => {
  test('is at most 1,200 characters long, whatever was said', () => {
    fc.assert(
      fc.property(requirements, (wanted) => shown(wanted).text.length <= MAX_RESULT),
      { numRuns: 300 },
    )
  })

  test.each(BRIEFS)('is at most 1,200 characters long for a brief: %s', (brief) => {
    const { findings } = consultant.language.understand(brief, new Date('2026-11-22'))
    expect(shown(mergeFindings(noRequirements(), findings, 'text')).text.length).toBeLessThanOrEqual(
      MAX_RESULT,
    )
  })

  test('is at most 1,200 characters long with everybody who answered named in it', () => {
    const [brief = ''] = BRIEFS
    const { findings } = consultant.language.understand(brief, new Date('2026-11-22'))
    const wanted = mergeFindings(noRequirements(), findings, 'text')
    const givers = Object.fromEntries(
      criteria.map(({ id }, i) => [`level:${id}`, `Person number ${i} of the team`]),
    )
    expect(shown(wanted, givers).text.length).toBeLessThanOrEqual(MAX_RESULT)
  })

  test('always says what speaks against it, how sure it is, and has a way on', () => {
    fc.assert(
      fc.property(requirements, (wanted) => {
        const { all } = shown(wanted)
        if (all.includes('Nothing is left')) return
        expect(all).toMatch(/What speaks against it: \S/)
        expect(all).toMatch(/Settled|Likely|Still open/)
        expect(all).toContain('Change an answer')
      }),
      { numRuns: 200 },
    )
  })

  test('says that nothing decides yet when nothing was said', () => {
    expect(shown(noRequirements()).text).toContain('Nothing you said decides yet')
  })

  test("names the reasons in the client's words, with sources", () => {
    const admin = {
      priority: 'should' as const,
      origin: 'text' as const,
      words: 'a back office for the staff',
    }
    const { all } = shown({ ...noRequirements(), needs: { admin } })
    expect(all).toContain('You said: "a back office for the staff"')
    expect(all).toContain('Sources: https://')
  })

  test('says so when hard requirements leave nothing, with the reason for each', () => {
    const refused = alternatives.map(({ id }) => id)
    const { all } = shown({ ...noRequirements(), refused })
    expect(all).toContain('Nothing is left')
    for (const { name } of alternatives) expect(all).toContain(name)
  })

  test("gives an entry's own reason where it has to run, with its source", () => {
    const [rule] = context
    const flask = consultant.catalogue.alternative('flask')
    const own = flask?.context[rule?.id ?? '']
    if (!rule || !flask || !own) throw new Error('no such entry')
    const said = { ...noRequirements().context, rules: [rule.id] }
    const { all } = shown({ ...noRequirements(), context: said, only: [flask.id] })
    expect(all).toContain(`${rule.name}: ${own.reason}`)
    expect(all).toContain(own.source)
  })
})

describe('a move from what runs today', () => {
  const moves = alternatives.flatMap(({ migration }) =>
    migration.flatMap(({ from = [], to = [] }) => from.flatMap((a) => to.map((b) => [a, b] as const))),
  )
  const moved = (a: string, b: string, leaving: boolean): string => {
    const running = { ...noRequirements().context, existing: [a], leaving }
    return shown({ ...noRequirements(), context: running, only: [b] }).text
  }

  test('is known for most pairs people ask about', () => expect(moves.length).toBeGreaterThan(30))

  test.each(moves)('from %s to %s is told in one line with its pain, and fits', (a, b) => {
    const text = moved(a, b, true)
    if (text.includes('Nothing is left')) return
    const { nameOf } = consultant.catalogue
    expect(text).toContain(`Moving: ${nameOf(a)} to ${nameOf(b)}. Known pain: `)
    expect(text.length).toBeLessThanOrEqual(MAX_RESULT)
  })

  test('is told whether or not they want to leave, and not when what runs today is recommended', () => {
    expect(moved('flask', 'fastapi', false)).toContain('Moving: Flask to FastAPI')
    expect(moved('flask', 'flask', false)).not.toContain('Moving')
    const both = { ...noRequirements().context, existing: ['flask', 'fastapi'] }
    expect(shown({ ...noRequirements(), context: both, only: ['fastapi'] }).text).not.toContain('Moving')
  })

  test('that no entry describes is not told', () => {
    expect(moved('bottle', 'pyramid', true)).not.toContain('Moving')
  })
})
