import { isGroupId } from '@shared/domain/deploymentGroup'
import { isInstallationStatus, type InstallationStatus } from '@shared/domain/installationStatus'
import { readLabel } from '@shared/domain/label'
import type { ColumnMapping } from './guessColumns'
import type { BadLine, BadLineReason, ImportedThing, ImportRow } from './importedThing'

/** Longest note or place that is taken over, in UTF-16 units. */
export const longestWords = 2000
/** Longest part of a bad cell that is shown back. */
const longestPart = 60

/** Other ways to write a status, in lower case: the words of both languages of the app. */
const statusWords: ReadonlyMap<string, InstallationStatus> = new Map([
  ['uusi', 'new'],
  ['asennettu', 'installed'],
  ['irrotettu', 'uninstalled'],
  ['karanteeni', 'quarantine'],
  ['karanteenissa', 'quarantine'],
  ['quarantined', 'quarantine'],
  ['poistettu käytöstä', 'retired']
])

/** Tells good lines from bad ones, one after the other: the first line of a thing counts. */
export class LineChecker {
  readonly #mapping: ColumnMapping
  readonly #lineOf = new Map<string, number>()

  constructor(mapping: ColumnMapping) {
    this.#mapping = mapping
  }

  check({ line, cells }: ImportRow): ImportedThing | BadLine {
    const cell = (column: number | null): string => (column === null ? '' : (cells[column]?.trim() ?? ''))
    const bad = (reason: BadLineReason): BadLine => ({ line, reason, cells })
    const { tuid, group, status, note, place } = this.#mapping

    const label = readLabel(cell(tuid))
    if (!label.ok) return bad({ kind: 'label', fault: label.fault, part: label.part })
    const groupId = cell(group)
    if (groupId !== '' && !isGroupId(groupId)) return bad({ kind: 'group', part: part(groupId) })
    const wanted = statusOf(cell(status))
    if (wanted === undefined) return bad({ kind: 'status', part: part(cell(status)) })
    for (const [kind, words] of [
      ['note', cell(note)],
      ['place', cell(place)]
    ] as const) {
      if (words.length > longestWords) return bad({ kind, part: part(words) })
    }
    const earlier = this.#lineOf.get(label.tuid)
    if (earlier !== undefined) return bad({ kind: 'duplicate', part: label.tuid, of: earlier })
    this.#lineOf.set(label.tuid, line)
    return {
      line,
      tuid: label.tuid,
      groupId: groupId === '' ? null : groupId,
      status: wanted,
      note: cell(note) === '' ? null : cell(note),
      place: cell(place) === '' ? null : cell(place)
    }
  }
}

/** @returns undefined for a word that is no status */
function statusOf(word: string): InstallationStatus | null | undefined {
  const plain = word.toLowerCase()
  if (plain === '') return null
  return isInstallationStatus(plain) ? plain : statusWords.get(plain)
}

function part(text: string): string {
  return text.length <= longestPart ? text : `${text.slice(0, longestPart - 1)}…`
}
