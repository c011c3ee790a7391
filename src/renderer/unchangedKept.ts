/**
 * The newer of two lists, in which whatever has not changed is the very same object as before, so that nothing that
 * shows it is drawn again. The older list itself when nothing has changed.
 *
 * @param idOf tells the entries of one list apart
 */
export function unchangedKept<T>(before: readonly T[], after: readonly T[], idOf: (entry: T) => string): readonly T[] {
  const known = new Map(before.map((entry) => [idOf(entry), entry]))
  const kept = after.map((entry) => {
    const old = known.get(idOf(entry))
    // Plain data as it came over the bridge, its fields always in the same order.
    return old !== undefined && JSON.stringify(old) === JSON.stringify(entry) ? old : entry
  })
  const isSame = kept.length === before.length && kept.every((entry, index) => entry === before[index])
  return isSame ? before : kept
}
