/** Besides Vuetify's own names, one colour for each kind of truth. */
export type Palette = Readonly<Record<string, string>>

/** Every colour of text has at least 4.5:1 on what it stands on. */
const light: Palette = {
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
}

const dark: Palette = {
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

/** Every colour of text has at least 7:1 on what it stands on: WCAG 1.4.6. */
const lightHigh: Palette = {
  background: '#FFFFFF',
  'on-background': '#000000',
  surface: '#FFFFFF',
  'on-surface': '#000000',
  'surface-light': '#EEF1F1',
  'on-surface-light': '#000000',
  'surface-variant': '#000000',
  'on-surface-variant': '#FFFFFF',
  primary: '#00333B',
  secondary: '#223236',
  error: '#740D07',
  info: '#08366A',
  success: '#0A401D',
  warning: '#4F3100',
  confirmed: '#0A401D',
  waiting: '#08366A',
  unsure: '#4F3100',
  needsyou: '#642603',
  notsaved: '#740D07',
  quiet: '#2E383B'
}

const darkHigh: Palette = {
  background: '#000000',
  'on-background': '#FFFFFF',
  surface: '#000000',
  'on-surface': '#FFFFFF',
  'surface-light': '#161D1F',
  'on-surface-light': '#FFFFFF',
  'surface-variant': '#FFFFFF',
  'on-surface-variant': '#000000',
  primary: '#9BE4EE',
  secondary: '#D3E0E3',
  error: '#FFC1BA',
  info: '#BBDAFF',
  success: '#A6EDB8',
  warning: '#FFD97F',
  confirmed: '#A6EDB8',
  waiting: '#BBDAFF',
  unsure: '#FFD97F',
  needsyou: '#FFC7A0',
  notsaved: '#FFC1BA',
  quiet: '#D6E0E2'
}

/** What text, icons and filled buttons are coloured with. */
export const textColors = [
  'primary',
  'secondary',
  'error',
  'info',
  'success',
  'warning',
  'confirmed',
  'waiting',
  'unsure',
  'needsyou',
  'notsaved',
  'quiet'
] as const

/** What stands on a filled button or badge is as far from it as can be. */
function withLetters(palette: Palette, letters: string): Palette {
  return { ...palette, ...Object.fromEntries(textColors.map((name) => [`on-${name}`, letters])) }
}

export const palettes = {
  light,
  dark,
  lightHigh: withLetters(lightHigh, '#FFFFFF'),
  darkHigh: withLetters(darkHigh, '#000000')
} as const

export type Look = keyof typeof palettes

/** The look for what was chosen or is asked for by the system. */
export function lookOf({ dark, highContrast }: { dark: boolean; highContrast: boolean }): Look {
  if (highContrast) return dark ? 'darkHigh' : 'lightHigh'
  return dark ? 'dark' : 'light'
}
