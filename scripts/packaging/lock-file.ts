import { z } from 'zod'

const entrySchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional()
})

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), entrySchema)
})

export type LockFile = z.output<typeof lockSchema>

/** @param text of package-lock.json. @throws when it is none that npm 7 or later wrote */
export function readLockFile(text: string): LockFile {
  return lockSchema.parse(JSON.parse(text))
}

/**
 * What would let something else be installed than was reviewed.
 *
 * @returns each fault in words; empty when there is none
 */
export function lockFileFaults({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return []
    const faults: string[] = []
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')) faults.push(`${path}: no SHA-512 of its content`)
    if (!/^\d+\.\d+\.\d+/.test(entry.version ?? '')) faults.push(`${path}: no version of a registry`)
    if (entry.link === true) faults.push(`${path}: a link into the machine it was made on`)
    // Left out by .npmrc, so that npm asks the registry of whoever installs, and no other can be slipped in.
    if (entry.resolved !== undefined) faults.push(`${path}: names a place to download it from`)
    return faults
  })
}
