import type { Advice } from '../advice/advice.ts'
import type { Requirements } from '../advice/requirements.ts'
import { readRequirements } from '../advice/saved-requirements.ts'
import type { BriefRecipe, FilePart, Recipe } from '../card/card.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { composeBrief, EXTENTS } from './brief.ts'
import { toMarkdown } from './markdown.ts'
import type { Brief } from './model.ts'
import { makePicture } from './picture.ts'

/** What documents are written from. */
export interface Advisor {
  catalogue: Catalogue
  advise(requirements: Requirements): Advice
}

/** A document, ready to be sent or saved. */
export interface DocumentFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

const MEDIA_TYPES: Record<Recipe['format'], string> = {
  pdf: 'application/pdf',
  markdown: 'text/markdown; charset=utf-8',
  png: 'image/png',
  json: 'application/json',
}

/**
 * Makes a document from its recipe. The same recipe and knowledge give the same bytes.
 *
 * @throws PyframeError 'data' when the recipe's requirements are damaged
 */
export async function makeFile(advisor: Advisor, { name, recipe }: FilePart): Promise<DocumentFile> {
  return { name, mediaType: MEDIA_TYPES[recipe.format], bytes: await bytesOf(advisor, recipe) }
}

async function bytesOf(advisor: Advisor, recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.document) {
    case 'chart':
      return makePicture(recipe.chart, recipe.theme)
    case 'data':
      return new TextEncoder().encode(`${JSON.stringify(recipe.data, null, 2)}\n`)
    case 'brief':
      return briefBytes(advisor, recipe)
    default:
      return recipe satisfies never
  }
}

async function briefBytes({ catalogue, advise }: Advisor, recipe: BriefRecipe): Promise<Uint8Array> {
  const requirements = readRequirements(recipe.requirements)
  const advice = advise(requirements)
  const [roomy, ...tighter] = EXTENTS
  const compose = (extent: typeof roomy): Brief =>
    composeBrief(catalogue, advice, { ...recipe, requirements }, extent)
  if (recipe.format === 'markdown') return new TextEncoder().encode(toMarkdown(compose(roomy)))
  // Loaded late: it brings a typesetting library that most conversations never need.
  const { toPdf } = await import('./pdf.ts')
  return toPdf([compose(roomy), ...tighter.map(compose)], recipe.date)
}
