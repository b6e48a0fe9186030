import { type Catalogue, createCatalogue } from '../../src/knowledge/catalogue.ts'
import type { Alternative, CapabilityLevel } from '../../src/knowledge/schema/alternative.ts'
import type { Criterion } from '../../src/knowledge/schema/criterion.ts'
import type { Level } from '../../src/knowledge/schema/levels.ts'
import type {
  CapabilityEntry,
  Company,
  ContextRule,
  Domain,
  Guide,
  KindEntry,
} from '../../src/knowledge/schema/lists.ts'
import type { Situation } from '../../src/knowledge/schema/situation.ts'

type Curve = [number, number][]

export interface TerseAlternative {
  /** Maintenance, community and age alike; 0.5 unless given. */
  standing?: number | { maintenance: number; community: number; age: number }
  /** In the order of the criteria; 0.5 where there is none. */
  positions?: readonly number[]
  /** Criterion -> level -> fit that overrides the demand curve. */
  fits?: Record<string, Partial<Record<Level, number>>>
  capabilities?: Record<string, CapabilityLevel>
  status?: 'active' | 'slow' | 'dormant'
  bestFor?: string[]
  avoidFor?: string[]
  related?: string[]
  /** The alternative it is an add-on to. */
  partOf?: string
  /** Other alternative -> what a move to it costs. */
  moves?: Record<string, 'small' | 'medium' | 'large'>
  /** Situation -> value. */
  situations?: Record<string, number>
  /** Circumstance -> value. */
  context?: Record<string, number>
  /** Lowest version of the runtime, and series below it that it runs on too. */
  requires?: string
  alsoRunsOn?: string[]
  /** What each weakness speaks to; one that speaks to nothing unless given. */
  weaknesses?: { criteria?: string[]; needs?: string[] }[]
  /** Known traps and what leads into them; anybody can meet one that nothing leads into. */
  gotchas?: { problem: string; criteria?: string[]; needs?: string[]; as_of?: string }[]
}

export interface TerseCatalogue {
  alternatives: Record<string, TerseAlternative>
  criteria?: readonly string[]
  /** Criterion -> level -> demand curve; low falls, medium peaks in the middle and high rises unless given. */
  curves?: Record<string, Partial<Record<Level, Curve>>>
  capabilities?: readonly string[]
  /** Capabilities that "manual" does not satisfy. */
  hard?: readonly string[]
  /** Criterion -> capabilities offered with it. */
  checklists?: Record<string, string[]>
  kinds?: Record<string, Partial<Pick<KindEntry, 'levels' | 'needs'>>>
  context?: Record<string, Partial<ContextRule>>
  situations?: Record<string, Partial<Situation>>
}

/** A whole catalogue from the few things a test is about; everything else is plain filler that passes the schema. */
export function buildCatalogue(terse: TerseCatalogue): Catalogue {
  const criteria = terse.criteria ?? []
  return createCatalogue({
    hash: 'test',
    hashes: {},
    domain: DOMAIN,
    alternatives: Object.entries(terse.alternatives).map(([id, alternative]) =>
      buildAlternative(id, alternative, criteria),
    ),
    criteria: criteria.map((id, i) => buildCriterion(id, i + 1, terse)),
    capabilities: (terse.capabilities ?? []).map((id) =>
      buildCapability(id, terse.hard?.includes(id) ?? false),
    ),
    kinds: Object.entries(terse.kinds ?? {}).map(([id, kind]) => buildKind(id, kind)),
    context: Object.entries(terse.context ?? {}).map(([id, rule]) => buildContextRule(id, rule)),
    situations: Object.entries(terse.situations ?? {}).map(([id, situation]) =>
      buildSituation(id, situation),
    ),
    topics: [],
    glossary: [],
    guide: GUIDE,
    company: COMPANY,
    neighbours: [],
    phrases: {},
  })
}

/** The name a test catalogue gives to an id, such as "Alpha" to "alpha". */
const nameFor = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)

const SOURCED = { source: 'Test source', as_of: '2026-01', verdict: 'confirmed' } as const
const SUMMARY = { summary: 'Filler.', ...SOURCED }
const FACT = { fact: 'Filler.', ...SOURCED }
const ADDRESS = 'https://example.org'

const DOMAIN: Domain = {
  subject: 'a boat',
  folder: 'boats',
  noun: { one: 'boat', many: 'boats' },
  core: [],
  greeting: 'Hello.',
  example: 'Two of us on a lake.',
  off_topic: 'I only know boats.',
  field_words: ['boat'],
  standing_reason: 'Filler.',
  runtime: { name: 'Tide', phrases: ['tide #'] },
}

const GUIDE: Guide = {
  source: 'Test guide',
  about: FACT,
  features: [],
  types: [],
  reasons: [],
  summary: FACT,
  questions: [],
}

const COMPANY: Company = {
  name: 'Test yard',
  about: FACT,
  reasons: [],
  engagement: [],
  offices: [],
  hotline: '0',
  website: ADDRESS,
  not_published: [],
  questions: [],
  ...SOURCED,
}

const CURVES: Record<Level, Curve> = {
  low: [
    [0, 1],
    [1, 0],
  ],
  medium: [
    [0, 0],
    [0.5, 1],
    [1, 0],
  ],
  high: [
    [0, 0],
    [1, 1],
  ],
}

