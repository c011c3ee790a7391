import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whom nothing belongs to. */
const nobody = 65_534

/** Does something while a folder and its files can only be read, also where the tests run as root. */
export function withoutPrivileges(folder: string, work: (folder: string) => void): void {
  const isRoot = process.geteuid?.() === 0
  const files = readdirSync(folder).map((name) => join(folder, name))
  for (const file of files) chmodSync(file, 0o444)
  chmodSync(folder, 0o555)
  if (isRoot) process.seteuid?.(nobody)
  try {
    work(folder)
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(folder, 0o755)
    for (const file of files) chmodSync(file, 0o644)
  }
}
