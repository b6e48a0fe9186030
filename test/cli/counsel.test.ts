import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { createCounsel } from '../../src/cli/counsel.ts'
import type { Input } from '../../src/dialogue/conversation.ts'
import { copyKnowledge, ENTRY, OTHER_ENTRY } from '../knowledge/copy.ts'

const NOW = new Date('2026-03-01T10:00:00.000Z')
const say = (text: string): Input => ({ kind: 'text', text })

async function counselOn(folder: string) {
  const counsel = await createCounsel(folder, null)
  let snapshot: unknown = null
  return {
    ...counsel,
    /** Says something and gives what is answered. */
    answer(text: string): string {
      const { conversation, cards } = counsel.turn(snapshot, say(text), NOW)
      snapshot = JSON.parse(JSON.stringify(conversation))
      return cards.map(cardToText).join('\n')
    },
  }
}

describe('knowledge that changes while the program runs', () => {
  test('is not looked at until it is asked for', async () => {
    const knowledge = copyKnowledge()
    const counsel = await counselOn(knowledge.folder)
    knowledge.set(ENTRY, 'tagline', 'The one with the pancakes')
    expect(counsel.answer('what is django?')).not.toContain('pancakes')
    expect(await counsel.reload()).toBe('loaded')
    expect(counsel.answer('what is django?')).toContain('pancakes')
  })

  test('and is the same as before is left alone', async () => {
    const knowledge = copyKnowledge()
    const counsel = await counselOn(knowledge.folder)
    const before = counsel.hash()
    expect(await counsel.reload()).toBe('unchanged')
    expect(counsel.hash()).toBe(before)
  })

  test('with problems is refused with all of them, and the old one answers on', async () => {
    const knowledge = copyKnowledge()
    const counsel = await counselOn(knowledge.folder)
    const before = counsel.hash()
    knowledge.set(ENTRY, 'tagline', 7)
    knowledge.set(OTHER_ENTRY, 'licence.source', undefined)
    await expect(counsel.reload()).rejects.toMatchObject({
      code: 'data',
      message: expect.stringMatching(/2 problems.*django\.yaml: tagline.*fastapi\.yaml: licence/s),
    })
    expect(counsel.hash()).toBe(before)
    expect(counsel.answer('what is django?')).toMatch(/django/i)
  })

  test('and is gone altogether is refused too', async () => {
    const knowledge = copyKnowledge()
    const counsel = await counselOn(knowledge.folder)
    knowledge.remove('')
    await expect(counsel.reload()).rejects.toMatchObject({ code: 'data' })
    expect(counsel.answer('what is django?')).toMatch(/django/i)
  })

  test('is what the home page, the form and the suggestions show as well', async () => {
    const knowledge = copyKnowledge()
    const counsel = await counselOn(knowledge.folder)
    knowledge.set(ENTRY, 'name', 'Djangoid')
    await counsel.reload()
    expect(counsel.views.suggest('django', 1)).toMatchObject([{ label: 'Djangoid' }])
  })
})
