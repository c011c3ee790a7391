import ElectronStore from 'electron-store'
import type { JournalEntry } from '../../src/main/outbox/journal.ts'

/** The same journal as apps keep it that have nothing but electron-store: one list in one file. */
export class FileJournal {
  readonly #store: ElectronStore<{ actions: JournalEntry[] }>

  constructor(folder: string, entries: readonly JournalEntry[]) {
    this.#store = new ElectronStore<{ actions: JournalEntry[] }>({ cwd: folder, name: 'outbox' })
    this.#store.set('actions', [...entries])
  }

  /** Returns when it is on disk: electron-store writes another file, syncs it and puts it in the place of the first. */
  append(entry: JournalEntry): void {
    const actions = this.#store.get('actions')
    actions.push(entry)
    this.#store.set('actions', actions)
  }
}
