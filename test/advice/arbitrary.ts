import * as fc from 'fast-check'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { LEVELS } from '../../src/knowledge/schema/levels.ts'
import { buildCatalogue, type TerseAlternative, type TerseCatalogue } from '../support/catalogue.ts'

export const CRITERIA = ['size', 'pace', 'crew'] as const
export const CAPABILITIES = ['motor', 'sail', 'galley'] as const
const IDS = ['alpha', 'bravo', 'cobra', 'delta', 'echo'] as const
const KINDS = ['race', 'cruise'] as const
const RULES = ['tidal', 'locks', 'haste', 'crowd'] as const
const SITUATIONS = ['regatta', 'moored'] as const
const VERSIONS = ['1.9', '1.10', '2.0'] as const

const unit = fc.integer({ min: 0, max: 20 }).map((n) => n / 20)
const ids = fc.subarray([...IDS, 'gone'], { maxLength: 2 })
const capabilityLevel = fc.constantFrom('built-in', 'first-party-extension', 'third-party', 'manual', 'none')

const alternative: fc.Arbitrary<TerseAlternative> = fc.record(
  {
    standing: fc.record({ maintenance: unit, community: unit, age: unit }),
    positions: fc.array(unit, { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
    capabilities: fc.dictionary(fc.constantFrom(...CAPABILITIES), capabilityLevel),
    status: fc.constantFrom('active', 'active', 'slow', 'dormant'),
    bestFor: fc.subarray([...KINDS], { maxLength: 1 }),
    avoidFor: fc.subarray([...KINDS], { maxLength: 1 }),
    related: fc.subarray([...IDS], { maxLength: 1 }),
    partOf: fc.constantFrom(...IDS),
    moves: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('small', 'medium', 'large'), {
      maxKeys: 2,
    }),
    fits: fc.dictionary(fc.constantFrom(...CRITERIA), fc.record({ high: unit }), { maxKeys: 1 }),
    context: fc.dictionary(fc.constantFrom(...RULES), unit),
    situations: fc.dictionary(fc.constantFrom(...SITUATIONS), unit),
    requires: fc.constantFrom(...VERSIONS),
  },
  { requiredKeys: ['standing', 'positions'] },
)

/** Small knowledge bases in terse form: none to five alternatives, three criteria, three capabilities, two kinds. */
export const terseCatalogues: fc.Arbitrary<TerseCatalogue> = fc
  .dictionary(fc.constantFrom(...IDS), alternative)
  .map((alternatives) => ({
    alternatives: Object.fromEntries(Object.entries(alternatives)),
    criteria: CRITERIA,
    capabilities: CAPABILITIES,
    hard: ['sail'],
    checklists: { size: ['motor'], crew: ['galley', 'sail'] },
    kinds: {
      race: { levels: { pace: 'high', crew: 'medium' }, needs: { sail: 'must' } },
      cruise: { levels: { size: 'medium' }, needs: { galley: 'should', motor: 'could' } },
    },
    situations: {
      regatta: { otherwise: 0.2 },
      moored: { keeps: true, otherwise: 0.3 },
    },
    context: {
      tidal: {},
      locks: { weight: 2, otherwise: 0.1 },
      // Two that follow from an answer: from a level that is learnt for, and from either end of another criterion.
      haste: {
        weight: 1.5,
        follows: { criterion: 'pace', levels: ['high'] },
        to_learn: true,
        rated_as: 'tidal',
      },
      crowd: { weight: 0.5, otherwise: 0.4, follows: { criterion: 'crew', levels: ['low', 'high'] } },
    },
  }))

export const catalogues = terseCatalogues.map(buildCatalogue)

const origin = fc.constantFrom('answered' as const, 'text' as const)
const level = fc.record({ level: fc.constantFrom(...LEVELS), origin })
const priority = fc.constantFrom('must', 'should', 'could', 'not_needed', 'excluded')
const emphasis = fc.constantFrom(0.5 as const, 1 as const, 2 as const)

/** Requirements of every sort, some of which name things the knowledge base does not have. */
export const requirements: fc.Arbitrary<Requirements> = fc.record({
  levels: fc.dictionary(fc.constantFrom(...CRITERIA, 'gone'), level),
  emphasis: fc.dictionary(fc.constantFrom(...CRITERIA, 'gone'), emphasis),
  needs: fc.dictionary(fc.constantFrom(...CAPABILITIES, 'gone'), fc.record({ priority, origin })),
  kind: fc.option(fc.record({ id: fc.constantFrom(...KINDS, 'gone') }), { nil: null }),
  likeness: fc.option(
    fc.record({
      words: fc.nat(60),
      situations: fc.uniqueArray(
        fc.record({ id: fc.constantFrom(...SITUATIONS, 'gone'), share: fc.constantFrom(0, 0.1, 0.25, 0.5) }),
        { maxLength: 3, selector: ({ id }) => id },
      ),
    }),
    { nil: null },
  ),
  context: fc.record({
    existing: ids,
    skills: ids,
    leaving: fc.constantFrom(true, false, null),
    rules: fc.subarray([...RULES, 'gone']),
    runtime: fc.option(fc.constantFrom(...VERSIONS), { nil: null }),
  }),
  refused: ids,
  only: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: ids }),
})

/** Requirements that only differ from none in what is given. */
export const wanting = (given: Partial<Requirements>): Requirements => ({ ...noRequirements(), ...given })
