import type { PhotoFile, ReadPhoto } from '@shared/domain/photo'

/** The files of photos, each called by its own hash, so that the same photo is one file however often it is added. */
export interface PhotoFiles {
  /**
   * Returns when the file is on disk, whole.
   * @param bytes of a photo
   * @throws ProblemError disk_full, read_only, not_saved: there is nothing of it then
   */
  keep(bytes: Uint8Array): Promise<PhotoFile>
  /** Compared with its name. @throws when it is there and cannot be read */
  read(file: PhotoFile): Promise<ReadPhoto>
  /** With its size in bytes. Whatever else lies there is passed over. */
  all(): Promise<(PhotoFile & { readonly size: number })[]>
  /** Removing what is not there is no error. */
  remove(file: PhotoFile): Promise<void>
  /** Out of the way, without losing it. */
  putAside(file: PhotoFile): Promise<void>
  /** Takes away what a crash in the middle of `keep` has left. */
  removeUnfinished(): Promise<void>
}
