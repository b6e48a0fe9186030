import { advise } from '../advice/advise.ts'
import type { Advice } from '../advice/advice.ts'
import type { Requirements } from '../advice/requirements.ts'
import { type Catalogue, createCatalogue } from '../knowledge/catalogue.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { createSearch, type Search } from '../knowledge/search.ts'
import { createLanguage, type Language } from '../language/understand.ts'

/** Everything a turn needs besides the conversation; never changes while the program runs. */
export interface Consultant {
  catalogue: Catalogue
  language: Language
  search: Search
  advise(requirements: Requirements): Advice
}

/**
 * Builds the consultant on a knowledge folder.
 *
 * @param cacheFolder where checked knowledge is kept between starts; null = always check it again
 * @throws InvalidKnowledge naming every problem; PyframeError 'data' when there is no such folder
 */
export async function createConsultant(folder: string, cacheFolder: string | null = null): Promise<Consultant> {
  const catalogue = createCatalogue(await loadKnowledge(folder, cacheFolder))
  return {
    catalogue,
    language: createLanguage(catalogue),
    search: createSearch(catalogue),
    advise: (requirements) => advise(catalogue, requirements),
  }
}
