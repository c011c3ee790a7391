import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLocale, useTheme } from 'vuetify'
import { useMediaQuery } from '@/mediaQuery'
import { lookOf } from '@/palettes'
import { loadedWords, wordsOf, type Language, type Words } from '@/i18n'
import { useFaultsStore } from '@/stores/faults'
import { useSettingsStore } from '@/stores/settings'

const baseTextSize = 16

/** Puts language, theme, contrast and text size into effect whenever they change, here or in the system. */
export function useAppliedSettings(): void {
  const store = useSettingsStore()
  const faults = useFaultsStore()
  const i18n = useI18n()
  const vuetifyLocale = useLocale()
  const theme = useTheme()
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  const prefersContrast = useMediaQuery('(prefers-contrast: more)')
  const colorsAreForced = useMediaQuery('(forced-colors: active)')

  const speak = (language: Language, words: Words): void => {
    if (store.language !== language) return
    i18n.setLocaleMessage(language, words)
    i18n.locale.value = language
    vuetifyLocale.current.value = language
    document.documentElement.lang = language
  }
  watchEffect(() => {
    const { language } = store
    const words = loadedWords(language)
    if (words !== null) speak(language, words)
    else
      wordsOf(language).then(
        (given) => speak(language, given),
        (error: unknown) => faults.report(error)
      )
  })
  watchEffect(() => {
    const { theme: chosen, contrast } = store.settings
    const dark = chosen === 'system' ? prefersDark.value : chosen === 'dark'
    const highContrast = contrast === 'system' ? prefersContrast.value : contrast === 'high'
    void theme.change(lookOf({ dark, highContrast }))
    // Where the system puts its own colours over ours, edges are all that is left to tell things apart.
    document.documentElement.dataset['contrast'] = highContrast || colorsAreForced.value ? 'high' : 'standard'
  })
  watchEffect(() => {
    const size = (baseTextSize * store.settings.textSize) / 100
    document.documentElement.style.setProperty('--app-text-size', `${size}px`)
  })
}
