import { join } from 'node:path'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import type { BriefRecipe } from '../../src/card/card.ts'
import { composeBrief, EXTENTS, type Subject } from '../../src/documents/brief.ts'
import type { Advisor } from '../../src/documents/file.ts'
import type { Block, Brief, Run } from '../../src/documents/model.ts'
import { type Catalogue, createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { ROOT } from '../architecture/sources.ts'
import { buildCatalogue } from '../support/catalogue.ts'

export const DAY = '2026-06-01'

/** The knowledge people get, and one about bicycles. */
export const realField = async (): Promise<Catalogue> =>
  createCatalogue(await loadKnowledge(join(ROOT, 'knowledge'), null))
export const otherField = async (): Promise<Catalogue> =>
  createCatalogue(await loadKnowledge(join(ROOT, 'test/fixtures/bicycles'), null))

/** A small field: Alpha is good at load, Beta at care, Gamma at neither, Delta is given up. */
export const smallField = (): Catalogue =>
  buildCatalogue({
    alternatives: {
      alpha: { standing: 0.9, positions: [1, 0.2], capabilities: { oars: 'built-in', sail: 'none' } },
      beta: { standing: 0.8, positions: [0.2, 1], capabilities: { oars: 'third-party', sail: 'built-in' } },
      gamma: { standing: 0.4, positions: [0.5, 0.5], capabilities: { oars: 'manual', sail: 'manual' } },
      delta: { standing: 0.2, status: 'dormant' },
    },
    criteria: ['load', 'care'],
    capabilities: ['oars', 'sail'],
    kinds: {},
  })

export const advisorOn = (catalogue: Catalogue): Advisor => ({
  catalogue,
  advise: (requirements) => advise(catalogue, requirements),
})

/** Requirements with high load and whatever else is given. */
export const wanting = (more: Partial<Requirements> = {}): Requirements => ({
  ...noRequirements(),
  levels: { load: { level: 'high', origin: 'answered', words: 'tons of freight' } },
  ...more,
})

export function briefOn(catalogue: Catalogue, subject: Partial<Subject> = {}): Brief {
  const requirements = subject.requirements ?? wanting()
  const full: Subject = {
    ...{ requirements, said: [], client: null, author: null, date: DAY, knowledge: catalogue.hash },
    ...subject,
  }
  return composeBrief(catalogue, advise(catalogue, requirements), full, EXTENTS[0])
}

export const recipeFor = (
  catalogue: Catalogue,
  more: Partial<BriefRecipe> = {},
): Omit<BriefRecipe, 'document'> => ({
  format: 'pdf',
  requirements: noRequirements(),
  said: [],
  client: null,
  author: null,
  date: DAY,
  knowledge: catalogue.hash,
  ...more,
})

/** Everything a section says, as plain text. */
export function sectionText(brief: Brief, heading: RegExp): string {
  const section = brief.sections.find((each) => heading.test(each.heading))
  return section ? section.blocks.map(blockText).join('\n') : ''
}

const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'lead':
    case 'paragraph':
    case 'quote':
      return plain(block.text)
    case 'list':
      return block.items.map(plain).join('\n')
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'table':
      return block.rows.map((cells) => cells.map(plain).join(' | ')).join('\n')
    case 'chart':
      return block.chart.rows.map(({ label, values }) => `${label}: ${values.join(' ')}`).join('\n')
    case 'sources':
      return block.items.map(({ number, source, remark }) => `[${number}] ${source} (${remark})`).join('\n')
    default:
      return block satisfies never
  }
}
