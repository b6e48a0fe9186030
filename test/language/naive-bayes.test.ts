import { expect, test } from 'vitest'
import { createLearner, createNaiveBayes } from '../../src/language/naive-bayes.ts'

const signs = (text: string) => text.split(' ').map((key) => ({ key, weight: 1 }))
const learned = (label: string, ...texts: string[]) => texts.map((text) => ({ label, signs: signs(text) }))

const model = createNaiveBayes([
  ...learned('price', 'how much is it', 'what does it cost', 'is it cheap'),
  ...learned('speed', 'how fast is it', 'is it slow', 'how quick does it go'),
])
const likeliest = (text: string): string | undefined => model.judge(signs(text))[0]?.label

test('a text gets the label of the texts its signs were seen in', () => {
  expect(likeliest('will it cost much')).toBe('price')
  expect(likeliest('so fast or slow')).toBe('speed')
})

test('every label is judged, and signs never seen change nothing', () => {
  expect(model.judge(signs('how fast'))).toHaveLength(2)
  expect(model.judge(signs('how fast zebra'))).toEqual(model.judge(signs('how fast')))
})

test('a sign that stands twice counts once', () => {
  expect(model.judge(signs('fast fast cost'))).toEqual(model.judge(signs('fast cost')))
})

test('what is common to all labels tells nothing', () => {
  const [first, second] = model.judge(signs('it'))
  expect(Math.abs((first?.score ?? 0) - (second?.score ?? 0))).toBeLessThan(0.3)
})

test('a sign weighs as much as it is given', () => {
  const judged = (weight: number) =>
    model.judge([
      { key: 'fast', weight },
      { key: 'cost', weight: 1 },
    ])[0]?.label
  expect([judged(2), judged(0.5)]).toEqual(['speed', 'price'])
})

test('what is learned bit by bit, or finished in the middle, is what is learned at once', () => {
  const texts = ['oak', 'elm', 'oak', 'ash'].map((label, at) => ({
    label,
    signs: [
      { key: `leaf ${label}`, weight: 1 },
      { key: `year ${at}`, weight: 1 },
    ],
  }))
  const signs = [{ key: 'leaf oak', weight: 1 }]
  const learner = createLearner(texts)
  expect(learner.learn(3)).toBe(true)
  expect(learner.finish().judge(signs)).toEqual(createNaiveBayes(texts).judge(signs))
  expect(learner.learn(1)).toBe(false)
})
