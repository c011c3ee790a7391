import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Action, Choice, Need } from '@shared/domain/action'

/** What a person may do about what needs one: a choice, or to have it sent no more. */
export type WayOut = Choice | 'discard'

/**
 * What is offered, one way for each end. Keeping what the server holds and discarding come to the same: the first is
 * said where that is on screen, the second, which asks for a reason, where nobody could see it.
 */
export function waysOut(need: Need): readonly WayOut[] {
  if (need.serverShows !== null && need.choices.includes('keep_theirs')) return need.choices
  return [...need.choices.filter((choice) => choice !== 'keep_theirs'), 'discard']
}

/** Of what is discarded: whether it may have happened all the same. */
export function discardedAs({ state, need }: Pick<Action, 'state' | 'need'>): 'pending' | 'refused' | 'unsure' {
  if (state === 'unknown' || need?.reason === 'cannot_tell' || need?.reason === 'contradicted') return 'unsure'
  return need?.reason === 'refused' ? 'refused' : 'pending'
}

export interface WayOutWords {
  /** On the button. */
  readonly label: string
  /** Beside it, going on from the label. */
  readonly meaning: string
  /** The same as a sentence of its own. */
  readonly sentence: string
}

/**
 * The ways out of what needs a person, in words: "mine" and "theirs" only where the server's side is on screen as well.
 * A plain refusal says nothing of what the server holds.
 */
export function useWayOutWords(): ComputedRef<(need: Need, way: WayOut) => WayOutWords> {
  const { t } = useI18n()
  return computed(() => (need, way) => {
    if (way === 'discard') {
      const as = discardedAs({ state: 'needs_you', need })
      return {
        label: t('queue.discard'),
        meaning: t(`queue.discardMeanings.${as}`),
        sentence: t(`queue.discarding.${as}`)
      }
    }
    const sides = need.serverShows === null && way !== 'keep_theirs' ? 'alone' : 'compared'
    return {
      label: t(`queue.choices.${sides}.${way}`),
      meaning: t(`queue.choiceMeanings.${sides}.${way}`),
      sentence: t(`queue.choiceLong.${sides}.${way}`)
    }
  })
}
