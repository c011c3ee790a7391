import type { news } from './news/en'

/** The versions of which there is something to tell; the words themselves are loaded when they are wanted. */
export const newsVersions: readonly (keyof typeof news)[] = ['0.1.0']

/**
 * Whether an update brought something that this person has not been told.
 *
 * @param seen the version whose news were seen last; null: nothing was updated yet
 */
export function hasNews(version: string, seen: string | null): boolean {
  return seen !== null && seen !== version && newsVersions.some((one) => one === version)
}
