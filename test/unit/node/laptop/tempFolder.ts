import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Where Linux keeps files in memory: nobody waits for a disk there. */
const memory = '/dev/shm'

/**
 * A folder that ends with the test.
 * @param inMemory where the system has such a place
 */
export function tempFolder(inMemory = false): string {
  const folder = mkdtempSync(join(inMemory && existsSync(memory) ? memory : tmpdir(), 'field-installer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
