import type { Visit } from '@shared/domain/visit'
import type { FoundVisit } from '../../ports/visitBook'
import { inJson } from './queueConditions'
import type { Statements } from './statements'

/** Newest first: what somebody looks for by a word was mostly done last. */
const wordsOfThings = `
  SELECT tuid, concat_ws(char(10), tuid, ${inJson('thing', 'note')}, ${inJson('thing', 'place.floor')},
    ${inJson('thing', 'place.room')}, ${inJson('thing', 'place.text')}) AS words
  FROM visit_things WHERE visit_id = ? ORDER BY id DESC`

/**
 * The visits that hold every word: in their own words, or in the TUID, note or place of one of their things. SQLite
 * folds the case of ASCII alone, so that is done here.
 *
 * @param words in lower case
 */
export function visitsHolding(
  statements: Statements,
  visits: readonly Visit[],
  words: readonly string[]
): FoundVisit[] {
  return visits.flatMap((visit): FoundVisit[] => {
    const { id, site, stackName, installer, note } = visit
    const own = folded([site, stackName, installer, note].join('\n'))
    const missing = new Set(words.filter((word) => !own.includes(word)))
    if (missing.size === 0) return [{ id, tuid: null }]
    let tuid: string | null = null
    for (const row of statements.of(wordsOfThings).iterate(id)) {
      const text = folded(String(row['words']))
      const held = [...missing].filter((word) => text.includes(word))
      if (held.length === 0) continue
      tuid ??= String(row['tuid'])
      for (const word of held) missing.delete(word)
      if (missing.size === 0) return [{ id, tuid }]
    }
    return []
  })
}

function folded(text: string): string {
  return text.toLocaleLowerCase()
}
