import * as z from 'zod'
import { id, sentence, sourced } from './claim.ts'

const unit = z.number().min(0).max(1)

/** Corner points [position, fit]; straight lines between them, level beyond the ends. */
const curve = z
  .array(z.tuple([unit, unit]))
  .min(2)
  .refine((points) => points.every((p, i) => i === 0 || p[0] > (points[i - 1]?.[0] ?? -1)), {
    message: 'positions must rise from point to point',
  })

/** How people say things: see knowledge/README.md for the small pattern language. */
export const phrases = z.array(z.string().min(1).max(400))

const option = z.strictObject({
  label: z.string().min(2).max(60),
  hint: z.string().min(2).max(110),
  demand: curve.describe('how well each position serves this level'),
  demand_reason: sentence,
  because: sentence.describe('how a reason for advice names this level, such as "the load is heavy"'),
  phrases: phrases.describe('said anywhere, they mean this level'),
  answers: phrases.describe('mean this level only as the answer to this question'),
})

/** Which level a bare yes or no means, by how the question was put. */
const yesNo = z.strictObject({
  asked: phrases.describe('words in the question as it was put'),
  yes: z.enum(['low', 'medium', 'high']),
  no: z.enum(['low', 'medium', 'high']),
})

/** Levels by a number: the last step whose `from` is not above the number counts. */
const threshold = z.strictObject({
  measure: id.describe('a measure of phrases/measures.yaml'),
  steps: z.array(z.strictObject({ from: z.number(), level: z.enum(['low', 'medium', 'high']) })).min(1),
})

/** One criterion of the decision, `criteria/<id>.yaml`. */
export const criterion = z.strictObject({
  id,
  order: z.int().min(1),
  name: z.string().min(2).max(60),
  short: z.string().min(2).max(24).describe('for charts and tables'),
  virtue: z.string().min(2).max(60).describe('what a high position is good for: "ahead on ..."'),
  question: z.string().min(10).max(200),
  why: sentence.describe('why it is asked'),
  scale: z.strictObject({ zero: sentence, one: sentence }).describe('what positions 0 and 1 mean'),
  levels: z.strictObject({ low: option, medium: option, high: option }),
  yes_no: z.array(yesNo).describe('first match counts; without one, yes means high and no means low'),
  thresholds: z.array(threshold),
  checklist: z.array(id).describe('capabilities offered in the same card'),
  cues: phrases.describe('words by which people name the criterion itself'),
  guide: z.strictObject({ claim: sentence, ...sourced }),
})

export type Criterion = z.infer<typeof criterion>
