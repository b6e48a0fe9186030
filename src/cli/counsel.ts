import type { Documents } from '../desk.ts'
import { type Consultant, createConsultant } from '../dialogue/consultant.ts'
import { createStep, type Step } from '../dialogue/step.ts'
import { createViews, type Views } from '../dialogue/views.ts'
import { documentsOn } from '../documents/documents.ts'

/** What a desk is made with, where the knowledge may change while it runs. */
export interface Counsel {
  turn: Step
  views: Views
  documents: Documents
  /** Of the knowledge answers are given from now. */
  hash(): string
  /** Builds what is otherwise built when it is first used. */
  warmUp(): void
  /** Learns a little of what is otherwise learned at the first text that needs it; false when nothing is left. */
  learn(): boolean
  /**
   * Reads the knowledge again. What is being answered is answered from the old one; a conversation that names
   * something gone is mended in its next turn.
   *
   * @throws InvalidKnowledge naming every problem, or PyframeError 'data' when there is no folder: the old one stays
   */
  reload(): Promise<'loaded' | 'unchanged'>
}

/**
 * Builds the consultant on a knowledge folder; see `createConsultant`.
 *
 * @param cacheFolder where checked knowledge is kept between starts
 */
export async function createCounsel(folder: string, cacheFolder: string | null): Promise<Counsel> {
  let now = madeOf(await createConsultant(folder, cacheFolder))
  return {
    turn: (...given) => now.turn(...given),
    views: {
      suggest: (...given) => now.views.suggest(...given),
      home: (...given) => now.views.home(...given),
      form: (...given) => now.views.form(...given),
      stats: (...given) => now.views.stats(...given),
    },
    documents: {
      picture: (...given) => now.documents.picture(...given),
      file: (...given) => now.documents.file(...given),
    },
    hash: () => now.consultant.catalogue.hash,
    warmUp: () => now.consultant.warmUp(),
    learn: () => now.consultant.learn(),
    async reload() {
      const next = await createConsultant(folder, cacheFolder)
      if (next.catalogue.hash === now.consultant.catalogue.hash) return 'unchanged'
      // Before it is put in place: otherwise the next person would wait for it.
      next.warmUp()
      while (next.learn());
      now = madeOf(next)
      return 'loaded'
    },
  }
}

const madeOf = (consultant: Consultant) => ({
  consultant,
  turn: createStep(consultant),
  views: createViews(consultant),
  documents: documentsOn(consultant),
})
