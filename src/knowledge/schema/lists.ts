import * as z from 'zod'
import { fact, id, sentence, source, sourced } from './claim.ts'
import { phrases } from './criterion.ts'

/** `capabilities.yaml`: what a client can need, and how people say so. */
export const capabilityEntry = z.strictObject({
  id,
  name: z.string().min(2).max(40),
  meaning: sentence.describe('one plain sentence for someone who does not know the term'),
  hard: z.boolean().default(false).describe('a must that "manual" does not satisfy either'),
  phrases: phrases.describe('how people say they need it'),
  mention: phrases.default([]).describe('words that name it in a question but do not ask for it in a brief'),
})

/** `kinds.yaml`: kinds of project, and what each implies unless the client says otherwise. */
export const kindEntry = z.strictObject({
  id,
  name: z.string().min(2).max(40),
  levels: z.partialRecord(id, z.enum(['low', 'medium', 'high'])),
  needs: z.partialRecord(id, z.enum(['must', 'should', 'could'])),
  reason: sentence,
  tier: z
    .enum(['specific', 'general', 'setting', 'last_resort'])
    .default('specific')
    .describe(
      'general: counts when no specific kind is named; setting (where or why it is built): when no general one is either; last_resort: when no other is, and what runs today is not known',
    ),
  phrases,
})

/** Parts of an entry a topic can be answered from. */
const section = z.enum([
  'overview',
  'strengths',
  'weaknesses',
  'best_for',
  'known_users',
  'performance',
  'popularity',
  'licence',
  'versions',
  'maintenance',
  'migration',
  'hiring',
  'learning',
  'deployment',
  'security',
  'community',
  'scalability',
])

/** What a person wants with a text; a closed list, part of the `ask` contract. */
export const INTENTS = [
  'about',
  'capability',
  'choose',
  'compare',
  'control',
  'criteria',
  'glossary',
  'hire',
  'howto',
  'out_of_scope',
  'performance',
  'pros_cons',
  'smalltalk',
  'users',
] as const

export type Intent = (typeof INTENTS)[number]

/** `topics.yaml`: what a question can be about. */
export const topicEntry = z.strictObject({
  id,
  name: z.string().min(2).max(50),
  capability: id.optional().describe('answered from this capability'),
  section: section.optional().describe('answered from this part of the entry'),
  criterion: id.optional().describe('the criterion whose position says it in one sentence'),
  intents: z
    .array(z.enum(INTENTS))
    .default([])
    .describe('kinds of question it belongs to; the first topic of a kind is meant when none is named'),
  rank: z.int().default(0).describe('breaks ties between topics found in the same words; higher wins'),
  phrases,
})

/** `glossary.yaml` */
export const term = z.strictObject({
  term: z.string().min(2).max(60),
  aliases: phrases,
  topic: id,
  capabilities: z.array(id).default([]).describe('capabilities it belongs to, besides that of its topic'),
  criteria: z.array(id).default([]).describe('criteria it matters for, besides that of its topic'),
  meaning: sentence,
  ...sourced,
})

/** `context.yaml`: circumstances that speak for some alternatives and against others; their entries say how much. */
export const contextRule = z.strictObject({
  id,
  about: z.string().min(2).max(24).describe('what it is about, for lists: "Hosting"'),
  name: z.string().min(2).max(40),
  phrases: phrases.describe('how people say that it is so'),
  weight: z.number().positive().max(2).describe('in criteria of normal emphasis'),
  otherwise: z.number().min(0).max(1).describe('value of alternatives whose entry says nothing'),
  reason: sentence.describe('why it counts, shown where an entry gives no reason of its own'),
  follows: z
    .strictObject({ criterion: id, levels: z.array(z.enum(['low', 'medium', 'high'])).min(1) })
    .optional()
    .describe('it also holds, unsaid, where this criterion has one of these levels'),
  to_learn: z
    .boolean()
    .default(false)
    .describe(
      'it concerns what the team has yet to learn, and counts only where something is known of the team',
    ),
  rated_as: id.optional().describe('the circumstance under which entries say how they fare here too'),
})

