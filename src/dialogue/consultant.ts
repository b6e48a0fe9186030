import type { Advice } from '../advice/advice.ts'
import { advise } from '../advice/advise.ts'
import type { Requirements } from '../advice/requirements.ts'
import { type Catalogue, createCatalogue } from '../knowledge/catalogue.ts'
import { lazy } from '../knowledge/lazy.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { createSearch, type Search } from '../knowledge/search.ts'
import { createLanguage, type Language } from '../language/understand.ts'

/** Everything a turn needs besides the conversation; never changes while the program runs. */
export interface Consultant {
  catalogue: Catalogue
  language: Language
  search: Search
  advise(requirements: Requirements): Advice
  /** Builds what is otherwise built when it is first used, so that the first message need not wait for it. */
  warmUp(): void
  /** A little of the rest, which can wait until everything is connected; false when nothing is left. */
  learn(): boolean
}

/**
 * Builds the consultant on a knowledge folder.
 *
 * @param cacheFolder where checked knowledge is kept between starts; null = always check it again
 * @throws InvalidKnowledge naming every problem; PyframeError 'data' when there is no such folder
 */
export async function createConsultant(
  folder: string,
  cacheFolder: string | null = null,
): Promise<Consultant> {
  return consultantOn(createCatalogue(await loadKnowledge(folder, cacheFolder)))
}

/** Builds the consultant on knowledge that is already loaded. */
export function consultantOn(catalogue: Catalogue): Consultant {
  // The phrase tree and the search index take longer to build than the first prompt may.
  const language = lazy(() => createLanguage(catalogue))
  const search = lazy(() => createSearch(catalogue))
  return {
    catalogue,
    get language() {
      return language()
    },
    get search() {
      return search()
    },
    advise: (requirements) => advise(catalogue, requirements),
    warmUp() {
      language()
      search()
    },
    learn: () => language().learn(),
  }
}
