import type { Readable, Writable } from 'node:stream'
import type { Config, DiscordConfig, SlackConfig } from '../config.ts'
import type { Desk } from '../desk.ts'
import type { Log } from '../log.ts'

/** One line of the doctor's report. */
export interface Finding {
  name: string
  ok: boolean
  detail: string
  cure?: string
}

/** A front end as the command line sees it; its code is loaded only when it is started. */
export interface FrontEnd {
  /** Runs until it is told to stop, or the person leaves. */
  start(options: {
    desk: Desk
    log: Log
    resumeHint: string
    signal: AbortSignal
    /** Called when people can reach it, with a word on how. */
    ready?: (how: string) => void
  }): Promise<void>
  check(): Promise<Finding[]>
}

/** What `main` hands to the commands. */
export interface Program {
  /** @throws PyframeError 'config' naming every problem */
  config(): Config
  cacheFolder: string
  input: Readable
  output: Writable
  errors: Writable
  terminal(): Promise<FrontEnd>
  slack(settings: SlackConfig): Promise<FrontEnd>
  discord(settings: DiscordConfig): Promise<FrontEnd>
}
