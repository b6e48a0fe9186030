import { hitsFor, howSure } from '../dialogue/answer/found.ts'
import type { Consultant } from '../dialogue/consultant.ts'
import type { ExplainedReading } from '../language/explain.ts'
import { columns } from './columns.ts'
import { type Asked, machineOf } from './machine.ts'

/** `ask --explain`: an answer with everything it came from, for whoever mends a misreading. */
export interface ExplainedAnswer extends Asked {
  explanation: ExplainedReading & {
    /** What was searched for. */
    content: string[]
    candidates: { question: string; score: number; wordingShare: number; share: number }[]
    sureness: 'sure' | 'unsure' | 'nothing'
  }
}

const DIGITS = 3

/** Answers a question and takes apart how it was read. */
export function explainAsked(consultant: Consultant, text: string, now: Date): ExplainedAnswer {
  const understood = consultant.language.understand(text, now)
  const hits = hitsFor(consultant, understood)
  const reading = consultant.language.explain(text)
  return {
    ...machineOf(consultant, now).ask(text),
    explanation: {
      ...reading,
      foreign: rounded(reading.foreign),
      learned: reading.learned.map(({ id, score }) => ({ id, score: rounded(score) })),
      content: understood.content,
      candidates: hits.map(({ entry, score, wordingShare, share }) => ({
        question: entry.wordings[0] ?? '',
        score: rounded(score),
        wordingShare: rounded(wordingShare),
        share: rounded(share),
      })),
      sureness: howSure(hits).sureness,
    },
  }
}

/** The same for people, as aligned lines. */
export function explainedText({ explanation, intent, frameworks, topic, text }: ExplainedAnswer): string {
  const { corrections, names, phrases, topics, learned, situations } = explanation
  const { foreign, content, candidates, sureness } = explanation
  const paragraphs = [
    columns(
      [
        ['Meaning', intent],
        ['Names', frameworks.join(', ') || 'none'],
        ['Topic', topic],
        ['Unknown words', `${Math.round(foreign * 100)} % of those that say something`],
      ],
      'll',
    ),
    part(
      'Corrected',
      corrections.map(({ written, read }) => [written, read]),
      'll',
    ),
    part(
      'Names',
      names.map(({ words, id, taken }) => [words, id, taken ? 'a name' : 'an ordinary word']),
      'lll',
    ),
    part(
      'Topics, the best first',
      topics.map(({ words, id, rank }) => [words, id, `rank ${rank}`]),
      'lll',
    ),
    part(
      'Topics as other questions were asked',
      learned.map(({ id, score }) => [id, score.toFixed(1)]),
      'lr',
    ),
    part(
      'Phrases',
      phrases.map(({ words, meaning }) => [words, meaning]),
      'll',
    ),
    part(
      'Read as a project, it is like',
      situations.map(({ id, share, words }) => [
        `situations/${id}`,
        `${Math.round(100 * share)} %`,
        words.join(', '),
      ]),
      'lrl',
    ),
    part(
      `Searched for: ${content.join(' ')} (${sureness})`,
      [
        ['score', 'wording', 'all', ''],
        ...candidates.map(({ score, wordingShare, share, question }) => [
          ...[score, wordingShare, share].map((value) => value.toFixed(DIGITS)),
          question,
        ]),
      ],
      'rrrl',
    ),
    ['Answer', `  ${text}`],
  ]
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const part = (title: string, rows: readonly string[][], sides: string): string[] =>
  rows.length === 0 ? [] : [title, ...columns(rows, sides)]

const rounded = (value: number): number => Number(value.toFixed(DIGITS))
