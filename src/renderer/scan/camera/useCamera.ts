import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { cameraFaultOf, type CameraFault } from './cameraFault'

export type CameraState =
  | { readonly at: 'off' | 'starting' }
  | { readonly at: 'on'; readonly stream: MediaStream; readonly deviceId: string | null; readonly hasTorch: boolean }
  | { readonly at: 'fault'; readonly fault: CameraFault; readonly detail: string }

export interface Camera {
  readonly state: ShallowRef<CameraState>
  /** Every camera of this machine, with its name once one of them was allowed. */
  readonly devices: ShallowRef<readonly MediaDeviceInfo[]>
  readonly torch: ShallowRef<boolean>
  /** @param deviceId the one that was chosen; null, or one that is gone: whichever the system takes first */
  readonly start: (deviceId: string | null) => Promise<void>
  readonly stop: () => void
  readonly setTorch: (wanted: boolean) => Promise<void>
}

/** Enough to read a label at arm's length, little enough to be decoded several times a second. */
const forLabels: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } }

/**
 * One camera of this machine. It is off again as soon as nobody shows it, or nobody sees the window.
 *
 * @param picture how large its picture should be
 */
export function useCamera(picture: MediaTrackConstraints = forLabels): Camera {
  const state = shallowRef<CameraState>({ at: 'off' })
  const devices = shallowRef<readonly MediaDeviceInfo[]>([])
  const torch = shallowRef(false)
  /** Counts starts and stops: a picture that comes after the next of them is for nobody. */
  let turn = 0
  let wanted: { readonly deviceId: string | null } | null = null

  async function start(deviceId: string | null): Promise<void> {
    release()
    wanted = { deviceId }
    const mine = (turn += 1)
    state.value = { at: 'starting' }
    try {
      const stream = await open(deviceId, picture)
      if (mine !== turn) stopTracks(stream)
      else show(stream)
    } catch (error) {
      if (mine === turn) state.value = { at: 'fault', fault: cameraFaultOf(error), detail: String(error) }
    }
    await listDevices()
  }

  function show(stream: MediaStream): void {
    const [track] = stream.getVideoTracks()
    track?.addEventListener('ended', () => {
      if (state.value.at !== 'on' || state.value.stream !== stream) return
      release()
      state.value = { at: 'fault', fault: 'unplugged', detail: track.label }
    })
    // What the type does not know, a camera may have all the same.
    const abilities = (track?.getCapabilities() ?? {}) as MediaTrackCapabilities & { torch?: boolean }
    state.value = {
      at: 'on',
      stream,
      deviceId: track?.getSettings().deviceId ?? null,
      hasTorch: abilities.torch === true
    }
  }

  async function setTorch(isOn: boolean): Promise<void> {
    if (state.value.at !== 'on') return
    const [track] = state.value.stream.getVideoTracks()
    const light: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn }
    try {
      await track?.applyConstraints({ advanced: [light] })
      torch.value = isOn
    } catch {
      // The light stays as it is, and so does the button that says so.
    }
  }

  function stop(): void {
    wanted = null
    release()
    state.value = { at: 'off' }
  }

  function release(): void {
    turn += 1
    torch.value = false
    if (state.value.at === 'on') stopTracks(state.value.stream)
  }

  async function listDevices(): Promise<void> {
    // Undefined where the browser does not count the page as secure, whatever the types say.
    const media = navigator.mediaDevices as MediaDevices | undefined
    const all = (await media?.enumerateDevices()) ?? []
    devices.value = all.filter(({ kind }) => kind === 'videoinput')
  }

  /** A window nobody sees needs no picture; back in sight, it goes on. */
  function followVisibility(): void {
    if (document.hidden) {
      release()
      if (state.value.at !== 'fault') state.value = { at: 'off' }
    } else if (wanted !== null && state.value.at === 'off') {
      void start(wanted.deviceId)
    }
  }

  const listening = new AbortController()
  document.addEventListener('visibilitychange', followVisibility, { signal: listening.signal })
  const media = navigator.mediaDevices as MediaDevices | undefined // as above
  media?.addEventListener('devicechange', () => void listDevices(), { signal: listening.signal })
  onScopeDispose(() => {
    listening.abort()
    stop()
  })

  return { state, devices, torch, start, stop, setTorch }
}

async function open(deviceId: string | null, picture: MediaTrackConstraints): Promise<MediaStream> {
  const media = navigator.mediaDevices as MediaDevices | undefined // as above
  if (media === undefined) throw new DOMException('this page may not use cameras', 'NotFoundError')
  if (deviceId === null) return media.getUserMedia({ audio: false, video: { ...picture, facingMode: 'environment' } })
  try {
    return await media.getUserMedia({ audio: false, video: { ...picture, deviceId: { exact: deviceId } } })
  } catch (error) {
    // The remembered one is not plugged in today.
    const isGone = error instanceof Error && ['OverconstrainedError', 'NotFoundError'].includes(error.name)
    if (!isGone) throw error
    return media.getUserMedia({ audio: false, video: picture })
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
