import * as z from 'zod'
import { alternative } from './alternative.ts'
import { criterion } from './criterion.ts'
import {
  capabilityEntry,
  company,
  contextRule,
  domain,
  guide,
  kindEntry,
  neighbour,
  phraseFile,
  term,
  topicEntry,
} from './lists.ts'
import { situation } from './situation.ts'

/** Which schema each file of a knowledge folder follows; the folder of the alternatives is named in domain.yaml. */
export const FILES = {
  'domain.yaml': domain,
  'capabilities.yaml': z.array(capabilityEntry).min(1),
  'kinds.yaml': z.array(kindEntry).min(1),
  'context.yaml': z.array(contextRule),
  'topics.yaml': z.array(topicEntry).min(1),
  'glossary.yaml': z.array(term),
  'guide.yaml': guide,
  'company.yaml': company,
  'neighbours.yaml': z.array(neighbour),
} as const

export const FOLDERS = { criteria: criterion, phrases: phraseFile, situations: situation } as const

/** Folders that a knowledge base can do without. */
export const OPTIONAL: ReadonlySet<string> = new Set(['situations'])
export const ALTERNATIVE = alternative

/** The files of `phrases/` by name: one with another name would be read by nobody. */
export const PHRASES: readonly string[] = [
  'commands',
  'intents',
  'measures',
  'openers',
  'replies',
  'signals',
  'smalltalk',
  'tongues',
  'units',
  'unsafe',
]
