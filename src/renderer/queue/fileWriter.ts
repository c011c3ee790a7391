import type { ChannelOutput } from '@shared/ipc/channels'

/** An action with all its attempts, oldest first. */
export type ExportedAction = ChannelOutput<'queue:export'>['rows'][number]

/** Writes a file piece by piece. */
export interface FileWriter {
  /** MIME type. */
  readonly type: string
  readonly begin: string
  readonly write: (rows: readonly ExportedAction[]) => string
  readonly end: string
}
