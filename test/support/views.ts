import type { Views } from '../../src/dialogue/views.ts'

/** Shows nothing. */
export const NO_VIEWS: Views = {
  suggest: () => [],
  home: () => [],
  stats: () => [],
  form: () => ({ questions: [], needs: [] }),
}
