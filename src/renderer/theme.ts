import 'vuetify/styles/layers'
import 'vuetify/styles/core'
import './styles/vuetifyUtilities.css'
import { createVuetify, type ThemeDefinition } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import { en, fi } from 'vuetify/locale'
import { palettes, type Look } from './palettes'

/** Nothing is only half there: lines, hints and what cannot be pressed now are drawn in full. */
const highContrast = {
  'border-opacity': 1,
  'high-emphasis-opacity': 1,
  'medium-emphasis-opacity': 1,
  'disabled-opacity': 0.7
}

const themes: Record<Look, ThemeDefinition> = {
  light: { dark: false, colors: palettes.light, variables: { 'medium-emphasis-opacity': 0.75 } },
  dark: { dark: true, colors: palettes.dark },
  lightHigh: { dark: false, colors: palettes.lightHigh, variables: highContrast },
  darkHigh: { dark: true, colors: palettes.darkHigh, variables: highContrast }
}

/** @param cspNonce of this page load; without it the content security policy refuses the theme's style element */
export function createTheme(cspNonce: string) {
  return createVuetify({
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    locale: { locale: 'en', fallback: 'en', messages: { en, fi } },
    theme: { defaultTheme: 'system', cspNonce, themes },
    defaults: {
      VBtn: { size: 'large', rounded: 'lg' },
      VTextField: { variant: 'outlined', color: 'primary' },
      VTextarea: { variant: 'outlined', color: 'primary' },
      VSelect: { variant: 'outlined', color: 'primary' },
      VAutocomplete: { variant: 'outlined', color: 'primary' },
      VCombobox: { variant: 'outlined', color: 'primary' },
      VCard: { rounded: 'lg', elevation: 0, border: true },
      VAlert: { rounded: 'lg', variant: 'tonal' },
      VTooltip: { openDelay: 300 }
    }
  })
}
