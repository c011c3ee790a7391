import { news } from '../../src/renderer/about/news/en.ts'
import { news as finnishNews } from '../../src/renderer/about/news/fi.ts'

export interface Release {
  version: string
  /** Midnight UTC of the day. */
  date: Date
  /** What it brought, in sentences. */
  points: string[]
  /** The same in Finnish. */
  finnish: string[]
}

/** The day each version came out, as YYYY-MM-DD: the one thing that the page "What's new" does not know. */
export const releaseDays: Readonly<Record<string, string>> = {
  '0.1.0': '2026-11-26'
}

function dayOf(version: string): Date {
  const day = releaseDays[version]
  if (day === undefined) throw new Error(`scripts/packaging/releases.ts does not say when ${version} came out`)
  return new Date(day)
}

/**
 * What changed from version to version, the newest first: the words of "What's new".
 *
 * @throws in words when a version has no day
 */
export function releases(): Release[] {
  return Object.entries<Readonly<Record<string, string>>>(news).map(([version, points]) => {
    const finnish: Readonly<Record<string, string>> = finnishNews[version as keyof typeof news] // a key of the very list
    return { version, date: dayOf(version), points: Object.values(points), finnish: Object.values(finnish) }
  })
}

/** A version as deb and rpm sort it: what is before a release comes before it, which their own tools get wrong. */
export const linuxVersion = (version: string): string => version.replace('-', '~').replaceAll('-', '.')
