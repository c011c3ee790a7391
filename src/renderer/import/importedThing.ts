import type { InstallationStatus } from '@shared/domain/installationStatus'
import type { LabelFault } from '@shared/domain/label'
import type { Tuid } from '@shared/domain/tuid'

/** What a column of a list may say of a thing. */
export const importFields = ['tuid', 'group', 'status', 'note', 'place'] as const
export type ImportField = (typeof importFields)[number]

/** One thing of a list. What the list does not say is null. */
export interface ImportedThing {
  /** Where it stands, counted from 1 as an editor or a spreadsheet does. */
  readonly line: number
  readonly tuid: Tuid
  readonly groupId: string | null
  readonly status: InstallationStatus | null
  readonly note: string | null
  readonly place: string | null
}

export type BadLineReason =
  | { readonly kind: 'label'; readonly fault: LabelFault; readonly part: string }
  | { readonly kind: 'group' | 'status' | 'note' | 'place'; readonly part: string }
  /** The thing stands in an earlier line, which counts. */
  | { readonly kind: 'duplicate'; readonly part: string; readonly of: number }

/** A line that could not be taken over. */
export interface BadLine {
  readonly line: number
  readonly reason: BadLineReason
  /** The whole line as it was read. */
  readonly cells: readonly string[]
}

/** Rows of a list, before anybody knows what they mean. */
export interface ImportTable {
  readonly rows: readonly ImportRow[]
  /** The most cells in a row. */
  readonly width: number
}

export interface ImportRow {
  readonly line: number
  readonly cells: readonly string[]
}
