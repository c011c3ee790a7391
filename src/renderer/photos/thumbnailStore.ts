import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { PhotoFile } from '@shared/domain/photo'
import { drawPhoto } from './drawPhoto'
import { readPhoto, type PictureFault } from './photoReading'

export type Thumbnail = { readonly url: string } | { readonly fault: PictureFault }

/** Pixels of the longest side: twice what is shown, for sharp screens. */
const longestSide = 240
const quality = 0.8

/** Small pictures of photos, made one after the other when they come into sight, a few kilobytes each. */
export const useThumbnails = defineStore('photo-thumbnails', () => {
  const known = shallowReactive(new Map<string, Thumbnail>())
  let work: Promise<void> = Promise.resolve()

  /** Undefined while it is not made. */
  const of = ({ hash }: PhotoFile): Thumbnail | undefined => known.get(hash)

  /** Makes it unless it is there. What could not be shown is tried again. */
  function want(photo: PhotoFile): void {
    work = work.then(() => make(photo))
  }

  async function make(photo: PhotoFile): Promise<void> {
    const before = known.get(photo.hash)
    if (before !== undefined && 'url' in before) return
    known.set(photo.hash, await drawn(photo))
  }

  /** Its file turned out not to be what it was. */
  function fault({ hash }: PhotoFile, what: PictureFault): void {
    const before = known.get(hash)
    if (before !== undefined && 'url' in before) URL.revokeObjectURL(before.url)
    known.set(hash, { fault: what })
  }

  return { of, want, fault }
})

async function drawn(photo: PhotoFile): Promise<Thumbnail> {
  const reading = await readPhoto(photo)
  if (!reading.ok) return { fault: reading.fault }
  try {
    return { url: URL.createObjectURL(await drawPhoto(reading.file, longestSide, quality)) }
  } catch {
    // It is the file that was kept, and the browser cannot show it.
    return { fault: 'unreadable' }
  }
}
