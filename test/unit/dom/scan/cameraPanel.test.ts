import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defineComponent } from 'vue'
import CameraPanel from '@/scan/camera/CameraPanel.vue'
import { useCamera, type Camera } from '@/scan/camera/useCamera'
import { standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

/** A camera as the browser gives it: its track can be stopped by us, or end by itself. */
class StandInTrack extends EventTarget {
  readonly kind = 'video'
  readonly label = 'Front camera'
  readyState: 'live' | 'ended' = 'live'
  readonly constraints: unknown[] = []
  getSettings = () => ({ deviceId: 'front' })
  getCapabilities = () => ({ torch: true })
  applyConstraints = (constraints: unknown) => Promise.resolve(void this.constraints.push(constraints))
  stop(): void {
    this.readyState = 'ended'
  }
  unplug(): void {
    this.stop()
    this.dispatchEvent(new Event('ended'))
  }
}

const cameras = ['front', 'back'].map((deviceId) => ({ deviceId, kind: 'videoinput', label: `${deviceId} camera` }))

let tracks: StandInTrack[]
let asked: MediaStreamConstraints[]
/** What the browser answers next: an error, or a picture. */
let answers: (Error | null)[]

const named = (name: string): Error => Object.assign(new Error('said by the browser'), { name })

beforeEach(() => {
  tracks = []
  asked = []
  answers = []
  const media = Object.assign(new EventTarget(), {
    enumerateDevices: () => Promise.resolve([...cameras, { deviceId: 'mic', kind: 'audioinput', label: 'mic' }]),
    getUserMedia: (constraints: MediaStreamConstraints) => {
      asked.push(constraints)
      const error = answers.shift() ?? null
      if (error !== null) return Promise.reject(error)
      const track = new StandInTrack()
      tracks.push(track)
      return Promise.resolve({ getTracks: () => [track], getVideoTracks: () => [track] })
    }
  })
  Object.defineProperty(navigator, 'mediaDevices', { value: media, configurable: true })
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'mediaDevices')
  Reflect.deleteProperty(document, 'hidden')
})

async function open() {
  standIn()
  const shown = show(CameraPanel)
  await flushPromises()
  return shown
}

/** A camera without its panel: what follows its picture is for a real browser. */
async function turnOn(deviceId: string | null = null) {
  standIn()
  const cameras: Camera[] = []
  const { page } = show(
    defineComponent(() => {
      cameras.push(useCamera())
      return () => null
    })
  )
  const [camera] = cameras
  if (camera === undefined) throw new Error('no camera')
  await camera.start(deviceId)
  return { page, camera }
}

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

test('the camera is explained before it is turned on for the first time', async () => {
  const { page } = await open()
  expect(page.text()).toContain('nothing is recorded, kept or sent')
  expect(asked).toEqual([])
  expect(button('Turn the camera on').textContent).toContain('Turn the camera on')
})

test.each<[browser: string, fault: string, words: string]>([
  ['NotFoundError', 'none', 'No camera was found.'],
  ['NotAllowedError', 'denied', 'Allow desktop apps to use the camera'],
  ['NotReadableError', 'in_use', 'Another program may be using it'],
  ['TypeError', 'other', 'said by the browser']
])('a browser that answers %s is told as %s, and asked again on demand', async (browser, fault, words) => {
  answers = [named(browser), named(browser)]
  const { page } = await open()
  button('Turn the camera on').click()
  await expect.poll(() => page.find(`[data-camera-fault=${fault}]`).exists()).toBe(true)
  expect(page.get('[role=alert]').text()).toContain(words)
  button('Try again').click()
  await expect.poll(() => asked).toHaveLength(2)
})

describe('a camera', () => {
  test('is asked for its picture only, never for sound', async () => {
    const { camera } = await turnOn()
    expect(asked).toMatchObject([{ audio: false, video: { facingMode: 'environment' } }])
    expect(camera.state.value).toMatchObject({ at: 'on', deviceId: 'front', hasTorch: true })
    expect(camera.devices.value.map(({ label }) => label)).toEqual(['front camera', 'back camera'])
  })

  test('that is remembered and not plugged in gives way to another', async () => {
    answers = [named('OverconstrainedError')]
    const { camera } = await turnOn('usb')
    expect(asked[0]).toMatchObject({ video: { deviceId: { exact: 'usb' } } })
    expect(camera.state.value.at).toBe('on')
  })

  test('that is unplugged meanwhile is told', async () => {
    const { camera } = await turnOn()
    tracks[0]?.unplug()
    expect(camera.state.value).toMatchObject({ at: 'fault', fault: 'unplugged' })
  })

  test('is off when nobody shows it any more', async () => {
    const { page } = await turnOn()
    page.unmount()
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended'])
  })

  test('is off while nobody sees the window, and on again after that', async () => {
    const { camera } = await turnOn('back')
    setHidden(true)
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended'])
    expect(camera.state.value.at).toBe('off')
    setHidden(false)
    await expect.poll(() => camera.state.value.at).toBe('on')
    expect(asked.at(-1)).toMatchObject({ video: { deviceId: { exact: 'back' } } })
  })

  test('whose picture comes when it is not wanted any more is off at once', async () => {
    standIn()
    const { camera } = await turnOn()
    const late = camera.start('back')
    camera.stop()
    await late
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
    expect(camera.state.value.at).toBe('off')
  })

  test('has a light where it says so', async () => {
    const { camera } = await turnOn()
    await camera.setTorch(true)
    expect(tracks[0]?.constraints).toEqual([{ advanced: [{ torch: true }] }])
    expect(camera.torch.value).toBe(true)
  })
})
