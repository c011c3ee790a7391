import type { ShownVisit } from '@shared/domain/visit'

/** The visits whose site, stack, installer or note holds every word that is looked for, in any case. */
export function visitsMeant(visits: readonly ShownVisit[], search: string): ShownVisit[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/u)
  return visits.filter(({ site, stackName, installer, note }) => {
    const text = [site, stackName, installer, note].join('\n').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
