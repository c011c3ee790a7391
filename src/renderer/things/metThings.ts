import { readLabel } from '@shared/domain/label'
import type { Tuid } from '@shared/domain/tuid'
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

/** The thing that a search text names as a whole, by its TUID or by the text of its label; met or not. */
export function thingNamed(search: string): Tuid | null {
  const label = readLabel(search)
  // A word such as "presence" has the characters of a TUID as well, but no TUID is without a digit.
  return label.ok && /\d/.test(label.tuid) ? label.tuid : null
}
