import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLocale, useTheme } from 'vuetify'
import { useSettingsStore } from '@/stores/settings'

const baseTextSize = 16

/** Puts language, theme and text size into effect whenever they change. */
export function useAppliedSettings(): void {
  const store = useSettingsStore()
  const { locale } = useI18n()
  const vuetifyLocale = useLocale()
  const theme = useTheme()

  watchEffect(() => {
    locale.value = store.language
    vuetifyLocale.current.value = store.language
    document.documentElement.lang = store.language
  })
  watchEffect(() => void theme.change(store.settings.theme))
  watchEffect(() => {
    const size = (baseTextSize * store.settings.textSize) / 100
    document.documentElement.style.setProperty('--app-text-size', `${size}px`)
  })
}
