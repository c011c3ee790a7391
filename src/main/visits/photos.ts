import { mostPhotos, type Photo, type PhotoFile, type PhotoUsage, type ReadPhoto } from '@shared/domain/photo'
import { ProblemError } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import type { ShownThing, VisitThing } from '@shared/domain/visit'
import type { Log } from '../ports/log'
import type { PhotoFiles } from '../ports/photoFiles'
import type { VisitBook } from '../ports/visitBook'
import type { Visits } from './visits'

export interface PhotosOptions {
  readonly files: PhotoFiles
  readonly book: Pick<VisitBook, 'photoHashes'>
  readonly visits: Visits
  readonly now: () => Instant
  readonly log: Log
  /** The database was damaged or gone: records of photos may be lost, and their files must not be lost with them. */
  readonly recordsMayBeLost: boolean
}

export interface PhotoWords {
  readonly caption: string
  /** When it was added, where that was before now. */
  readonly at?: Instant | undefined
}

/**
 * The photos of things of visits. The file is on disk before the record that names it, and goes after it, so that a
 * crash in between leaves a file too many and never a record without its file. One thing after the other, so that a file
 * is not removed while it is added again.
 */
export class Photos {
  readonly #options: PhotosOptions
  #recordsMayBeLost: boolean
  #work: Promise<unknown> = Promise.resolve()

  constructor(options: PhotosOptions) {
    this.#options = options
    this.#recordsMayBeLost = options.recordsMayBeLost
  }

  /** Clears away what a crash has left. */
  start(): void {
    void this.#next(async () => {
      await this.#tidy(() => this.#options.files.removeUnfinished())
      await this.#tidy(() => this.#removeUnreferenced())
    })
  }

  /**
   * @param bytes of a photo
   * @returns `isNew` false when the thing has it already
   * @throws ProblemError unknown_visit, too_many_photos, disk_full, read_only, not_saved: nothing was added
   */
  add(
    id: string,
    tuid: Tuid,
    bytes: Uint8Array,
    { caption, at }: PhotoWords
  ): Promise<{ thing: ShownThing; isNew: boolean }> {
    const { files, visits, now } = this.#options
    return this.#next(async () => {
      refuseTooMany(visits.thingOf(visits.known(id), tuid))
      const file = await files.keep(bytes)
      try {
        // Asked again: writing took its time, and the visit may have gone.
        const visit = visits.known(id)
        const thing = visits.thingOf(visit, tuid)
        const isNew = thing.photos.every(({ hash }) => hash !== file.hash)
        const photo: Photo = { ...file, size: bytes.byteLength, at: at ?? now(), caption }
        if (isNew) visits.keepThing(visit, { ...thing, photos: [...thing.photos, photo] }, [])
        return { thing: visits.shownThing(id, tuid), isNew }
      } catch (error) {
        await this.#tidy(() => this.#removeUnreferenced())
        throw error
      }
    })
  }

  /** @throws ProblemError unknown_visit, disk_full, read_only, not_saved */
  caption(id: string, tuid: Tuid, hash: string, caption: string): ShownThing {
    return this.#change(id, tuid, hash, (photo) => [{ ...photo, caption }])
  }

  /** @throws ProblemError unknown_visit, disk_full, read_only, not_saved: it is still there */
  remove(id: string, tuid: Tuid, hash: string): Promise<ShownThing> {
    return this.#next(async () => {
      const thing = this.#change(id, tuid, hash, () => [])
      await this.#tidy(() => this.#removeUnreferenced())
      return thing
    })
  }

  read(file: PhotoFile): Promise<ReadPhoto> {
    return this.#options.files.read(file)
  }

  /** @throws ProblemError disk_full, read_only, not_saved: the visit is still there */
  deleteVisit(id: string): Promise<void> {
    return this.#next(async () => {
      this.#options.visits.delete(id)
      await this.#tidy(() => this.#removeUnreferenced())
    })
  }

  usage(): Promise<PhotoUsage> {
    return this.#next(async () => {
      const all = await this.#options.files.all()
      return { photos: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0) }
    })
  }

  /** Resolves when nothing more is done to the files. */
  async stop(): Promise<void> {
    await this.#work
  }

  #change(id: string, tuid: Tuid, hash: string, changed: (photo: Photo) => Photo[]): ShownThing {
    const { visits } = this.#options
    const visit = visits.known(id)
    const thing = visits.thingOf(visit, tuid)
    if (thing.photos.every((photo) => photo.hash !== hash)) throw new ProblemError({ kind: 'unknown_visit' })
    const photos = thing.photos.flatMap((photo) => (photo.hash === hash ? changed(photo) : [photo]))
    visits.keepThing(visit, { ...thing, photos }, [])
    return visits.shownThing(id, tuid)
  }

  async #removeUnreferenced(): Promise<void> {
    const { files, book, log } = this.#options
    const known = book.photoHashes()
    const unknown = (await files.all()).filter(({ hash }) => !known.has(hash))
    for (const file of unknown) await (this.#recordsMayBeLost ? files.putAside(file) : files.remove(file))
    if (unknown.length > 0) {
      const fate = this.#recordsMayBeLost ? 'put aside' : 'removed'
      log.info('photos', `files that no visit refers to were ${fate}`, { files: unknown.length })
    }
    this.#recordsMayBeLost = false
  }

  /** What cannot be cleared away now is when it is next tried; nothing depends on it. */
  async #tidy(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#options.log.warn('photos', 'files that are not needed could not be cleared away', { error })
    }
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#work.then(task)
    this.#work = result.catch(() => undefined)
    return result
  }
}

function refuseTooMany({ photos }: VisitThing): void {
  if (photos.length >= mostPhotos) throw new ProblemError({ kind: 'too_many_photos' })
}