const claim = z.strictObject({ name: z.string(), claim: sentence, ...sourced })

const generalQuestion = z.strictObject({
  q: z.array(z.string().min(3).max(160)).min(1),
  a: sentence,
  intent: z.enum(['about', 'compare', 'criteria', 'glossary', 'hire', 'choose', 'performance']),
  topic: id,
  ...sourced,
})

/** `guide.yaml`: what the guide says beyond single alternatives. */
export const guide = z.strictObject({
  source,
  about: fact,
  features: z.array(claim),
  types: z.array(
    z.strictObject({
      id,
      name: z.string(),
      aliases: phrases,
      claim: sentence,
      good_for: sentence,
      strains: sentence,
      ...sourced,
    }),
  ),
  reasons: z.array(claim),
  summary: fact,
  questions: z.array(generalQuestion),
})

/** `company.yaml`: who can build it. */
export const company = z.strictObject({
  name: z.string(),
  about: fact,
  reasons: z.array(claim),
  engagement: z.array(claim),
  offices: z.array(z.strictObject({ place: z.string(), address: z.string(), ...sourced })),
  hotline: z.string(),
  website: z.url(),
  not_published: z.array(z.string()).describe('contact details that are asked for but not given out'),
  questions: z.array(generalQuestion),
  ...sourced,
})

/** `neighbours.yaml`: names people mention that have no entry. */
export const neighbour = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()),
  guarded: z
    .boolean()
    .default(false)
    .describe('an ordinary word too: counted only beside a word of the field'),
  id: id.optional().describe('the id its entry would have'),
  field: z.enum(['same', 'other']).describe('same: belongs to this decision but has no checked facts yet'),
  near: z.array(id).default([]).describe('alternatives with an entry that most of its code carries over to'),
  what: sentence,
})

/** `domain.yaml`: what the decision is about and how to speak of it. */
export const domain = z.strictObject({
  subject: z.string().describe('what people choose, such as "a Python backend framework"'),
  folder: id.describe('the folder that holds one file for each alternative'),
  noun: z.strictObject({ one: z.string(), many: z.string() }),
  core: z.array(id).describe('the alternatives the guide itself presents'),
  greeting: sentence,
  example: sentence.describe('a brief people can imitate'),
  off_topic: sentence,
  field_words: phrases.describe('words that show a text is about this decision'),
  standing_reason: sentence,
  runtime: z
    .strictObject({
      name: z.string().min(2).max(24),
      phrases: phrases.describe('how people say which version of it they have; "#" stands for the version'),
      retired_below: z
        .string()
        .regex(/^\d+\.\d+$/)
        .optional()
        .describe('older ones bind only who says so: otherwise they are what is to be left behind'),
    })
    .optional()
    .describe('what the alternatives run on, and can be too new for'),
})

/** `phrases/*.yaml`: meaning id -> wordings. Which meanings exist is fixed by the code that reads them. */
export const phraseFile = z.strictObject({
  exclusive: z
    .boolean()
    .default(true)
    .describe('false for cues that are weighed together: then one wording may stand for several meanings'),
  meanings: z.record(id, phrases),
})

/** How much a client wants a capability; `excluded` = refuses it. */
export type Priority = 'must' | 'should' | 'could' | 'not_needed' | 'excluded'
export type CapabilityEntry = z.infer<typeof capabilityEntry>
export type KindEntry = z.infer<typeof kindEntry>
export type ContextRule = z.infer<typeof contextRule>
export type TopicEntry = z.infer<typeof topicEntry>
export type Section = z.infer<typeof section>
export type Term = z.infer<typeof term>
export type Guide = z.infer<typeof guide>
export type Company = z.infer<typeof company>
export type Neighbour = z.infer<typeof neighbour>
export type Domain = z.infer<typeof domain>
export type PhraseFile = z.infer<typeof phraseFile>
