import { describe, expect, test } from 'vitest'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { createSuggest } from '../../src/dialogue/suggest.ts'

const { knowledgeFolder } = readConfig({})
const consultant = await createConsultant(knowledgeFolder, CACHE_FOLDER)
const suggest = createSuggest(consultant)
const valuesFor = (typed: string, limit = 25) => suggest(typed, limit).map(({ value }) => value)

describe('what is suggested while somebody types', () => {
  test('is everything that begins so, alternatives first', () => {
    const values = valuesFor('fla')
    expect(values[0]).toBe('Flask')
    expect(valuesFor('dj')).toEqual(expect.arrayContaining(['Django', 'Django Ninja']))
  })

  test('is found by other names and by what stands inside a name', () => {
    expect(valuesFor('drf')).toContain('Django REST framework')
    expect(valuesFor('ninja')).toContain('Django Ninja')
  })

  test('takes no notice of case, spaces and signs', () => {
    expect(valuesFor('FAST-api')).toContain('FastAPI')
    expect(valuesFor('Web 2 Py')).toContain(consultant.catalogue.nameOf('web2py'))
  })

  test('is what was meant when it is misspelt', () => {
    expect(valuesFor('djagno')[0]).toBe('Django')
    expect(valuesFor('tornaod')[0]).toBe('Tornado')
  })

  test('holds topics too', () => {
    expect(valuesFor('authent')).toContain(consultant.catalogue.topic('authentication')?.name)
  })

  test('is the alternatives when nothing was typed yet', () => {
    const first = consultant.catalogue.alternatives.slice(0, 3).map(({ name }) => name)
    expect(valuesFor('', 3)).toEqual(first)
  })

  test('is nothing when nothing fits, and never more than was asked for', () => {
    expect(valuesFor('qqqqqqqq')).toEqual([])
    expect(valuesFor('a', 4)).toHaveLength(4)
  })

  test('is no longer than an option of a platform, and understood when it is sent', () => {
    for (const { value, label } of suggest('', 1_000)) {
      expect(value.length).toBeLessThanOrEqual(100)
      expect(label.length).toBeLessThanOrEqual(100)
    }
    for (const { id, name } of consultant.catalogue.alternatives) {
      const [named] = consultant.language.understand(name, null).alternatives
      expect(named?.id).toBe(id)
    }
  })
})
