import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Problem } from '@shared/domain/problem'

export interface ProblemWords {
  /** What happened, without a full stop. */
  readonly title: string
  /** What to do about it. */
  readonly next: string
}

/** Why something could not be read, as it concerns a thing on the bench rather than the set-up of a stack. */
export function useProblemWords(): ComputedRef<(problem: Problem) => ProblemWords> {
  const { t } = useI18n()
  return computed(() => ({ kind }) => {
    if (kind === 'bad_credentials') return { title: t('thing.facts.signIn'), next: t('thing.facts.signInNext') }
    // That the stack does not know the thing is said of the whole of it; here, one part of it is missing.
    if (kind === 'not_found') return { title: t('thing.facts.partMissing'), next: t('thing.facts.partMissingNext') }
    return { title: t(`problems.${kind}.title`), next: t(`problems.${kind}.next`) }
  })
}
