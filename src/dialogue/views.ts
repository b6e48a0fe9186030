import type { Card } from '../card/card.ts'
import { statsCards } from './cards/stats.ts'
import type { Consultant } from './consultant.ts'
import type { Tallied } from './conversation.ts'
import { type FormDefinition, formFor } from './form.ts'
import { homeCards } from './home.ts'
import { restore } from './restore.ts'
import { createSuggest, type Suggestion } from './suggest.ts'

/** What front ends show besides the replies. Only looks: no turn is taken. */
export interface Views {
  /**
   * What a person may be about to type, best first: alternatives and topics, misspelt ones too.
   *
   * @param limit the most that are given
   */
  suggest(typed: string, limit: number): Suggestion[]
  /** Where a person is, the ways on, and what came before. */
  home(snapshot: unknown, now: Date): Card[]
  /** Every question at once, with the present answers. */
  form(snapshot: unknown): FormDefinition
  /** What was counted lately, for whoever runs the program; counts only. */
  stats(tallied: readonly Tallied[]): Card[]
}

/** Binds the consultant, as `createStep` does; snapshots come as they are saved. */
export function createViews(consultant: Consultant): Views {
  const { catalogue } = consultant
  const suggest = createSuggest(consultant)
  return {
    suggest,
    home: (snapshot, now) => homeCards({ consultant, now, ...restore(catalogue, snapshot) }),
    form: (snapshot) => formFor(catalogue, restore(catalogue, snapshot).conversation.active),
    stats: (tallied) => statsCards(catalogue, tallied),
  }
}
