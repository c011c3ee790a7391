import { ownReasonIn } from '@shared/domain/discardReason'
import type { Translator } from './i18n'

/** Why something was discarded or done: the app's own reasons in the language of now, a person's words as they are. */
export function reasonIn(t: Translator['t'], reason: string): string {
  const own = ownReasonIn(reason)
  return own === null ? reason : t(`common.reasons.${own}`)
}
