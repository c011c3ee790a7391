/** The part of the whole time that is shown, in percent. */
export interface Zoom {
  readonly start: number
  readonly end: number
}

export const wholeTime: Zoom = { start: 0, end: 100 }

export const zoomSteps = ['in', 'out', 'earlier', 'later', 'whole'] as const
export type ZoomStep = (typeof zoomSteps)[number]

/** Closer than this there is nothing more to see, in percent. */
const closest = 0.5

/** One step from what is shown: half or twice of it around its middle, or half of it to one side. */
export function zoomed({ start, end }: Zoom, step: ZoomStep): Zoom {
  const [middle, length] = [(start + end) / 2, end - start]
  switch (step) {
    case 'in':
      return around(middle, Math.max(length / 2, closest))
    case 'out':
      return around(middle, length * 2)
    case 'earlier':
      return around(middle - length / 2, length)
    case 'later':
      return around(middle + length / 2, length)
    case 'whole':
      return wholeTime
  }
}

/** Whether a step leads anywhere. */
export function isPossible(zoom: Zoom, step: ZoomStep): boolean {
  const next = zoomed(zoom, step)
  return next.start !== zoom.start || next.end !== zoom.end
}

/** Kept within the whole, and as long as asked where that is possible. */
function around(middle: number, length: number): Zoom {
  const wanted = Math.min(length, 100)
  const start = Math.min(Math.max(middle - wanted / 2, 0), 100 - wanted)
  return { start, end: start + wanted }
}
