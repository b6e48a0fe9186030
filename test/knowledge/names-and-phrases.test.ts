import { expect, test } from 'vitest'
import { copyKnowledge, ENTRY, OTHER_ENTRY } from './copy.ts'

test('a phrase that two meanings claim is told with both places', async () => {
  const copy = copyKnowledge()
  copy.set('kinds.yaml', '0.phrases.+', 'a flying (circus|zoo)')
  copy.set('kinds.yaml', '1.phrases.+', 'flying zoos')
  copy.set('kinds.yaml', '2.phrases.+', 'a flying zoos')
  const [first, , third] = JSON.parse(copy.read('kinds.yaml')).map(({ id }: { id: string }) => id)
  expect(await copy.problems()).toEqual([`kinds.yaml: ${third}: "a flying zoos" is claimed by ${first} too`])
})

test('what means one level of a criterion cannot mean another level of any', async () => {
  const copy = copyKnowledge()
  copy.set('criteria/speed.yaml', 'levels.low.phrases.+', 'flying zoo')
  copy.set('criteria/performance.yaml', 'levels.high.phrases.+', 'flying zoo')
  // Answers to different questions may be worded alike.
  copy.set('criteria/speed.yaml', 'levels.low.answers.+', 'a zoo')
  copy.set('criteria/performance.yaml', 'levels.high.answers.+', 'a zoo')
  expect(await copy.problems()).toEqual([
    'criteria/speed.yaml: levels.low.phrases: "flying zoo" is claimed by levels.high.phrases (criteria/performance.yaml) too',
  ])
})

test('a phrase that breaks the rules of phrases is told wherever phrases stand', async () => {
  const places = [
    ['capabilities.yaml', '0.phrases.+'],
    ['capabilities.yaml', '0.mention'],
    ['kinds.yaml', '0.phrases.+'],
    ['context.yaml', '0.phrases.+'],
    ['topics.yaml', '0.phrases.+'],
    ['glossary.yaml', '0.aliases.+'],
    ['guide.yaml', 'types.0.aliases.+'],
    ['domain.yaml', 'field_words.+'],
    ['domain.yaml', 'runtime.phrases.+'],
    ['criteria/speed.yaml', 'levels.low.phrases.+'],
    ['criteria/speed.yaml', 'levels.high.answers.+'],
    ['criteria/speed.yaml', 'cues.+'],
    ['criteria/speed.yaml', 'yes_no'],
    ['phrases/intents.yaml', 'meanings.howto.+'],
  ] as const
  const copy = copyKnowledge()
  const open = '(open'
  for (const [file, path] of places) {
    const whole = path === 'yes_no' ? [{ asked: [open], yes: 'low', no: 'high' }] : [open]
    copy.set(file, path, path.endsWith('+') ? open : whole)
  }
  const problems = await copy.problems()
  expect(problems.map((line) => line.split(':')[0]).sort()).toEqual(places.map(([file]) => file).sort())
  for (const line of problems) expect(line).toContain('"(open" has brackets')
})

test('an alias that two entries claim is told with the other entry', async () => {
  const copy = copyKnowledge()
  copy.set(ENTRY, 'aliases.+', 'zebrapi')
  copy.set(OTHER_ENTRY, 'aliases.+', 'ZebrÂpi')
  const problems = await copy.problems()
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(
    /fastapi\.yaml: aliases\.\d+: "ZebrÂpi" is also a name of "django" \(frameworks\/django/,
  )
})

test('an alias that is an ordinary word needs a guard', async () => {
  const copy = copyKnowledge()
  copy.set(ENTRY, 'aliases.+', 'bottle')
  copy.write('neighbours.yaml', '[]')
  expect(await copy.problems()).toEqual([
    expect.stringMatching(/django\.yaml: aliases\.\d+: "bottle" is an ordinary English word/),
  ])
  copy.set(ENTRY, 'guarded', ['bottle'])
  expect(await copy.problems()).toEqual([])
})

test('a neighbour that has an entry by now is to be removed', async () => {
  const copy = copyKnowledge()
  const neighbour = { name: 'Django', aliases: [], id: 'django', field: 'same', what: 'A framework.' }
  copy.set('neighbours.yaml', '+', neighbour)
  expect(await copy.problems()).toEqual([
    'neighbours.yaml: Django: "django" has an entry of its own now; remove it here',
  ])
})

test('a whole message cannot be a command and small talk', async () => {
  const copy = copyKnowledge()
  copy.set('phrases/commands.yaml', 'meanings.back.+', 'flying zoo')
  copy.set('phrases/smalltalk.yaml', 'meanings.joke.+', 'flying zoo')
  expect(await copy.problems()).toEqual([
    'phrases/smalltalk.yaml: meanings.joke: "flying zoo" is claimed by meanings.back (phrases/commands.yaml) too',
  ])
})
