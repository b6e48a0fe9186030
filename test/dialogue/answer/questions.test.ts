import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machineOf } from '../../../src/cli/machine.ts'
import { createConsultant } from '../../../src/dialogue/consultant.ts'
import { ROOT } from '../../architecture/sources.ts'

const consultant = await createConsultant(join(ROOT, 'knowledge'))
const machine = machineOf(consultant)
const answerTo = (text: string): string => machine.ask(text).text

describe('an answer', () => {
  test('on a topic holds what the entry has written on it, also where the search finds nothing', () => {
    const [written] =
      consultant.catalogue.alternative('robyn')?.questions.filter((q) => q.topic === 'maintenance') ?? []
    expect(answerTo('how mature is robyn')).toContain(written?.a.slice(0, 40))
  })

  test('begins with what answers where the entry only lists facts', () => {
    expect(answerTo('clickjacking django')).toMatch(/^Yes, more than most/)
  })

  test('is not taken from another topic than the one that was named', () => {
    expect(answerTo('sites made with pyramid')).toMatch(/^Pyramid is used by/)
    expect(answerTo('what is the most secure python framework')).not.toMatch(/Survey/)
  })

  test('may be, where it holds nearly all that was asked', () => {
    expect(answerTo('gunicorn workers for flask how many')).toMatch(/^As many as there are workers/)
  })
})

describe('several alternatives', () => {
  test('are each told of on what was asked', () => {
    const text = answerTo('which is easier to learn, django, flask or fastapi')
    for (const name of ['Django', 'Flask', 'FastAPI']) expect(text).toContain(`${name}: `)
  })

  test('get what speaks for each: of two also what speaks against', () => {
    expect(answerTo('sanic or pyramid')).toMatch(
      /For Sanic: .*Against Sanic: .*For Pyramid: .*Against Pyramid: /,
    )
    expect(answerTo('falcon, bottle or pyramid')).toMatch(/For Falcon: .*For Bottle: .*For Pyramid: /)
  })

  test('how to move is told first to who asks how, and what is better to who asks whether', () => {
    expect(answerTo('replace web2py app with django, how much work')).toMatch(/^web2py to Django: /)
    expect(answerTo('dropping falcon in favour of fastapi, good move?')).toMatch(/^FastAPI is ahead/)
  })
})

describe('all alternatives, asked about without a name,', () => {
  test('are told of by how they are kept up', () => {
    expect(answerTo('which frameworks are no longer maintained')).toMatch(
      /^Dormant: Hug\. Maintained, but slowly: /,
    )
  })

  test('are put in order on a criterion, the first ones with a reason', () => {
    expect(answerTo('which framework has the biggest community')).toMatch(
      /^First on .*, as we judge it: .* and .*: /,
    )
  })
})

describe('the people behind it', () => {
  test('can be found: where they are, and how to reach them', () => {
    expect(answerTo('where is newwave based')).toMatch(/hotline .*Hanoi.*Tokyo/s)
  })

  test('are offered after what is known of the market for a name', () => {
    expect(answerTo('is it easy to get python developers for tornado')).toMatch(/^Harder than .*Newwave/s)
  })
})

test('one criterion is explained, and all are named; the one that is left out is not', () => {
  expect(answerTo('why should the size of the community matter for our decision')).toMatch(/5 things decide/)
  expect(answerTo('which factors count besides performance when you select a framework')).toMatch(
    /^5 things decide/,
  )
})
