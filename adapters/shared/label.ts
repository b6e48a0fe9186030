import { safeText } from './paragraphs.ts'

/** Marked text on one line, without its marks, as a label takes it. */
export const labelText = (marked: string): string => safeText(marked).replace(/\s+/g, ' ').trim()
