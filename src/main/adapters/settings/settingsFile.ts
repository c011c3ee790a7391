import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import type { Notice } from '@shared/ipc/channels'
import type { Settings } from '@shared/ipc/settings'
import type { KnownStacks, SettingsChange, SettingsStore, WindowBounds } from '../../ports/settingsStore'
import { parseJson } from '../parseJson'
import { codeOf, putAside } from './damagedFile'
import { chosenAnew, fileContent, nothingRemembered, readRemembered, type Remembered } from './remembered'
import { writeProblem } from './writeProblem'

export interface OpenedSettings {
  readonly store: SettingsStore
  /** Set when the file was damaged: where it was put, and what had to be given up. */
  readonly notice: Notice | null
}

const fileName = 'config.json'

/**
 * Opens the settings of this laptop. A torn or invalid file never stops the app: it is put aside, said once, and
 * replaced by defaults; when only some fields are wrong, only those are.
 *
 * @param folder the app's data folder
 */
export function openSettings(folder: string, now: () => Date = () => new Date()): OpenedSettings {
  removeStaleTempFiles(folder)
  const file = join(folder, fileName)
  const { remembered, notice, mended } = readFile(file, now())
  const store = new SettingsFile(folder, remembered)
  if (mended) store.tryToKeep()
  return { store, notice }
}

class SettingsFile implements SettingsStore {
  readonly #folder: string
  #remembered: Remembered

  constructor(folder: string, remembered: Remembered) {
    this.#folder = folder
    this.#remembered = remembered
  }

  settings(): Settings {
    return structuredClone(this.#remembered.settings)
  }

  changeSettings(change: SettingsChange): Settings {
    const entries: [string, unknown][] = Object.entries(change)
    const given = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    const { settings, kept } = this.#remembered
    this.#keep({
      ...this.#remembered,
      settings: structuredClone({ ...settings, ...given }),
      kept: chosenAnew(kept, Object.keys(given))
    })
    return this.settings()
  }

  knownStacks(): KnownStacks {
    const { stacks, activeStackId } = this.#remembered
    return structuredClone({ stacks, activeStackId })
  }

  keepStacks({ stacks, activeStackId }: KnownStacks): void {
    if (activeStackId !== null && !stacks.some((stack) => stack.id === activeStackId)) {
      throw new Error('the active stack is not among the stacks')
    }
    this.#keep({ ...this.#remembered, stacks: structuredClone(stacks), activeStackId })
  }

  windowBounds(): WindowBounds | null {
    return this.#remembered.windowBounds
  }

  keepWindowBounds(bounds: WindowBounds): void {
    this.#keep({ ...this.#remembered, windowBounds: { ...bounds } })
  }

  /** Writes what was mended. On failure the damaged file stays, and is mended and told about again at the next start. */
  tryToKeep(): void {
    try {
      this.#keep(this.#remembered)
    } catch {
      // Said above: nothing is lost, and whatever the person changes next reports the same failure.
    }
  }

  /** Memory follows the disk: what could not be written is not remembered either. */
  #keep(next: Remembered): void {
    try {
      // Opened anew for each of these rare writes: electron-store reads the file when it is made, and nothing that
      // happened to the file or its folder since may keep a later write from succeeding.
      const store = new ElectronStore<Record<string, unknown>>({
        cwd: this.#folder,
        accessPropertiesByDotNotation: false,
        configFileMode: 0o600,
        // The file is only replaced here. Reading it, and what to do about damage, is done at the start, with a notice.
        deserialize: () => ({})
      })
      store.store = fileContent(next)
    } catch (error) {
      throw writeProblem(error, join(this.#folder, fileName))
    }
    this.#remembered = next
  }
}

interface FileReading {
  readonly remembered: Remembered
  readonly notice: Notice | null
  /** Some fields were replaced; the file should be too. */
  readonly mended: boolean
}

function readFile(file: string, now: Date): FileReading {
  const lost = (detail: string): FileReading => ({
    remembered: nothingRemembered,
    notice: { kind: 'settings_reset', detail },
    mended: false
  })

  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { remembered: nothingRemembered, notice: null, mended: false }
    return lost(putAside(file, 'move', now))
  }
  // Editors on Windows begin a file with a mark that is no JSON.
  const reading = readRemembered(parseJson(text.replace(/^\uFEFF/, '')))
  if (reading === null) return lost(putAside(file, 'move', now))
  const { remembered, damaged } = reading
  if (damaged.length === 0) return { remembered, notice: null, mended: false }
  const aside = putAside(file, 'copy', now)
  return { remembered, notice: { kind: 'settings_reset', detail: `${aside}: ${damaged.join(', ')}` }, mended: true }
}

/** A process killed in the middle of a write leaves its temporary file behind; nobody else would ever remove it. */
function removeStaleTempFiles(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(`${fileName}.tmp-`)) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // The folder is not there yet, or not ours to tidy: neither keeps the settings from opening.
  }
}
