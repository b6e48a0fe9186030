import type { Knowledge } from './catalogue.ts'
import type { Company, Domain, Guide } from './schema/lists.ts'

/** Knowledge in which files that could not be read are left out or stood in for by what the checks need of them. */
export type Draft = Omit<Knowledge, 'domain' | 'guide' | 'company'> & {
  domain: Pick<Domain, 'folder' | 'core' | 'field_words' | 'runtime'>
  guide: Pick<Guide, 'types' | 'questions'>
  company: Pick<Company, 'questions'>
}
