import type { SavedWork } from './worksStore'

/** The things of a piece of work by what they are in it: of a replacement the new one was captured first. */
export function workRoles({ kind, tuids }: Pick<SavedWork, 'kind' | 'tuids'>): { first: string; second: string } {
  const [one = '', other = ''] = tuids
  return kind === 'replace' ? { first: other, second: one } : { first: one, second: '' }
}
