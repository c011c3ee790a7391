import { z } from 'zod'
import { photoBytesSchema, photoFileSchema, photoSchema, photoUsageSchema, readPhotoSchema } from '../domain/photo'
import { tuidSchema } from '../domain/tuid'
import { shownThingSchema } from '../domain/visit'

const { at, caption, hash } = photoSchema.shape
/** A thing of a visit. */
const ofThing = z.strictObject({ id: z.uuid(), tuid: tuidSchema })

/** What crosses between page and main about the photos of visits; part of the table in channels.ts. */
export const photoChannels = {
  /**
   * Answers when the file and the record of it are on disk. A thing that is not in the visit comes to it; a photo that
   * the thing has already is not added again (`isNew`). `at`: now, unless it is put back. Problems: unknown_visit,
   * too_many_photos, disk_full, read_only, not_saved.
   */
  'photos:add': {
    input: ofThing.extend({ bytes: photoBytesSchema, caption, at: at.optional() }),
    output: z.strictObject({ thing: shownThingSchema, isNew: z.boolean() })
  },
  /** Problems: unknown_visit (also when the thing has no such photo), disk_full, read_only, not_saved. */
  'photos:caption': { input: ofThing.extend({ hash, caption }), output: shownThingSchema },
  /** Takes it from the thing, and its file with it when nothing else refers to that. Problems as for the caption. */
  'photos:remove': { input: ofThing.extend({ hash }), output: shownThingSchema },
  /** Compared with its hash at every reading. */
  'photos:read': { input: photoFileSchema, output: readPhotoSchema },
  'photos:usage': { input: z.void(), output: photoUsageSchema }
} as const
