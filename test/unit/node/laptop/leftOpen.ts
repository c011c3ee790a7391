import { onTestFinished } from 'vitest'

const leftOpen = new Set<() => unknown>()
let willClose = false

/**
 * Closes something when the test is finished, the last first, unless that is done before: a test that opens thousands of
 * them one after the other then holds none of those it is through with.
 *
 * @returns closes it now
 */
export function closeWhenFinished(close: () => unknown): () => Promise<void> {
  // Once for all of a test: each time, Vitest keeps the stack that it was told on, and whatever stands there, until its end.
  if (!willClose) onTestFinished(closeAll)
  willClose = true
  leftOpen.add(close)
  return async () => {
    leftOpen.delete(close)
    await close()
  }
}

async function closeAll(): Promise<void> {
  willClose = false
  const all = [...leftOpen].toReversed()
  leftOpen.clear()
  for (const close of all) await close()
}