function buildCriterion(id: string, order: number, terse: TerseCatalogue): Criterion {
  const option = (level: Level) => ({
    label: `${level} ${id}`,
    hint: 'Filler.',
    demand: terse.curves?.[id]?.[level] ?? CURVES[level],
    demand_reason: 'Filler.',
    because: `${id} is ${level}`,
    phrases: [],
    answers: [],
  })
  return {
    id,
    order,
    name: nameFor(id),
    short: nameFor(id),
    virtue: nameFor(id),
    question: `How much ${id} do you need?`,
    why: 'Filler.',
    scale: { zero: 'None.', one: 'All.' },
    levels: { low: option('low'), medium: option('medium'), high: option('high') },
    yes_no: [],
    thresholds: [],
    checklist: terse.checklists?.[id] ?? [],
    cues: [id],
    guide: { claim: 'Filler.', ...SOURCED },
  }
}

const buildCapability = (id: string, hard: boolean): CapabilityEntry => ({
  id,
  name: nameFor(id),
  meaning: 'Filler.',
  hard,
  phrases: [id],
  mention: [],
})

const buildKind = (id: string, kind: Partial<KindEntry>): KindEntry => ({
  id,
  name: nameFor(id),
  levels: {},
  needs: {},
  reason: 'Filler.',
  phrases: [id],
  tier: 'specific',
  ...kind,
})

const buildContextRule = (id: string, rule: Partial<ContextRule>): ContextRule => ({
  id,
  about: 'Mooring',
  name: nameFor(id),
  phrases: [id],
  weight: 1,
  otherwise: 0.5,
  reason: 'It counts.',
  to_learn: false,
  ...rule,
})

function buildAlternative(id: string, terse: TerseAlternative, criteria: readonly string[]): Alternative {
  return {
    ...fillerFor(id),
    latest_release: { ...RELEASE, ...requirementsOf(terse) },
    maintenance: { status: terse.status ?? 'active', evidence: 'Filler.', ...SOURCED },
    standing: { ...buildStanding(terse.standing ?? 0.5), reason: 'Filler.', ...SOURCED },
    capabilities: mapEntries(terse.capabilities ?? {}, (level) => ({ level, how: 'Filler.', ...SOURCED })),
    context: mapEntries(terse.context ?? {}, (value) => ({ value, reason: 'Filler.', ...SOURCED })),
    situations: terse.situations ?? {},
    positions: Object.fromEntries(
      criteria.map((criterion, i) => [criterion, buildPosition(terse, criterion, i)]),
    ),
    weaknesses: (terse.weaknesses ?? [{}]).map((weakness) => ({ ...point('Weak.'), ...weakness })),
    gotchas: (terse.gotchas ?? []).map((gotcha) => ({ ...TRAP, ...gotcha })),
    best_for: [{ situation: 'Filler.', reason: 'Filler.', kinds: terse.bestFor ?? [], ...SOURCED }],
    avoid_for: [{ situation: 'Filler.', reason: 'Filler.', kinds: terse.avoidFor ?? [], ...SOURCED }],
    ...(terse.partOf !== undefined && { part_of: terse.partOf }),
    migration: Object.entries(terse.moves ?? {}).map(([to, effort]) => ({
      path: 'Filler.',
      from: [id],
      to: [to],
      effort,
      how: 'Filler.',
      pain: 'Filler.',
      ...SOURCED,
    })),
    related: (terse.related ?? []).map((other) => ({ id: other, relation: 'Shares its style.' })),
  }
}

const RELEASE = { version: '2.0', date: '2026', runs_on: 'Water', note: 'Filler.', ...SOURCED }

const requirementsOf = ({ requires, alsoRunsOn }: TerseAlternative) => ({
  ...(requires !== undefined && { requires }),
  ...(alsoRunsOn !== undefined && { also_runs_on: alsoRunsOn }),
})

function buildStanding(standing: NonNullable<TerseAlternative['standing']>) {
  return typeof standing === 'number'
    ? { maintenance: standing, community: standing, age: standing }
    : standing
}

function buildPosition(
  terse: TerseAlternative,
  criterion: string,
  index: number,
): Alternative['positions'][string] {
  const fits = mapEntries(terse.fits?.[criterion] ?? {}, (value) => ({ value, reason: 'Filler.' }))
  return { value: terse.positions?.[index] ?? 0.5, reason: 'Filler.', fits, ...SOURCED }
}

const TRAP = { detail: 'Filler.', workaround: 'Filler.', ...SOURCED }

const point = (claim: string) => ({ claim, why_it_matters: 'Filler.', ...SOURCED })

const mapEntries = <V, T>(entries: Partial<Record<string, V>>, map: (value: V) => T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, map(value)]])),
  )

function fillerFor(id: string) {
  return {
    id,
    name: nameFor(id),
    aliases: [],
    guarded: [],
    kind: 'full',
    tagline: 'Filler.',
    homepage: ADDRESS,
    docs: ADDRESS,
    repository: ADDRESS,
    package: ADDRESS,
    licence: { value: 'MIT', ...SOURCED },
    first_release: { value: '1.0', date: '2020', ...SOURCED },
    other_releases: [],
    support: { series: [], ...SUMMARY },
    cadence: SUMMARY,
    governance: [],
    interface: { value: 'rudder', detail: 'Filler.', ...SOURCED },
    strengths: [point('Strong.')],
    performance: { figures: [], caveats: [] },
    popularity: [],
    known_users: [],
    security: [],
    deployment: [],
    learning: SUMMARY,
    skills: SUMMARY,
    hiring: SUMMARY,
    gotchas: [],
    questions: [],
    guide: [],
  }
}

function buildSituation(id: string, given: Partial<Situation>): Situation {
  return {
    id,
    name: nameFor(id),
    otherwise: 0.5,
    keeps: false,
    reason: 'Filler.',
    examples: ['one of many', 'another of many', 'a third of many'],
    ...SOURCED,
    ...given,
  }
}
