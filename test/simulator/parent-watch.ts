const LOOK_EVERY_MS = 500

/**
 * Calls `orphaned` once the process that started this one is gone. `npm run` puts a shell in between that dies of a
 * signal without passing it on: without this, stopping npm would leave the simulator behind, holding its port.
 */
export function watchParent(orphaned: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    orphaned()
  }, LOOK_EVERY_MS)
  timer.unref()
}
