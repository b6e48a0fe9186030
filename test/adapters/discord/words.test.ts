import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { argumentsOf, commandSet, shapeOf, typedText } from '../../../adapters/discord/command-set.ts'
import { decodeCustomId, encodeCustomId, fitsId, type IdKind } from '../../../adapters/discord/custom-id.ts'
import { formModal, partAfter, readForm } from '../../../adapters/discord/form-modal.ts'
import { readText } from '../../../adapters/discord/read-text.ts'
import { wordsModal } from '../../../adapters/discord/words-modal.ts'
import type { FormDefinition } from '../../../src/desk.ts'
import { problemsOfCommands, problemsOfModal } from '../../support/discord-validator.ts'

describe('what people typed', () => {
  const named = { self: ['1', '8'], nameOf: (id: string) => (id === '2' ? 'Ben' : null) }

  test.each([
    ['<@1> hello', 'hello'],
    ['<@!2> and <@3> in <#4> with <@&5>', 'Ben and someone in a channel with a group'],
    ['use </pyframe start:6> <:wave:7> now', 'use pyframe start now'],
    ['**must** have __roles__ and *no* ~~admin~~ ||panel||', 'must have roles and no admin panel'],
    ['> a quote\n# a heading\n-# small', 'a quote\na heading\nsmall'],
    ['`a_b_c` and ```py\nx_y = 1\n```', 'a_b_c and x_y = 1'],
    ['\\*literal\\*', '*literal*'],
    ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
    ['“quoted” isn’t', '"quoted" isn\'t'],
  ])('%j is read as %j', (typed, expected) => {
    expect(readText(typed, named)).toBe(expected)
  })
})

describe('ids of components', () => {
  const kinds = fc.constantFrom<IdKind[]>('press', 'menu', 'tick', 'form', 'words', 'next')
  const owner = fc.oneof(fc.constant(null), fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }).map(String))
  const action = fc.string({ maxLength: 82 })

  test('say the same when they come back, in at most 100 characters', () => {
    fc.assert(
      fc.property(kinds, owner, action, fc.integer({ min: 0, max: 1_295 }), (kind, owner, action, number) => {
        const id = encodeCustomId({ kind, owner, action }, number)
        expect(fitsId(action)).toBe(true)
        expect(id.length).toBeLessThanOrEqual(100)
        expect(decodeCustomId(id)).toEqual({ kind, owner, action })
      }),
    )
  })

  test('that are none of ours mean nothing', () => {
    fc.assert(fc.property(fc.string(), (id) => void decodeCustomId(id)))
    expect([decodeCustomId(''), decodeCustomId('begin@1'), decodeCustomId('q0..x')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('commands', () => {
  test('take what their usage in the table says', () => {
    expect(argumentsOf('<a> <b>').map(({ name, required }) => [name, required])).toEqual([
      ['a', true],
      ['b', true],
    ])
    expect(argumentsOf('[criterion]')).toEqual([{ name: 'criterion', lead: '', required: false }])
    const given: Record<string, string> = { client: 'ACME', author: 'Ann' }
    expect(typedText('[for <client>] [by <author>]', (name) => given[name] ?? null)).toBe('for ACME by Ann')
    expect(typedText('[for <client>] [by <author>]', () => null)).toBe('')
  })

  test('are what Discord takes, and are known again with what it adds', () => {
    const commands = commandSet()
    expect(problemsOfCommands(commands)).toEqual([])
    const back = commands.toReversed().map((command) => ({ ...command, id: '1', version: '2', nsfw: false }))
    expect(shapeOf(back)).toBe(shapeOf(commands))
    expect(shapeOf(back.slice(1))).not.toBe(shapeOf(commands))
  })
})

describe('windows', () => {
  const form: FormDefinition = {
    questions: Array.from({ length: 5 }, (_, i) => ({
      criterion: `c${i}`,
      name: `Question with a name that is longer than a label may be ${i}`,
      question: 'How much? '.repeat(20),
      options: ['low', 'high'].map((value) => ({ value, label: value, hint: 'hint '.repeat(40) })),
      present: i === 0 ? 'high' : null,
    })),
    needs: Array.from({ length: 23 }, (_, i) => ({
      value: `n${i}`,
      label: `Need ${i}`,
      checked: i % 2 === 0,
    })),
  }

  test('of the whole form keep to the limits and show the present answers', () => {
    const parts = [0, 1].map((part) => formModal(form, part))
    expect(parts.flatMap((part) => problemsOfModal(part))).toEqual([])
    expect(parts.map((part) => part?.components.length)).toEqual([5, 3])
    expect([partAfter(form, 0), partAfter(form, 1), formModal(form, 2)]).toEqual([1, null, null])
    expect(JSON.stringify(parts[0]).match(/"default":true/g)).toHaveLength(1)
  })

  test('change only what they hold', () => {
    const first = new Map([
      ['question.c0', { value: null }],
      ['question.c1', { value: 'low' }],
    ])
    expect(readForm(form, first)).toEqual({
      kind: 'answers',
      levels: { c1: 'low' },
      needs: form.needs.filter(({ checked }) => checked).map(({ value }) => value),
    })
    const second = new Map([
      ['needs.0', { values: ['n1'] }],
      ['needs.1', { values: [] }],
      ['needs.2', { values: ['n20', 'n21'] }],
    ])
    expect(readForm(form, second)).toEqual({
      kind: 'answers',
      levels: { c0: 'high' },
      needs: ['n1', 'n20', 'n21'],
    })
  })

  test('for words show what is asked, however long it is', () => {
    expect(problemsOfModal(wordsModal([], null))).toEqual([])
    const modal = wordsModal(['### Size\n-# Question 1 of at most 5', 'How big? '.repeat(400)], 'what-if@3')
    expect(problemsOfModal(modal)).toEqual([])
    expect(decodeCustomId(modal.custom_id)).toEqual({ kind: 'form', owner: null, action: 'what-if@3' })
  })
})
