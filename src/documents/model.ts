import type { ScoreChartPart } from '../card/card.ts'
import type { Span } from '../card/markup.ts'

/** A run of text with one look. */
export interface Run extends Span {
  /** Said in passing: numbers of sources, dates. */
  quiet?: true
}

/** What a section is made of. */
export type Block =
  | { kind: 'lead'; text: Run[] }
  | { kind: 'paragraph'; text: Run[] }
  /** The client's own words. */
  | { kind: 'quote'; text: Run[] }
  | { kind: 'list'; numbered: boolean; items: Run[][] }
  /** Two columns: what something is called, and what it is. */
  | { kind: 'facts'; rows: { label: string; value: Run[] }[] }
  | { kind: 'table'; head: [string, string]; rows: [Run[], Run[]][] }
  | { kind: 'chart'; chart: ScoreChartPart; mostRows: number }
  | { kind: 'sources'; items: CitedSource[] }

export interface Section {
  heading: string
  blocks: Block[]
}

export interface CitedSource {
  number: number
  /** An address, or the name of a source that has none. */
  source: string
  /** When it was true, and how far it can be trusted. */
  remark: string
}

/** A whole document, before it becomes pages or Markdown. */
export interface Brief {
  title: string
  /** Who made it, above the title. */
  publisher: string
  /** Who it is for, who wrote it, when. */
  byline: string[]
  /** What a reader must know before anything else. */
  banners: Run[][]
  sections: Section[]
  /** At the foot of every page. */
  colophon: string
}
