/**
 * What the bot can show, whatever the platform. Every string but `Notice.code`-like ids is *marked text*: the
 * small subset of `markup.ts`. Text a person typed must go through `escapeMarkup()` before it gets in here.
 */

/** A paragraph, or several, in marked text. */
export interface TextPart {
  kind: 'text'
  text: string
}

/** Label and value pairs, such as what was understood. */
export interface FactsPart {
  kind: 'facts'
  facts: { label: string; value: string }[]
}

/** Rows of cells; the first column names the row. */
export interface TablePart {
  kind: 'table'
  caption: string
  columns: string[]
  rows: string[][]
}

/** Candidates against criteria and needs; values 0 to 100, null where nothing was said. */
export interface ScoreChartPart {
  kind: 'score_chart'
  caption: string
  candidates: { name: string; score: number }[]
  rows: { label: string; values: (number | null)[] }[]
}

export interface ProgressPart {
  kind: 'progress'
  /** 1-based number of the current step. */
  step: number
  /** Most steps there can be. */
  of: number
}

export interface Choice {
  /** What comes back when it is chosen; see dialogue/actions.ts. At most 100 characters. */
  action: string
  label: string
  hint?: string
  /** Main choices are shown first and numbered; quiet ones are ways out (back, skip, why). */
  quiet?: boolean
  primary?: boolean
}

export interface ChoicesPart {
  kind: 'choices'
  choices: Choice[]
}

/** Several can be ticked; one press sends them all. */
export interface ChecklistPart {
  kind: 'checklist'
  label: string
  options: { value: string; label: string; hint?: string; checked: boolean }[]
  submit: { action: string; label: string }
}

/** One free-text field; the platform sends its content back with the action. */
export interface FormPart {
  kind: 'form'
  label: string
  placeholder: string
  multiline: boolean
  submit: { action: string; label: string }
}

export interface SourcesPart {
  kind: 'sources'
  sources: Source[]
}

export interface Source {
  /** An address, or the name of a source that has none. */
  source: string
  /** Date, month, quarter or year it was true; null = not known. */
  asOf: string | null
}

/** A document to be produced from its recipe when it is delivered. */
export interface FilePart {
  kind: 'file'
  /** File name with its ending, safe on every system. */
  name: string
  /** What it is, for who cannot see it. */
  alt: string
  recipe: Recipe
}

/** What a document is made from, kept as JSON: the same recipe and the same knowledge give the same bytes. */
export type Recipe = BriefRecipe | ChartRecipe | DataRecipe

/** The document a client can be shown. */
export interface BriefRecipe {
  document: 'brief'
  format: 'pdf' | 'markdown'
  /** Requirements as the advice takes them: JSON that is checked when the document is made. */
  requirements: unknown
  /** The client's words, as they were typed, oldest first. */
  said: readonly string[]
  /** Who it is for and who wrote it, as they were typed; null = not named. */
  client: string | null
  author: string | null
  /** Day it was asked for, such as 2026-08-22. */
  date: string
  /** Hash of the knowledge at that time; the document says so when it is made with another. */
  knowledge: string
}

/** The picture of a score chart. */
export interface ChartRecipe {
  document: 'chart'
  format: 'png'
  chart: ScoreChartPart
  theme: Theme
}

/** Data as it is kept, for other programs to read. */
export interface DataRecipe {
  document: 'data'
  format: 'json'
  /** Anything that can be written as JSON. */
  data: unknown
}

/** Whether what surrounds a picture is light or dark. */
export type Theme = 'light' | 'dark'

/** Something the person must notice: nothing was lost, a fact is old, a wish cannot be met. */
export interface NoticePart {
  kind: 'notice'
  tone: 'info' | 'warning'
  text: string
}

export type Part =
  | TextPart
  | FactsPart
  | TablePart
  | ScoreChartPart
  | ProgressPart
  | ChoicesPart
  | ChecklistPart
  | FormPart
  | SourcesPart
  | FilePart
  | NoticePart

export interface Card {
  title?: string
  parts: Part[]
}
