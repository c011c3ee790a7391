import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

/** Names the window after the page, in the language of the moment. */
export function usePageTitle(): void {
  const route = useRoute()
  const { t } = useI18n()
  watchEffect(() => {
    // Before the first page is resolved there is none to name.
    const key = route.matched.length === 0 ? null : route.meta.title
    document.title =
      key === null
        ? t('common.appName')
        : t('common.pageTitle', { page: t(key, { ...route.params }), app: t('common.appName') })
  })
}
