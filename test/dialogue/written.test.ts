import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/card/markup.ts'
import { machineOf } from '../../src/cli/machine.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { ROOT } from '../architecture/sources.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const { catalogue, language } = consultant
const machine = machineOf(consultant)
const questions = [...catalogue.guide.questions, ...catalogue.company.questions]
const ofEntries = catalogue.alternatives.flatMap(({ id, questions: own }) =>
  own.flatMap((question) => question.q.map((wording) => ({ id, wording, question }))),
)
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

describe('a question of an entry, typed as it is written in the knowledge', () => {
  /** The answers the knowledge has to a wording: two entries may be asked about in the same words. */
  const answersTo = (wording: string): string[] =>
    [...ofEntries, ...typed]
      .filter((one) => one.wording === wording)
      .map(({ question }) => plainText(question.a))

  test('gets its own answer, whatever its words may mean besides', () => {
    const commands = ofEntries.filter(({ wording }) => language.understand(wording, null).whole !== null)
    expect(commands.length).toBeLessThan(10)
    const other = ofEntries.filter((one) => {
      if (commands.includes(one)) return false
      const { text } = machine.ask(one.wording)
      return (
        !text.startsWith(plainText(one.question.a)) && !answersTo(one.wording).some((a) => text.startsWith(a))
      )
    })
    expect(other.map(({ wording }) => wording)).toEqual([])
  })

  test('is on its topic, and neither declined nor taken for a project', () => {
    const other = ofEntries.filter(({ wording, question }) => {
      const { intent, topic, written } = language.understand(wording, null)
      return written !== null && (topic !== question.topic || ['out_of_scope', 'choose'].includes(intent))
    })
    // Where two entries hold the same words, the first that is named counts.
    expect(other.filter(({ wording }) => answersTo(wording).length < 2)).toEqual([])
  })

  test('speaks of its alternative though nobody named it', () => {
    expect(machine.ask('can i use runserver in production')).toMatchObject({
      topic: 'deployment',
      frameworks: [],
    })
    const { written } = language.understand('CORSConfig', null)
    expect(written).toMatchObject({ alternative: 'litestar', topic: 'cors' })
  })

  test('of two entries asked about in the same words the one named first answers', () => {
    const { written } = language.understand('migrate tornado to fastapi', null)
    expect(written?.alternative).toBe('tornado')
  })
})
