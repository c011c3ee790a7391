import { deviceKindOf } from '@shared/domain/deviceKind'
import { readLabel } from '@shared/domain/label'

/** Whether a text is a label that cannot be anything else: many a number of another make has the form of a TUID. */
export function isSurelyOurs(text: string): boolean {
  const label = readLabel(text)
  return label.ok && (label.form !== 'tuid' || deviceKindOf(label.tuid).certainty !== 'unknown')
}
