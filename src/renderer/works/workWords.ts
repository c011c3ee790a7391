import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { WorkLook, WorkRefusal } from '@shared/domain/fieldWork'
import { useWords } from '@/domainWords'

export interface WorkWords {
  readonly look: (look: WorkLook) => string
  readonly refusal: (refusal: WorkRefusal) => string
}

export function useWorkWords(): ComputedRef<WorkWords> {
  const { t } = useI18n()
  const words = useWords()
  return computed(() => ({
    look: (look) => {
      const { tuid } = look
      switch (look.kind) {
        case 'not_known_to_stack':
        case 'kind_unsure':
          return t(`works.looks.${look.kind}`, { tuid })
        case 'new_installed':
          if (look.groupId === null) return t('works.looks.new_installed', { tuid })
          return t('works.looks.new_installed_elsewhere', { tuid, group: words.value.group(look.groupId) })
        case 'new_in_group':
          return t('works.looks.new_in_group', { tuid, group: words.value.group(look.groupId) })
        case 'not_installed':
        case 'already_there':
          return t(`works.looks.${look.kind}`, { tuid, status: words.value.status(look.status) })
        case 'unusual': {
          const now = t('works.looks.unusual', { tuid, status: words.value.status(look.status) })
          return `${now} ${t(`domain.unusualStatusChanges.${look.change}`)}`
        }
      }
    },
    refusal: (refusal) => {
      if (refusal.kind !== 'other_kind') return t(`works.refusals.${refusal.kind}`)
      const [old, fresh] = [refusal.old, refusal.fresh].map((kind) => t(`domain.kinds.${kind}`))
      return t('works.refusals.other_kind', { old: old ?? '', fresh: fresh ?? '' })
    }
  }))
}
