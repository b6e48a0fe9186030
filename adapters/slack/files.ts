import type { Card, FilePart, Part, ScoreChartPart } from '../../src/card/card.ts'
import type { Desk, DocumentFile } from '../../src/desk.ts'
import { labelText } from '../shared/label.ts'
import type { Address } from './address.ts'
import { refusalOf } from './failures.ts'
import { fileRefused, sentDirectly } from './phrases.ts'
import type { Workspaces } from './workspaces.ts'

/** Files of some cards, in order. */
export const filesIn = (cards: readonly Card[]): FilePart[] =>
  cards.flatMap(({ parts }) => parts.filter((part) => part.kind === 'file'))

/** Cards as they are shown where files cannot be: with a word about where they are instead. */
export const withFilesElsewhere = (cards: readonly Card[]): Card[] =>
  cards.map((card) => ({
    ...card,
    parts: card.parts.map(
      (part): Part => (part.kind === 'file' ? { kind: 'text', text: sentDirectly(part.name) } : part),
    ),
  }))

/** Brings files to where an address is; private ones to the direct messages, as Slack knows no others. */
export interface Files {
  /** @returns null, or the card that says why Slack refused it */
  upload(address: Address, part: FilePart): Promise<Card | null>
  /** A score chart as a picture, for when it could not be shown as blocks. */
  uploadChart(address: Address, chart: ScoreChartPart): Promise<Card | null>
}

export function createFiles(desk: Pick<Desk, 'file' | 'picture'>, workspaces: Workspaces): Files {
  async function send(
    address: Address,
    file: Omit<DocumentFile, 'mediaType'>,
    alt: string,
  ): Promise<Card | null> {
    const { client } = await workspaces.at(address)
    const { place, user } = address
    try {
      const channel =
        place.kind !== 'private' && place.channel !== null
          ? place.channel
          : ((await client.conversations.open({ users: user })).channel?.id ?? user)
      const thread = place.kind !== 'private' && place.thread !== null ? { thread_ts: place.thread } : {}
      await client.filesUploadV2({
        channel_id: channel,
        ...thread,
        file: Buffer.from(file.bytes),
        filename: file.name,
        title: file.name,
        alt_text: labelText(alt),
      })
      return null
    } catch (error) {
      const reason = refusalOf(error)
      if (reason === null) throw error
      return fileRefused(file.name, reason)
    }
  }

  return {
    upload: async (address, part) => send(address, await desk.file(part), part.alt),
    uploadChart: async (address, chart) =>
      send(address, { name: 'score-chart.png', bytes: await desk.picture(chart) }, chart.caption),
  }
}
