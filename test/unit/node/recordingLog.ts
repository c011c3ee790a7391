import type { Log, LogFields } from '../../../src/main/ports/log'

export interface Entry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly area: string
  readonly message: string
  readonly fields: LogFields
}

/** A log that keeps its entries for the test to look at. */
export class RecordingLog implements Log {
  readonly entries: Entry[] = []
  readonly hidden: string[] = []

  debug(area: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'debug', area, message, fields })
  }

  info(area: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'info', area, message, fields })
  }

  warn(area: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'warn', area, message, fields })
  }

  error(area: string, message: string, fields: LogFields = {}): void {
    this.entries.push({ level: 'error', area, message, fields })
  }

  hide(secret: string): void {
    this.hidden.push(secret)
  }
}
