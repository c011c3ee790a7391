import { powerMonitor } from 'electron'

/**
 * Tells when the laptop comes back to somebody: the lid was opened or the screen unlocked. What was known of the
 * network before says nothing any more.
 *
 * @returns a function that stops watching
 */
export function watchWake(onWake: () => void): () => void {
  const wake = (): void => onWake()
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  return () => {
    powerMonitor.off('resume', wake)
    powerMonitor.off('unlock-screen', wake)
  }
}
