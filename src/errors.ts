/** What went wrong, as a closed list; each has one exit status (sysexits.h where one fits). */
const EXIT = { usage: 64, data: 65, unavailable: 69, internal: 70, config: 78 } as const

export type ErrorCode = keyof typeof EXIT

/** A failure a person can do something about: `message` says what is wrong, `cure` what to do. */
export class PyframeError extends Error {
  readonly code: ErrorCode
  readonly cure: string | undefined

  constructor(code: ErrorCode, message: string, options: { cure?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'PyframeError'
    this.code = code
    this.cure = options.cure
  }

  get exitStatus(): number {
    return EXIT[this.code]
  }
}

/** Message of anything thrown, for the places where we can only report it. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
