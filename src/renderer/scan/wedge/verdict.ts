import { readLabel } from '@shared/domain/label'
import { isMachine, type KeyBurst } from './keyBurst'
import { isSurelyOurs } from '../surelyOurs'
import { layoutMismatch } from './layouts'

/**
 * Where the keys of a burst went. `elsewhere`: nowhere that takes letters, e.g. a button. `text`: a field that is not
 * for labels. `label`: the field for labels, with what stands in it now.
 */
export type Place =
  { readonly kind: 'elsewhere' } | { readonly kind: 'text' } | { readonly kind: 'label'; readonly whole: string }

/** `scan`: a hand scanner sent it. `torn`: one did, but not all of it arrived. `typed`: leave it to whoever it went to. */
export type Verdict = 'scan' | 'torn' | 'typed'

/** Shorter than any label, long enough that nobody hits so many keys and Enter at once over a button. */
const shortestScan = 4

/**
 * Tells what a burst of keys was when it ended.
 *
 * Into a text field only what cannot be anything else than a label counts as scanned: password managers and fast
 * fingers type there too. Over a button nothing else types that fast, so whatever it is, it is a scan.
 *
 * @param terminated by Enter or Tab; otherwise by silence
 */
export function verdictOf(burst: KeyBurst, place: Place, terminated: boolean): Verdict {
  // Silence ends a scan, and is what a person does between two words.
  if (!terminated && !isMachine(burst)) return 'typed'
  const sure = isSurelyLabel(burst) || layoutMismatch(burst.text) !== null
  switch (place.kind) {
    case 'text':
      return sure ? 'scan' : 'typed'
    case 'label':
      // What a person began, or a scan that stumbled, is one label with the rest of it.
      if (place.whole !== burst.text && isFlawless(place.whole)) return 'typed'
      return sure || (burst.isWhole && isMachine(burst)) ? 'scan' : 'typed'
    case 'elsewhere':
      if (sure) return 'scan'
      if (burst.text.length < shortestScan) return 'typed'
      return burst.isWhole ? 'scan' : 'torn'
  }
}

/** A label that is none but ours. The end of a stumbling scan may look like a short one, so it must be whole. */
function isSurelyLabel({ text, isWhole }: KeyBurst): boolean {
  if (!isSurelyOurs(text)) return false
  const label = readLabel(text)
  return isWhole || (label.ok && !label.warnings.includes('unusual_length'))
}

function isFlawless(text: string): boolean {
  const label = readLabel(text)
  return label.ok && label.warnings.every((warning) => warning === 'extra_parts')
}
