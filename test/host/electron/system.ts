import { EventEmitter } from 'node:events'

let clipboardText = ''

/** `clipboard`: of this process alone. */
export const clipboard = {
  readText: (): string => clipboardText,
  writeText: (text: string): void => void (clipboardText = text),
  clear: (): void => void (clipboardText = '')
}

class PowerMonitor extends EventEmitter {
  getSystemIdleTime = (): number => 0
  getSystemIdleState = (): string => 'active'
  isOnBatteryPower = (): boolean => false
}

/**
 * `powerMonitor`: silent until a test emits 'suspend' or 'resume'. There is input all the time until a test puts another
 * `getSystemIdleTime` (seconds) in the place of this one.
 */
export const powerMonitor = new PowerMonitor()

/** `screen`: one display of a common size. */
const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 }
}

class Screen extends EventEmitter {
  getPrimaryDisplay = (): typeof display => display
  getAllDisplays = (): (typeof display)[] => [display]
  getDisplayMatching = (): typeof display => display
  getDisplayNearestPoint = (): typeof display => display
}

export const screen = new Screen()
