import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative, CapabilityLevel } from '../knowledge/schema/alternative.ts'
import type { CapabilityEntry } from '../knowledge/schema/lists.ts'
import { compareVersions } from '../knowledge/versions.ts'
import { own } from './own.ts'
import type { NeedRequirement, Requirements } from './requirements.ts'

/** Gives the reason, one sentence, why an alternative is out; null when it does not speak against it. */
export type Rule = (alternative: Alternative) => string | null

/**
 * What rules alternatives out, most deliberate first: refused by name, not among the only ones, a must it does not
 * meet, something unwanted that it brings along, too new for what they have to run it on, no longer maintained.
 *
 * @param requirements with what the kind implies already applied
 */
export function rulesOf(catalogue: Catalogue, requirements: Requirements): Rule[] {
  return [
    refusedRule(requirements),
    onlyRule(catalogue, requirements),
    ...needRules(catalogue, requirements, 'must'),
    ...needRules(catalogue, requirements, 'excluded'),
    runtimeRule(catalogue, requirements),
    dormantRule(requirements),
  ]
}

/** Why an alternative is out: the first reason of the rules; null when it is still in. */
export function reasonAgainst(alternative: Alternative, rules: readonly Rule[]): string | null {
  for (const rule of rules) {
    const reason = rule(alternative)
    if (reason !== null) return reason
  }
  return null
}

const refusedRule =
  ({ refused }: Requirements): Rule =>
  ({ id, name }) =>
    refused.includes(id) ? `${name} was ruled out by name.` : null

function onlyRule(catalogue: Catalogue, { only }: Requirements): Rule {
  const names = catalogue.alternatives.filter(({ id }) => only.includes(id)).map(({ name }) => name)
  const sentence = `Only ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')} may be considered.`
  return ({ id }) => (names.length === 0 || only.includes(id) ? null : sentence)
}

function needRules(catalogue: Catalogue, requirements: Requirements, priority: 'must' | 'excluded'): Rule[] {
  return catalogue.capabilities.flatMap((capability) => {
    const need = own(requirements.needs, capability.id)
    if (need?.priority !== priority) return []
    return [
      priority === 'must'
        ? mustRule(capability, need, implier(catalogue, requirements))
        : excludedRule(capability),
    ]
  })
}

/** A capability the entry does not mention is not known to be missing, so it rules nothing out. */
function mustRule(capability: CapabilityEntry, { origin }: NeedRequirement, kind: string): Rule {
  const must = origin === 'kind' ? `a must for this kind of project (${kind})` : 'a must here'
  return (alternative) => {
    const level = levelOf(alternative, capability)
    if (level === 'none') return `${alternative.name} does not offer ${capability.name}, ${must}.`
    if (level !== 'manual' || !capability.hard) return null
    return `${alternative.name} leaves ${capability.name}, ${must}, to be added by hand.`
  }
}

/** Only what is built in comes along unasked; an extension or a hand-written part can simply be left out. */
const excludedRule =
  (capability: CapabilityEntry): Rule =>
  (alternative) =>
    levelOf(alternative, capability) === 'built-in'
      ? `${alternative.name} comes with ${capability.name} built in, which is not wanted.`
      : null

/** What runs today proves that it can; everything else is judged by the releases that are still supported. */
function runtimeRule({ domain }: Catalogue, { context }: Requirements): Rule {
  const { runtime, existing, leaving } = context
  return ({ id, name, latest_release: { requires, also_runs_on: also = [] } }) => {
    if (runtime === null || requires === undefined || compareVersions(requires, runtime) <= 0) return null
    if (also.some((series) => compareVersions(series, runtime) === 0)) return null
    if (existing.includes(id) && !leaving) return null
    const needed = [domain.runtime?.name, requires].filter(Boolean).join(' ')
    return `${name} needs ${needed} or newer; an older release may still run on ${runtime}.`
  }
}

/** Keeping a dormant system that runs is an option; starting on one is not. */
const dormantRule =
  ({ context }: Requirements): Rule =>
  ({ id, name, maintenance }) => {
    if (maintenance.status !== 'dormant' || (context.existing.includes(id) && !context.leaving)) return null
    return `${name} is no longer maintained, so it is not advised for new work.`
  }

const levelOf = (alternative: Alternative, { id }: CapabilityEntry): CapabilityLevel | undefined =>
  own(alternative.capabilities, id)?.level

const implier = (catalogue: Catalogue, { kind }: Requirements): string =>
  kind === null ? '' : (catalogue.kind(kind.id)?.name ?? kind.id)
