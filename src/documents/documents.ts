import type { FilePart, ScoreChartPart, Theme } from '../card/card.ts'
import type { Advisor, DocumentFile } from './file.ts'

export type { DocumentFile } from './file.ts'

/** Makes the documents that cards ask for. */
export interface Documents {
  /** A score chart as PNG, for a light background unless said otherwise. */
  picture(chart: ScoreChartPart, theme?: Theme): Promise<Uint8Array>
  /** A file from its recipe; see `makeFile`. */
  file(part: FilePart): Promise<DocumentFile>
}

/** Documents written with an advisor. What makes them is loaded when the first is asked for: no start waits for it. */
export const documentsOn = (advisor: Advisor): Documents => ({
  picture: async (chart, theme = 'light') => (await import('./picture.ts')).makePicture(chart, theme),
  file: async (part) => (await import('./file.ts')).makeFile(advisor, part),
})
