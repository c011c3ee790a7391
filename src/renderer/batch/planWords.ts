import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { BatchPlan } from '@shared/domain/visit'
import { useWords } from '@/domainWords'
import { useIntentWords } from '@/intentWords'

/** "Each scan: into the group prfi00attic, status Installed." */
export function usePlanWords(): ComputedRef<(plan: BatchPlan) => string> {
  const { t } = useI18n()
  const words = useWords()
  const intentWords = useIntentWords()
  return computed(() => ({ groupId, status, command, kind }: BatchPlan) => {
    const parts = [
      groupId === null ? null : t('visits.batch.summaryGroup', { group: words.value.group(groupId) }),
      status === null ? null : t('visits.batch.summaryStatus', { status: words.value.status(status) }),
      command === null ? null : t('visits.batch.summaryCommand', { command: intentWords.value.command(command) }),
      kind === null ? null : t('visits.batch.summaryKind', { kind: t(`domain.kinds.${kind}`) })
    ]
    return t('visits.batch.summary', { what: parts.filter((part) => part !== null).join(', ') })
  })
}
