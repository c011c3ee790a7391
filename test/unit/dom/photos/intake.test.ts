import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ChannelInput } from '@shared/ipc/channels'
import { usePhotoIntake } from '@/photos/intakeStore'
import { fail, ok, standIn } from '../frame/installerStandIn'
import { thingOf } from '../report/reports'

const place = { visitId: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22', tuid: 'TSPD04ESY93100802' }
const head = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 1, 0x2c, 1, 0x90, 3, 1])
const photo = (name: string) => ({ file: new Blob([head, name]), name })

/** Stands where the browser starts a worker: it draws at once, and tells how many draw at the same time. */
class DrawingWorker extends EventTarget {
  static atOnce = 0
  static most = 0

  postMessage(file: Blob): void {
    DrawingWorker.most = Math.max(DrawingWorker.most, (DrawingWorker.atOnce += 1))
    void file.arrayBuffer().then((content) => {
      DrawingWorker.atOnce -= 1
      this.dispatchEvent(new MessageEvent('message', { data: { bytes: new Uint8Array(content) } }))
    })
  }

  terminate(): void {
    // It has nothing to give back.
  }
}

beforeEach(() => {
  setActivePinia(createPinia())
  DrawingWorker.most = 0
  vi.stubGlobal('Worker', DrawingWorker)
})
afterEach(() => void vi.unstubAllGlobals())

const states = () => usePhotoIntake().intakes.map(({ name, state }) => [name, state.at])
const added = () => ok({ thing: thingOf(), isNew: true })

test('photos go one after the other, and what became one is here no more', async () => {
  const installer = standIn({ 'photos:add': added })
  usePhotoIntake().add(place, ['a', 'b', 'c'].map(photo))
  expect(states()[0]).toEqual(['a', 'making'])
  await expect.poll(() => states()).toEqual([])
  expect(DrawingWorker.most).toBe(1)
  // The stand-in is told what was sent; the contract between page and main says what that is.
  const sent = installer.inputsOf('photos:add') as ChannelInput<'photos:add'>[]
  expect(sent.map(({ bytes }) => String.fromCharCode(bytes.at(-1) ?? 0))).toEqual(['a', 'b', 'c'])
  expect(sent[0]).toMatchObject({ id: place.visitId, tuid: place.tuid, caption: '' })
})

test('what is no photo holds up no other, and stays until somebody has seen why', async () => {
  standIn({ 'photos:add': added })
  const intake = usePhotoIntake()
  intake.add(place, [{ file: new Blob(['notes']), name: 'notes.txt' }, photo('a')])
  await expect.poll(() => states()).toEqual([['notes.txt', 'refused']])
  intake.dismiss(intake.intakes[0]?.no ?? 0)
  expect(states()).toEqual([])
})

test('what could not be saved waits to be tried again', async () => {
  const installer = standIn({ 'photos:add': () => fail('disk_full') })
  const intake = usePhotoIntake()
  intake.add(place, [photo('a')])
  await expect.poll(() => states()).toEqual([['a', 'not_saved']])
  installer.answers['photos:add'] = added
  intake.retry(intake.intakes[0]?.no ?? 0)
  await expect.poll(() => states()).toEqual([])
  await flushPromises()
  expect(installer.inputsOf('photos:add')).toHaveLength(2)
})

test('a photo that the thing has already is said to be there', async () => {
  standIn({ 'photos:add': () => ok({ thing: thingOf(), isNew: false }) })
  usePhotoIntake().add(place, [photo('a')])
  await expect.poll(() => states()).toEqual([['a', 'there_already']])
})

test('each thing is told of its own', async () => {
  standIn({ 'photos:add': () => fail('disk_full') })
  const intake = usePhotoIntake()
  intake.add(place, [photo('a')])
  intake.add({ ...place, tuid: 'TSPD04ESY93100803' }, [photo('b')])
  await expect.poll(() => states().map(([, at]) => at)).toEqual(['not_saved', 'not_saved'])
  expect(intake.of(place).map(({ name }) => name)).toEqual(['a'])
})
