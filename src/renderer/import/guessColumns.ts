import { isInstallationStatus } from '@shared/domain/installationStatus'
import { readLabel } from '@shared/domain/label'
import { importFields, type ImportField, type ImportTable } from './importedThing'

/** Which column says what, from 0; null where none does. */
export type ColumnMapping = Readonly<Record<ImportField, number | null>>

export interface ColumnGuess {
  readonly mapping: ColumnMapping
  /** The first row names the columns and is no thing. */
  readonly hasHeader: boolean
}

const noColumns: ColumnMapping = { tuid: null, group: null, status: null, note: null, place: null }

/** How people name the columns, in English and in Finnish; compared without case, spaces and signs. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  tuid: [
    'tuid',
    'thing',
    'thingid',
    'thingtuid',
    'label',
    'device',
    'deviceid',
    'sensor',
    'tsmtuid',
    'laite',
    'laitetunnus',
    'laitteentunnus',
    'anturi',
    'tunnus',
    'tarra',
    'tunniste'
  ],
  group: [
    'group',
    'groupid',
    'deploymentgroup',
    'deploymentgroupid',
    'site',
    'ryhmä',
    'ryhmätunnus',
    'asennusryhmä',
    'laiteryhmä',
    'kohde'
  ],
  status: ['status', 'installationstatus', 'state', 'tila', 'asennustila', 'status'],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'description',
    'remark',
    'remarks',
    'huomautus',
    'huomio',
    'kommentti',
    'muistiinpano',
    'kuvaus',
    'lisätieto',
    'lisätiedot'
  ],
  place: [
    'place',
    'location',
    'room',
    'floor',
    'position',
    'address',
    'paikka',
    'sijainti',
    'huone',
    'tila/huone',
    'kerros',
    'osoite'
  ]
}

const fieldByName = new Map(importFields.flatMap((field) => names[field].map((name) => [plain(name), field] as const)))

/** Guesses from the names in the first row; a column of TUIDs is also found by what stands in it. */
export function guessColumns({ rows, width }: ImportTable): ColumnGuess {
  const first = rows[0]?.cells ?? []
  const named: Record<ImportField, number | null> = { ...noColumns }
  first.forEach((cell, index) => {
    const field = fieldByName.get(plain(cell))
    if (field !== undefined) named[field] ??= index
  })
  const hasHeader = importFields.some((field) => named[field] !== null)
  const body = (hasHeader ? rows.slice(1) : rows).slice(0, 50).map(({ cells }) => cells)
  const taken = new Set(importFields.map((field) => named[field]))
  const free = Array.from({ length: width }, (_, index) => index).filter((index) => !taken.has(index))
  named.tuid ??= bestOf(free, body, (cell) => readLabel(cell).ok)
  named.status ??= bestOf(
    free.filter((index) => index !== named.tuid),
    body,
    (cell) => isInstallationStatus(cell.trim().toLowerCase())
  )
  return { mapping: named, hasHeader }
}

/** The column in which most cells are of this kind, when more than half are. */
function bestOf(
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  fits: (cell: string) => boolean
): number | null {
  let best: { column: number; count: number } | null = null
  for (const column of columns) {
    const count = rows.filter((cells) => fits(cells[column] ?? '')).length
    if (count * 2 > rows.length && count > (best?.count ?? 0)) best = { column, count }
  }
  return best?.column ?? null
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
