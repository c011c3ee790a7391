/** What happened, for whoever has to find out later why. Written to a file on this laptop, redacted, never sent. */
export interface Log {
  debug(area: string, message: string, fields?: LogFields): void
  info(area: string, message: string, fields?: LogFields): void
  warn(area: string, message: string, fields?: LogFields): void
  error(area: string, message: string, fields?: LogFields): void
  /**
   * From now on this exact value (a client secret, a token) is struck out of every line, however it is written: plain,
   * URL-encoded, base64 or JSON-escaped. Values shorter than four characters cannot be told from ordinary text and are
   * left to the redaction by key.
   */
  hide(secret: string): void
}

/** One file of a log. */
export interface LogFile {
  /** Without its folder. */
  readonly name: string
  readonly text: string
}

/** A log that can be read back, for somebody who asks support for help. */
export interface KeptLog extends Log {
  /** The oldest first, once more without all that is hidden by now. A file that cannot be read is left out. */
  files(): LogFile[]
}

/** Anything JSON can show; an Error is written with its name, message and stack. */
export type LogFields = Readonly<Record<string, unknown>>
