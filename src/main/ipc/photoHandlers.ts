import type { Photos } from '../visits/photos'
import type { Handlers } from './register'

/** What the page may ask about the photos of visits. */
export function createPhotoHandlers(photos: Photos) {
  return {
    'photos:add': ({ id, tuid, bytes, ...words }) => photos.add(id, tuid, bytes, words),
    'photos:caption': ({ id, tuid, hash, caption }) => photos.caption(id, tuid, hash, caption),
    'photos:remove': ({ id, tuid, hash }) => photos.remove(id, tuid, hash),
    'photos:read': (file) => photos.read(file),
    'photos:usage': () => photos.usage(),
    // Its files go with it.
    'visits:delete': ({ id }) => photos.deleteVisit(id)
  } satisfies Partial<Handlers>
}
