import type { Catalogue } from '../knowledge/catalogue.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import { LABELS } from './cards/lines.ts'
import type { Consultation } from './conversation.ts'
import { isWanted } from './needs.ts'

/** All questions at once, for front ends that show a form; sent back as the input `answers`. */
export interface FormDefinition {
  questions: {
    criterion: string
    name: string
    question: string
    options: { value: string; label: string; hint: string }[]
    /** The value of the present answer; null = not answered. */
    present: string | null
  }[]
  needs: { value: string; label: string; checked: boolean }[]
}

/** The value of the option that says "not sure". */
export const UNSURE = 'unknown'

/** The form with what is known now; of someone who has said nothing, an empty one. */
export function formFor(
  catalogue: Catalogue,
  active: Pick<Consultation, 'requirements' | 'unsure'> | null,
): FormDefinition {
  return {
    questions: catalogue.criteria.map(({ id, name, question, levels }) => ({
      criterion: id,
      name,
      question,
      options: [
        ...LEVELS.map((value) => ({ value, label: levels[value].label, hint: levels[value].hint })),
        { value: UNSURE, label: LABELS.notSure, hint: 'The others decide then.' },
      ],
      present: active?.requirements.levels[id]?.level ?? (active?.unsure.includes(id) ? UNSURE : null),
    })),
    needs: offeredNeeds(catalogue).map((id) => ({
      value: id,
      label: catalogue.capability(id)?.name ?? id,
      checked: isWanted(active?.requirements.needs[id]?.priority),
    })),
  }
}

/** The needs that stand on the checklists of the questions, each once. */
export const offeredNeeds = (catalogue: Catalogue): string[] => [
  ...new Set(catalogue.criteria.flatMap(({ checklist }) => checklist)),
]
