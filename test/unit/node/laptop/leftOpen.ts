import { onTestFinished } from 'vitest'

const leftOpen = new Set<() => unknown>()

/**
 * Closes something when the test is finished, the last first, unless that is done before: a test that opens thousands of
 * them one after the other then holds none of those it is through with.
 *
 * @returns closes it now
 */
export function closeWhenFinished(close: () => unknown): () => Promise<void> {
  if (leftOpen.size === 0) onTestFinished(closeAll)
  leftOpen.add(close)
  return async () => {
    leftOpen.delete(close)
    await close()
  }
}

async function closeAll(): Promise<void> {
  const all = [...leftOpen].toReversed()
  leftOpen.clear()
  for (const close of all) await close()
}
