import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Photo } from '@shared/domain/photo'
import ThingPhotos from '@/photos/ThingPhotos.vue'
import { useVisitView } from '@/visits/visitView'
import { ok, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { thingOf } from '../report/reports'

const visitId = '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22'
const photo: Photo = { hash: 'a'.repeat(64), type: 'image/jpeg', size: 3, at: 0, caption: '' }

/** The photos of the only thing of a visit, as its row shows them. */
const Row = defineComponent(() => {
  const view = useVisitView()
  view.enter(visitId)
  return () => view.things?.map((thing) => h(ThingPhotos, { thing, visitId, adding: false }))
})

test('the only photo of a thing can be put back after it was deleted', async () => {
  let photos = [photo]
  const installer = standIn({
    'visits:things': () => ok([thingOf({ photos })]),
    'photos:read': () => ok({ state: 'whole', bytes: Uint8Array.from([1, 2, 3]) }),
    'photos:remove': () => ok(thingOf({ photos: (photos = []) })),
    'photos:add': () => ok({ thing: thingOf({ photos: (photos = [photo]) }), isNew: true })
  })
  show(Row)
  await flushPromises()
  button('Photo 1 of 1').click()
  await flushPromises()
  button('Delete photo').click()
  await flushPromises()
  button('Undo').click()
  await flushPromises()
  expect(installer.inputsOf('photos:add')).toHaveLength(1)
  expect(document.querySelectorAll('[data-photo]')).toHaveLength(1)
})
