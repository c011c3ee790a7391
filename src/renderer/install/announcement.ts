import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDoneThingsStore } from './doneThingsStore'
import { useInstallStore } from './installStore'

/** What a screen reader is told when something was saved or was not; all else stands where it is shown. */
export function useAnnouncement(): ComputedRef<string> {
  const store = useInstallStore()
  const done = useDoneThingsStore()
  const { t } = useI18n()
  return computed(() => {
    if (store.thing?.saving.state === 'not_saved') return t('common.truth.not_saved')
    const latest = done.things[0]
    if (latest === undefined) return ''
    return latest.actions.length === 0
      ? t('install.announce.asItWas', { tuid: latest.tuid })
      : t('install.announce.saved', { tuid: latest.tuid })
  })
}
