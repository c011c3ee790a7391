import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { checkTable, type CheckedTable } from './checkTable'
import { decodeText } from './decodeText'
import { guessColumns, type ColumnGuess, type ColumnMapping } from './guessColumns'
import type { ImportTable } from './importedThing'
import { readDelimited, type ReadOptions } from './readDelimited'
import { readSpreadsheet } from './readSpreadsheet'

/** More bytes than any list of things has; a film by that name would fill the memory. */
const largestFile = 100_000_000

export type ImportFault = 'too_large' | 'unreadable' | 'old_excel' | 'empty'

/** The first bytes of a zip, which an xlsx file is, and of the format that Excel wrote before 2007. */
const zipMark = [0x50, 0x4b]
const oldExcelMark = [0xd0, 0xcf, 0x11, 0xe0]

/** A list on its way into the app: read, its columns told apart, each line checked. Nothing of it is kept yet. */
export function useImport() {
  const table = shallowRef<ImportTable | null>(null)
  const guess = shallowRef<ColumnGuess | null>(null)
  const checked = shallowRef<CheckedTable | null>(null)
  const fault = ref<ImportFault | null>(null)
  /** From 0 to 1 while something is read or checked; null when nothing is. */
  const share = ref<number | null>(null)
  let abort = new AbortController()

  const rowCount = computed(() =>
    table.value === null ? 0 : table.value.rows.length - (guess.value?.hasHeader === true ? 1 : 0)
  )

  /** One after the other: what is begun ends what was under way. */
  async function work(task: (options: ReadOptions) => Promise<void>): Promise<void> {
    abort.abort()
    const mine = (abort = new AbortController())
    share.value = 0
    try {
      await task({ signal: mine.signal, onProgress: (now) => (share.value = now) })
    } catch {
      if (!mine.signal.aborted) fault.value = 'unreadable'
    } finally {
      if (abort === mine) share.value = null
    }
  }

  function take(read: ImportTable): void {
    if (read.rows.length === 0) {
      fault.value = 'empty'
      return
    }
    guess.value = guessColumns(read)
    table.value = read
  }

  async function readText(text: string): Promise<void> {
    startOver()
    await work(async (options) => take(await readDelimited(text, options)))
  }

  async function readFile(file: Blob): Promise<void> {
    startOver()
    if (file.size > largestFile) {
      fault.value = 'too_large'
      return
    }
    await work(async (options) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (beginsWith(bytes, oldExcelMark)) fault.value = 'old_excel'
      else if (beginsWith(bytes, zipMark)) take(await readSpreadsheet(file, options))
      else take(await readDelimited(decodeText(bytes), options))
    })
  }

  function startOver(): void {
    abort.abort()
    share.value = null
    table.value = null
    guess.value = null
    checked.value = null
    fault.value = null
  }

  function map(mapping: ColumnMapping, hasHeader: boolean): void {
    guess.value = { mapping, hasHeader }
  }

  watch([table, guess], ([read, columns]) => {
    checked.value = null
    if (read === null || columns === null || columns.mapping.tuid === null) return
    void work(async (options) => {
      checked.value = await checkTable(read, columns, options)
    })
  })
  onScopeDispose(() => abort.abort())

  return { table, guess, checked, fault, share, rowCount, readText, readFile, startOver, map }
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
