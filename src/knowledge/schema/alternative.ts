import * as z from 'zod'
import { asOf, fact, id, sentence, source, sourced, summary } from './claim.ts'

const unit = z.number().min(0).max(1)

/** How much of a capability comes with the alternative, best first. */
const capabilityLevel = z.enum(['built-in', 'first-party-extension', 'third-party', 'manual', 'none'])

const capability = z.strictObject({
  level: capabilityLevel,
  how: sentence,
  serves: z
    .strictObject({ value: unit, reason: sentence })
    .optional()
    .describe('how well it serves who needs it, where the level alone would mislead'),
  ...sourced,
})

const position = z.strictObject({
  value: unit.describe(
    'where the alternative stands on this criterion, 0 to 1; see the criterion for what the ends mean',
  ),
  reason: sentence,
  fits: z
    .partialRecord(z.enum(['low', 'medium', 'high']), z.strictObject({ value: unit, reason: sentence }))
    .optional()
    .describe('overrides of the demand curve for single levels'),
  ...sourced,
})

const point = z.strictObject({
  claim: sentence,
  why_it_matters: sentence,
  criteria: z.array(id).optional().describe('criteria this point speaks to'),
  needs: z.array(id).optional().describe('capabilities this point speaks to'),
  ...sourced,
})

const gotcha = z.strictObject({
  problem: sentence,
  detail: sentence,
  workaround: sentence,
  criteria: z.array(id).optional().describe('criteria that lead into it once they are demanding'),
  needs: z
    .array(id)
    .optional()
    .describe('capabilities that lead into it; with neither, everybody can meet it'),
  ...sourced,
})

const situation = z.strictObject({
  situation: sentence,
  reason: sentence,
  kinds: z.array(id).optional().describe('kinds of project this is an example of'),
  ...sourced,
})

/** Language versions such as 3.12; quoted, because 3.10 is not the number 3.1. */
const runtimeVersion = z.string().regex(/^\d+(?:\.\d+)+$/, 'use a version such as 3.12')

const circumstance = z.strictObject({
  value: unit.describe('how well it serves under this circumstance'),
  reason: sentence,
  ...sourced,
})

const move = z.strictObject({
  path: z.string(),
  from: z.array(id).optional().describe('alternatives it leads away from, where the path names both ends'),
  to: z.array(id).optional().describe('alternatives it leads to, where the path names both ends'),
  effort: z
    .enum(['small', 'medium', 'large'])
    .optional()
    .describe('small: most code stays; medium: handlers are rewritten; large: models, login or pages too'),
  how: sentence,
  pain: sentence,
  ...sourced,
})

const question = z.strictObject({
  q: z.array(z.string().min(3).max(160)).min(1).describe('the question, in the wordings people use'),
  a: sentence.describe('first sentence answers; at most two more give the reason'),
  topic: id,
  ...sourced,
})

const guideClaim = z.strictObject({
  part: z.enum(['intro', 'feature', 'pro', 'con', 'example']),
  claim: sentence,
  note: z.string().max(500).describe('what the evidence says; may be empty when it simply agrees'),
  ...sourced,
})

/** One option of the decision, `<folder>/<id>.yaml`. */
export const alternative = z.strictObject({
  id,
  name: z.string().min(2).max(40),
  aliases: z
    .array(z.string().min(2).max(40))
    .describe('other names and the misspellings people type, lower case'),
  guarded: z
    .array(z.string())
    .default([])
    .describe('names that are ordinary words too: counted only beside a word of the field'),
  kind: id.describe('its type, one of the types in guide.yaml'),
  tagline: sentence,
  homepage: source,
  docs: source,
  repository: source,
  package: source,
  licence: z.strictObject({ value: z.string(), ...sourced }),
  first_release: z.strictObject({ value: sentence, date: asOf, ...sourced }),
  latest_release: z.strictObject({
    version: z.string(),
    date: asOf,
    runs_on: z.string().describe('language versions it runs on'),
    requires: runtimeVersion.optional().describe('lowest language version, such as 3.12'),
    also_runs_on: z
      .array(runtimeVersion)
      .optional()
      .describe('language series below that one which it, or an older release still supported, runs on'),
    note: sentence,
    ...sourced,
  }),
  other_releases: z.array(
    z.strictObject({ version: z.string(), date: asOf, note: sentence.optional(), ...sourced }),
  ),
  support: z.strictObject({
    summary: sentence,
    series: z.array(
      z.strictObject({
        series: z.string(),
        mainstream_until: asOf.optional(),
        security_until: asOf.optional(),
        status: z.string(),
      }),
    ),
    ...sourced,
  }),
  cadence: summary,
  governance: z.array(fact),
  maintenance: z.strictObject({
    status: z.enum(['active', 'slow', 'dormant']),
    evidence: sentence,
    ...sourced,
  }),
  standing: z
    .strictObject({ maintenance: unit, community: unit, age: unit, reason: sentence, ...sourced })
    .describe('how it stands before any question is asked; maintenance, community and age count the same'),
  interface: z.strictObject({ value: z.string(), detail: sentence, ...sourced }),
  capabilities: z.record(id, capability),
  context: z
    .record(id, circumstance)
    .default({})
    .describe('how it serves under the circumstances of context.yaml, where the facts say so'),
  situations: z
    .record(id, z.number().min(0).max(1))
    .default({})
    .describe('how well it fits the situations of situations/, 0 to 1, as judged; 1 for what fits best'),
  positions: z.record(id, position),
  strengths: z.array(point).min(1),
  weaknesses: z.array(point).min(1),
  best_for: z.array(situation).min(1),
  avoid_for: z.array(situation).min(1),
  performance: z.strictObject({
    figures: z.array(
      z.strictObject({
        benchmark: z.string(),
        test: sentence,
        units: z.string(),
        values: z.string(),
        compare: sentence.optional(),
        ...sourced,
      }),
    ),
    caveats: z.array(fact),
  }),
  popularity: z.array(
    z.strictObject({
      metric: z.string(),
      value: z.string(),
      date: asOf,
      note: sentence.optional(),
      ...sourced,
    }),
  ),
  known_users: z.array(
    z.strictObject({
      organisation: z.string(),
      what: sentence,
      confidence: z.enum(['official', 'credible', 'claimed-only']),
      ...sourced,
    }),
  ),
  security: z.array(fact),
  deployment: z.array(fact),
  learning: summary,
  skills: summary,
  hiring: summary,
  migration: z.array(move),
  gotchas: z.array(gotcha),
  questions: z.array(question),
  related: z
    .array(z.strictObject({ id, relation: sentence }))
    .default([])
    .describe('alternatives that share its code or style: what a team knows of one helps with the other'),
  part_of: id
    .optional()
    .describe('the alternative it is an add-on to: who runs, knows or leaves one, does so with both'),
  guide: z.array(guideClaim).describe('what the guide says of it, in our words, and what the evidence says'),
})

export type Alternative = z.infer<typeof alternative>
export type CapabilityLevel = z.infer<typeof capabilityLevel>
export type Position = z.infer<typeof position>
export type Point = z.infer<typeof point>
export type Gotcha = z.infer<typeof gotcha>
export type Move = z.infer<typeof move>
