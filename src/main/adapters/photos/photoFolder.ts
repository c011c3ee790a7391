import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  largestPhoto,
  photoFileSchema,
  photoTypeOf,
  type PhotoFile,
  type PhotoType,
  type ReadPhoto
} from '@shared/domain/photo'
import type { PhotoFiles } from '../../ports/photoFiles'
import { codeOf } from '../settings/damagedFile'
import { writeProblem } from '../settings/writeProblem'

const endings: Readonly<Record<PhotoType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

const unfinished = '.tmp'

/** What is put aside lies in here. */
export const asideFolder = 'without-visit'

/** The photos in a folder of their own, which is made when the first of them comes. */
export class PhotoFolder implements PhotoFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async keep(bytes: Uint8Array): Promise<PhotoFile> {
    const type = photoTypeOf(bytes)
    if (type === null) throw new Error('this is no photo')
    const file = { hash: hashOf(bytes), type }
    const place = this.#placeOf(file)
    const temporary = join(this.#folder, `${file.hash}-${randomUUID()}${unfinished}`)
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeSynced(temporary, bytes)
      // Also over one that is there: that may have been damaged since.
      await rename(temporary, place)
      await syncFolder(this.#folder)
    } catch (error) {
      await removeIfPossible(temporary)
      throw writeProblem(error, place)
    }
    return file
  }

  async read(file: PhotoFile): Promise<ReadPhoto> {
    const place = this.#placeOf(file)
    try {
      // Whatever lies there may be of any size.
      if ((await stat(place)).size > largestPhoto) return { state: 'changed' }
      const bytes = await readFile(place)
      return hashOf(bytes) === file.hash ? { state: 'whole', bytes } : { state: 'changed' }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { state: 'missing' }
      throw error
    }
  }

  async all(): Promise<(PhotoFile & { readonly size: number })[]> {
    const files = (await this.#names()).flatMap((name) => fileCalled(name) ?? [])
    const found: (PhotoFile & { readonly size: number })[] = []
    for (const file of files) {
      const lying = await stat(this.#placeOf(file))
      if (lying.isFile()) found.push({ ...file, size: lying.size })
    }
    return found
  }

  async remove(file: PhotoFile): Promise<void> {
    await rm(this.#placeOf(file), { force: true })
  }

  async putAside(file: PhotoFile): Promise<void> {
    const aside = join(this.#folder, asideFolder)
    await mkdir(aside, { recursive: true })
    await rename(this.#placeOf(file), join(aside, nameOf(file)))
  }

  async removeUnfinished(): Promise<void> {
    const left = (await this.#names()).filter((name) => name.endsWith(unfinished))
    for (const name of left) await rm(join(this.#folder, name), { force: true })
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.#folder)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  #placeOf(file: PhotoFile): string {
    return join(this.#folder, nameOf(file))
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function nameOf({ hash, type }: PhotoFile): string {
  return `${hash}.${endings[type]}`
}

/** @returns null for a file that is not called as ours are */
function fileCalled(name: string): PhotoFile | null {
  const [hash, ending] = name.split('.')
  const type = Object.entries(endings).find(([, each]) => each === ending)?.[0]
  const file = photoFileSchema.safeParse({ hash, type })
  return file.success && nameOf(file.data) === name ? file.data : null
}

async function writeSynced(place: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(place, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The new name is on disk too, where the system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeIfPossible(place: string): Promise<void> {
  try {
    await rm(place, { force: true })
  } catch {
    // Why it was not kept is said; the rest of it goes at the next start.
  }
}
