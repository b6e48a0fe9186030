import * as z from 'zod'
import { id, sentence, sourced } from './claim.ts'

/** `situations/<id>.yaml`: a situation that clients are in again and again, with descriptions it is recognised by. */
export const situation = z.strictObject({
  id,
  name: z.string().min(2).max(60).describe('completes "it reads like": "a small page or tool"'),
  otherwise: z.number().min(0).max(1).describe('value of alternatives whose entry does not name it'),
  keeps: z
    .boolean()
    .default(false)
    .describe('what speaks for staying: whatever runs today fits, and without that it says nothing'),
  reason: sentence.describe('why what fits best does'),
  ...sourced,
  examples: z
    .array(z.string().trim().min(8).max(1200))
    .min(3)
    .describe(
      'descriptions of projects as people write them; a text that resembles them is in this situation',
    ),
})

export type Situation = z.infer<typeof situation>
