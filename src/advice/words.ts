import type { Catalogue } from '../knowledge/catalogue.ts'
import type { CapabilityLevel } from '../knowledge/schema/alternative.ts'
import type { Change, TermKey } from './advice.ts'
import type { Priority } from './requirements.ts'

export const LEVEL_NAMES = { low: 'low', medium: 'medium', high: 'high' } as const

export const PRIORITY_NAMES: Record<Priority, string> = {
  must: 'must',
  should: 'wanted',
  could: 'nice to have',
  not_needed: 'not needed',
  excluded: 'not wanted',
}

/** How a level of a capability is said in a table or after a name. */
export const CAPABILITY_WORDS: Record<CapabilityLevel, string> = {
  'built-in': 'built in',
  'first-party-extension': 'official extension',
  'third-party': 'third-party add-on',
  manual: 'by hand',
  none: 'not available',
}

/** What a term is called in a table. */
export function termName(catalogue: Catalogue, term: TermKey): string {
  switch (term.kind) {
    case 'standing':
      return 'Standing'
    case 'criterion':
      return catalogue.criterion(term.criterion)?.short ?? term.criterion
    case 'need':
      return catalogue.capability(term.need)?.name ?? term.need
    case 'kind':
      return 'Kind of project'
    case 'likeness':
      return 'Situation'
    case 'context':
      return term.rule === 'existing' ? 'Runs today' : 'Team skills'
    case 'circumstance':
      return catalogue.contextRule(term.rule)?.name ?? term.rule
    default:
      return term satisfies never
  }
}

/** What a change of the requirements is called. */
export function changeWords(catalogue: Catalogue, change: Change): string {
  switch (change.kind) {
    case 'level': {
      const name = catalogue.criterion(change.criterion)?.short ?? change.criterion
      return change.to === null ? `${name} not answered` : `${name} ${LEVEL_NAMES[change.to]}`
    }
    case 'emphasis': {
      const name = catalogue.criterion(change.criterion)?.short ?? change.criterion
      return `${name} counts ${change.to === 2 ? 'double' : change.to === 1 ? 'once' : 'half'}`
    }
    case 'need': {
      const name = catalogue.capability(change.need)?.name ?? change.need
      return `${name} ${change.to === null ? 'left out' : change.to === 'must' ? 'a must' : PRIORITY_NAMES[change.to]}`
    }
    default:
      return change satisfies never
  }
}
