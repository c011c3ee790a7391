import { readLabel } from '@shared/domain/label'
import type { MetThing } from '@shared/ipc/channels'

/**
 * Those that a person may mean: by any part of the TUID, spaces and case left aside, by the words for the kind, or by
 * the whole text of a label.
 *
 * @param kindOf a thing's kind in words
 */
export function thingsMeant(
  things: readonly MetThing[],
  search: string,
  kindOf: (tuid: string) => string
): readonly MetThing[] {
  const label = readLabel(search)
  const words = search.trim().toLowerCase()
  if (words === '') return things
  const part = words.replaceAll(/\s+/g, '').toUpperCase()
  return things.filter(
    ({ tuid }) => tuid.includes(part) || (label.ok && tuid === label.tuid) || kindOf(tuid).toLowerCase().includes(words)
  )
}
