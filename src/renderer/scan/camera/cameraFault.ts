/** Why there is no picture. `unplugged`: there was one; `decoder`: there is one, but codes cannot be read in it. */
export const cameraFaults = ['none', 'denied', 'in_use', 'unplugged', 'decoder', 'other'] as const
export type CameraFault = (typeof cameraFaults)[number]

/** By the names that `getUserMedia` gives its errors (W3C Media Capture, 10.2). */
export function cameraFaultOf(error: unknown): CameraFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use'
    default:
      return 'other'
  }
}
