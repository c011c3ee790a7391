import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Where Linux keeps files in memory: nobody waits for a disk there. */
const memory = '/dev/shm'

/** A folder that ends with the test. */
export function tempFolder(): string {
  const folder = folderToRemove()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * A folder that whoever makes it has to remove.
 * @param inMemory where the system has such a place
 */
export function folderToRemove(inMemory = false): string {
  return mkdtempSync(join(inMemory && existsSync(memory) ? memory : tmpdir(), 'field-installer-'))
}
