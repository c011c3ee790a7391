import type { Photo, PhotoFile } from '@shared/domain/photo'
import { ask } from '@/bridge'

/** Why there is nothing to see. `unreadable`: there is a file, and the system does not let it be read or shown. */
export const pictureFaults = ['missing', 'changed', 'unreadable'] as const
export type PictureFault = (typeof pictureFaults)[number]

export type PhotoReading =
  { readonly ok: true; readonly file: Blob } | { readonly ok: false; readonly fault: PictureFault }

/** The file of a photo, compared with its hash by main. */
export async function readPhoto({ hash, type }: PhotoFile): Promise<PhotoReading> {
  try {
    const read = await ask('photos:read', { hash, type })
    if (read.state !== 'whole') return { ok: false, fault: read.state }
    return { ok: true, file: new Blob([read.bytes], { type }) }
  } catch {
    // Main has written in the log why; here it is said in the place of the picture.
    return { ok: false, fault: 'unreadable' }
  }
}

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

/** What a photo is called as a file of the person's own. */
export function photoFileName(tuid: string, no: number, { type }: Pick<Photo, 'type'>): string {
  return `${tuid}-${no}.${endings[type]}`
}
