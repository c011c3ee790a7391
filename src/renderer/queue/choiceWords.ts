import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Choice, Need } from '@shared/domain/action'

export interface ChoiceWords {
  /** On the button. */
  readonly label: string
  /** Beside it, going on from the label. */
  readonly meaning: string
  /** The same as a sentence of its own. */
  readonly sentence: string
}

/**
 * The answers to what needs a person, in words: "mine" and "theirs" only where the server's side is on screen as well.
 * A plain refusal says nothing of what the server holds.
 */
export function useChoiceWords(): ComputedRef<(need: Need, choice: Choice) => ChoiceWords> {
  const { t } = useI18n()
  return computed(() => (need, choice) => {
    const sides = need.serverShows === null ? 'alone' : 'compared'
    return {
      label: t(`queue.choices.${sides}.${choice}`),
      meaning: t(`queue.choiceMeanings.${sides}.${choice}`),
      sentence: t(`queue.choiceLong.${sides}.${choice}`)
    }
  })
}
