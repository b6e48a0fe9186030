import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machineOf } from '../../src/cli/machine.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { ROOT } from '../architecture/sources.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue, language } = consultant
const machine = machineOf(consultant)
const questions = [...catalogue.guide.questions, ...catalogue.company.questions]
const typed = questions.flatMap((question) => question.q.map((wording) => ({ wording, question })))

describe('a general question, typed as it is written in the knowledge', () => {
  test('gets its own answer, intent and topic, whatever its words may mean besides', () => {
    const commands = typed.filter(({ wording }) => language.understand(wording, null).whole !== null)
    expect(commands.length).toBeLessThan(10)
    const asked = typed.filter((one) => !commands.includes(one))
    const other = asked.filter(({ wording, question }) => {
      const { text, intent, topic } = machine.ask(wording)
      return (
        !text.startsWith(question.a.slice(0, 40)) || intent !== question.intent || topic !== question.topic
      )
    })
    expect(other.map(({ wording }) => wording)).toEqual([])
  })

  test('says nothing of any project: "is python secure" asks for no security', () => {
    expect(language.understand('is python secure', null).findings).toMatchObject({ needs: [], levels: [] })
    expect(machine.ask('Is Python secure?').text).not.toMatch(/fits best/)
  })

  test('is known in capitals and with a question mark too, but not as part of a brief', () => {
    const meaning = (text: string) => language.understand(text, null).written
    expect(meaning('WHAT IS A BACKEND FRAMEWORK?')).toBe(meaning('what is a backend framework'))
    expect(meaning('what is a backend framework')?.a).toMatch(/server side/)
    expect(meaning('a shop with 300 users, and what is a backend framework')).toBeNull()
  })
})
