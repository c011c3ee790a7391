import type { WindowBounds } from '../ports/settingsStore'
import { smallestWindow, type WindowPlace } from './windowOptions'

/** In DIP, like all of Electron's screen coordinates. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const usualSize = { width: 1280, height: 820 } as const

/** What must be on a screen for a person to get hold of the window: a piece of its title bar. */
const handle = { width: 120, height: 32 } as const

/**
 * Where the window opens: where it was, if that is still on a screen, else in the middle of the first one. Screens
 * come and go with docking stations, so what was remembered is only a wish.
 *
 * @param screens work areas of all displays, the primary one first
 */
export function placeWindow(remembered: WindowBounds | null, screens: readonly Area[]): WindowPlace {
  const home = remembered === null ? undefined : screens.find((screen) => canBeGrabbed(remembered, screen))
  const screen = home ?? screens[0]
  const wanted = remembered ?? usualSize
  if (screen === undefined) return { width: wanted.width, height: wanted.height }

  const width = limit(wanted.width, smallestWindow.width, screen.width)
  const height = limit(wanted.height, smallestWindow.height, screen.height)
  if (remembered === null || home === undefined) return { width, height }
  return { x: remembered.x, y: Math.max(remembered.y, home.y), width, height }
}

function canBeGrabbed(bounds: WindowBounds, screen: Area): boolean {
  const across = overlap(bounds.x, bounds.width, screen.x, screen.width)
  const down = overlap(bounds.y, handle.height, screen.y, screen.height)
  return across >= handle.width && down >= handle.height / 2
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

/** The screen has the last word: a window larger than it could not be made smaller again. */
function limit(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
