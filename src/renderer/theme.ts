import 'vuetify/styles'
import { createVuetify, type ThemeDefinition } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import { en, fi } from 'vuetify/locale'

/** Besides Vuetify's own, one colour for each kind of truth. Every one has at least 4.5:1 on the surface. */
const light: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#EFF2F1',
    surface: '#FFFFFF',
    'surface-light': '#E4EAE9',
    'surface-variant': '#2C3A3D',
    'on-surface-variant': '#F2F6F6',
    primary: '#17565F',
    secondary: '#4A5F63',
    error: '#AE2218',
    info: '#1B5A9C',
    success: '#1C7038',
    warning: '#825400',
    confirmed: '#1C7038',
    waiting: '#1B5A9C',
    unsure: '#825400',
    needsyou: '#A8430B',
    notsaved: '#AE2218',
    quiet: '#55656A'
  },
  variables: { 'medium-emphasis-opacity': 0.75 }
}

const dark: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#101718',
    surface: '#192224',
    'surface-light': '#263235',
    'surface-variant': '#C9D4D5',
    'on-surface-variant': '#162022',
    primary: '#7CC7D0',
    'on-primary': '#05262B',
    secondary: '#A9BDC1',
    error: '#FF9C92',
    info: '#93C0F5',
    success: '#83D197',
    warning: '#F1C15B',
    confirmed: '#83D197',
    waiting: '#93C0F5',
    unsure: '#F1C15B',
    needsyou: '#FFA56E',
    notsaved: '#FF9C92',
    quiet: '#A5B4B7'
  }
}

/** @param cspNonce of this page load; without it the content security policy refuses the theme's style element */
export function createTheme(cspNonce: string) {
  return createVuetify({
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    locale: { locale: 'en', fallback: 'en', messages: { en, fi } },
    theme: { defaultTheme: 'system', cspNonce, themes: { light, dark } },
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
