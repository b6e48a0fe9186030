import { describe, expect, test } from 'vitest'
import { command } from './program.ts'

describe('ask --explain', () => {
  test('shows corrections, names, topics, phrases, candidates with scores and the answer', async () => {
    const { status, out } = await command(['ask', '--explain', 'does djnago have websokets'])
    expect(status).toBe(0)
    for (const line of [
      /Corrected\n\s+websokets\s+websocket/,
      /Names\n\s+djnago\s+django\s+a name/,
      /Topics, the best first\n\s+websokets\s+websockets\s+rank \d/,
      /Topics as other questions were asked\n\s+websockets\s+\d+\.\d/,
      /websokets\s+capabilities websockets/,
      /Searched for: .*\((sure|unsure)\)\n\s+score\s+wording\s+all\n\s+\d\.\d{3}/,
      /Answer\n\s+\S+/,
    ])
      expect(out).toMatch(line)
  })

  test('says which names were taken for ordinary words', async () => {
    const { out } = await command(['ask', '--explain', 'tornado warning in Ohio'])
    expect(out).toMatch(/tornado\s+tornado\s+an ordinary word/)
  })

  test('as JSON: the answer as ever, and the explanation beside it', async () => {
    const plain = await command(['ask', '--json', 'what licence has flask'])
    const { out } = await command(['ask', '--json', '--explain', 'what licence has flask'])
    const { explanation, ...answer } = JSON.parse(out)
    expect(answer).toEqual(JSON.parse(plain.out))
    expect(explanation).toMatchObject({ corrections: [], names: [{ id: 'flask', taken: true }], foreign: 0 })
    expect(explanation.candidates[0]).toMatchObject({ score: expect.any(Number) })
  })

  test.each([[['answer', '--explain', 'speed', 'soon']], [['ask', '--explain', '--stdin']]])(
    'is refused in one line: %j',
    async (args) => {
      const { status, errors } = await command(args)
      expect(status).toBe(64)
      expect(errors.trim().split('\n')).toHaveLength(1)
    },
  )
})
