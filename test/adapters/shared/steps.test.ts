import { expect, test } from 'vitest'
import { createSteps } from '../../../adapters/shared/steps.ts'

test('a delivery that broke off goes on with the step that failed', async () => {
  const steps = createSteps()
  const done: string[] = []
  let broken = true
  const list = [
    async () => void done.push('first'),
    async () => {
      if (broken) throw new Error('no')
      done.push('second')
    },
    async () => void done.push('third'),
  ]
  await expect(steps.run('a', list)).rejects.toThrow('no')
  await steps.run('b', list.slice(0, 1))
  broken = false
  await steps.run('a', list)
  expect(done).toEqual(['first', 'first', 'second', 'third'])
})

test('what was delivered once is done again when it is asked for again', async () => {
  const steps = createSteps()
  const done: string[] = []
  const list = ['first', 'second'].map((word) => async () => void done.push(word))
  await steps.run('a', list)
  await steps.run('a', list)
  expect(done).toEqual(['first', 'second', 'first', 'second'])
})
