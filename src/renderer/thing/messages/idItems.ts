/** One message or event id to choose, in words and as a number. */
export interface IdItem {
  readonly value: number
  readonly title: string
}

/** tsmId and tsmEv as somebody types them. Larger ones are no ids. */
const typedId = /^\s*(\d{1,9})\s*$/

/**
 * What there is to choose: every id that is known, was met, or is chosen already, and the number that is being typed,
 * since a device may send what no catalogue knows.
 *
 * @param nameOf its name, null where it has none
 */
export function idItems(
  ids: Iterable<number>,
  typed: string,
  words: { readonly nameOf: (id: number) => string | null; readonly unknown: (id: number) => string }
): IdItem[] {
  const all = new Set(ids)
  const number = typedId.exec(typed)?.[1]
  if (number !== undefined) all.add(Number(number))
  return [...all]
    .toSorted((a, b) => a - b)
    .map((value) => {
      const name = words.nameOf(value)
      return { value, title: name === null ? words.unknown(value) : `${name} · ${value}` }
    })
}
