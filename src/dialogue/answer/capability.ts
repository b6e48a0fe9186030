import { CAPABILITY_WORDS } from '../../advice/words.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative, CapabilityLevel } from '../../knowledge/schema/alternative.ts'
import { type Answer, answerOf, capitalise, sentence, sourceOf } from './answer.ts'

const YES_NO: Record<CapabilityLevel, (name: string, thing: string) => string> = {
  'built-in': (name, thing) => `Yes, ${name} has ${thing} built in`,
  'first-party-extension': (name, thing) => `Yes, ${name} has ${thing} through an official extension`,
  'third-party': (name, thing) => `Not in the box, but third-party add-ons give ${name} ${thing}`,
  manual: (name, thing) => `No, in ${name} you add ${thing} yourself`,
  none: (name, thing) => `No, ${name} has no ${thing}`,
}

const PLAIN: Record<CapabilityLevel, (name: string, thing: string) => string> = {
  'built-in': (name, thing) => `In ${name} you get ${thing} built in`,
  'first-party-extension': (name, thing) => `In ${name} you get ${thing} through an official extension`,
  'third-party': (name, thing) => `In ${name} you get ${thing} from third-party add-ons`,
  manual: (name, thing) => `In ${name} you add ${thing} by hand`,
  none: (name, thing) => `${name} has no ${thing}`,
}

/**
 * Whether and how an alternative has a capability.
 *
 * @param yesNo true when the question asks for yes or no
 * @returns null when nothing is known about it
 */
export function answerCapability(
  catalogue: Catalogue,
  alternative: Alternative,
  capability: string,
  yesNo: boolean,
): Answer | null {
  const known = alternative.capabilities[capability]
  const entry = catalogue.capability(capability)
  if (!known || !entry) return null
  const lead = (yesNo ? YES_NO : PLAIN)[known.level](alternative.name, inSentence(entry.name))
  return answerOf(sentence(`${lead}: ${known.how}`), {
    sources: [sourceOf(known)],
    alternatives: [alternative.id],
  })
}

/** A name as it stands inside a sentence: lower case, unless it is an abbreviation or a proper name. */
function inSentence(name: string): string {
  const [first = ''] = name.split(' ')
  return /[A-Z]/.test(first.slice(1)) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** A beginning in upper case, unless it is a name in code. */
const asSentence = (how: string): string => (/^\w+[._(]/.test(how) ? how : capitalise(how))

/** One line an alternative: which of several has a capability. */
export function compareCapability(
  catalogue: Catalogue,
  alternatives: readonly Alternative[],
  capability: string,
): Answer | null {
  const entry = catalogue.capability(capability)
  const known = alternatives.flatMap((alternative) => {
    const own = alternative.capabilities[capability]
    return own ? [{ alternative, own }] : []
  })
  if (!entry || known.length === 0) return null
  const lines = known.map(({ alternative, own }) => {
    return sentence(`**${alternative.name}**: ${CAPABILITY_WORDS[own.level]}. ${asSentence(own.how)}`)
  })
  const levels = known.map(({ alternative, own }) => `${alternative.name} ${CAPABILITY_WORDS[own.level]}`)
  return answerOf(sentence(`${capitalise(entry.name)}: ${levels.join(', ')}`), {
    more: lines,
    sources: known.map(({ own }) => sourceOf(own)),
    alternatives: known.map(({ alternative }) => alternative.id),
  })
}
