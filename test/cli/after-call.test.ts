import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inboxText } from '../../src/cli/inbox.ts'
import { statsText } from '../../src/cli/stats.ts'
import type { KeptRemark, Tallied } from '../../src/desk.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { ROOT } from '../architecture/sources.ts'

const { catalogue } = await createConsultant(join(ROOT, 'knowledge'))
const [entry, other] = catalogue.alternatives
if (!entry || !other) throw new Error('the knowledge is empty')
const [strength] = entry.strengths

const counted = (kind: Tallied['kind'], name: string, count: number, week = '2026-W47'): Tallied => ({
  ...{ kind, name, count, week },
})
const remark = (part: Partial<KeptRemark>): KeptRemark => ({
  ...{ at: '2026-11-20T10:00:00.000Z', verdict: 'wrong', about: 'answer', topic: 'orm' },
  ...{ alternatives: [entry.id], claim: null, reason: null, words: null },
  ...part,
})

describe('stats', () => {
  test('says how many agree, among those who said so', () => {
    const text = statsText(catalogue, [
      counted('feedback', 'result:useful', 3),
      counted('feedback', 'result:not_useful', 1),
    ])
    expect(text).toContain('3 of 4 results useful (75 %)')
  })

  test('names what is asked most, most often first, and the newest week first', () => {
    const text = statsText(catalogue, [
      counted('topic', 'orm', 1, '2026-W46'),
      counted('alternative', other.id, 2),
      counted('alternative', entry.id, 7),
    ])
    expect(text).toContain(`${entry.name} 7, ${other.name} 2`)
    expect(text.indexOf('2026-W47')).toBeLessThan(text.indexOf('2026-W46'))
  })

  test('counts texts by how they were understood', () => {
    const text = statsText(catalogue, [counted('text', 'sure', 5), counted('text', 'declined', 2)])
    expect(text).toContain('7: 5 answered, 2 declined')
  })

  test('of nothing says so', () => expect(statsText(catalogue, [])).toBe('Nothing was counted yet.'))
})

describe('the inbox', () => {
  test('leads from a claim to the file and the path where it stands', () => {
    if (!strength) throw new Error('no strength')
    const claim = { text: `Because ${strength.claim}`, sources: [strength.source] }
    const text = inboxText(catalogue, [remark({ claim, words: 'Not any more.' })], [])
    expect(text).toContain('remark: Not any more.')
    expect(text).toMatch(new RegExp(`mend \\w+/${entry.id}\\.yaml: strengths\\.0`))
  })

  test('leads from a question without an answer to the entry it belongs to', () => {
    const text = inboxText(
      catalogue,
      [],
      [counted('missing', `${entry.id}/orm`, 2), counted('missing', `${entry.id}/orm`, 1, '2026-W46')],
    )
    expect(text).toMatch(
      new RegExp(`3 x ${entry.name}.*\n  mend \\w+/${entry.id}\\.yaml: capabilities\\.orm`),
    )
  })

  test('leads from a situation that was removed to its examples', () => {
    const text = inboxText(catalogue, [], [counted('misread', 'situation:small-page-tool', 1)])
    expect(text).toContain('situations/small-page-tool.yaml: examples')
  })

  test('leads from a misreading to its wordings', () => {
    const [criterion] = catalogue.criteria
    const text = inboxText(catalogue, [], [counted('misread', `criterion:${criterion?.id}`, 1)])
    expect(text).toContain(`mend criteria/${criterion?.id}.yaml: levels, phrases`)
  })

  test('puts verdicts without a word together, most often first, below what somebody wrote', () => {
    const bare = (part: Partial<KeptRemark>): KeptRemark => remark({ verdict: 'not_useful', ...part })
    const text = inboxText(
      catalogue,
      [
        bare({ reason: 'too_much' }),
        bare({ reason: 'off_topic', at: '2026-11-19T10:00:00.000Z' }),
        bare({ reason: 'off_topic' }),
        remark({ words: 'Not any more.' }),
      ],
      [],
    )
    expect(text).toMatch(
      /Remarks \(1\)[\s\S]*Verdicts without a remark \(2\)\n- 2 x not useful: .*\(off topic\)/,
    )
    expect(text).toContain('1 x not useful')
  })

  test('keeps a remark from driving the terminal', () => {
    expect(inboxText(catalogue, [remark({ words: 'a\u001b[2J\u202eb' })], [])).toContain('remark: a [2J b')
  })

  test('with nothing in it says so', () => expect(inboxText(catalogue, [], [])).toBe('The inbox is empty.'))
})
