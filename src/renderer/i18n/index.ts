import { createI18n } from 'vue-i18n'
import { english } from './english'
import type { Translation } from './translation'

export const languages = ['en', 'fi'] as const
export type Language = (typeof languages)[number]

/** All that is said in a language. */
export type Words = Translation<typeof english>

/** The nearest language we speak. @param tag BCP 47, e.g. `fi-FI` */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0]
  return languages.find((language) => language === primary) ?? 'en'
}

const loaded = new Map<Language, Words>([['en', english]])

/** The words of a language, null while they are not loaded. */
export function loadedWords(language: Language): Words | null {
  return loaded.get(language) ?? null
}

/** @returns the words of a language, loaded when they are first wanted */
export async function wordsOf(language: Language): Promise<Words> {
  const words = loaded.get(language) ?? (await import('./finnish')).finnish
  loaded.set(language, words)
  return words
}

/** @param words of the language */
export function createTranslations(language: Language, words: Words) {
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    messages: { en: english, fi: english, [language]: words }
  })
}

/** What looks words up: that of the app, or one in another language than the app's. */
export interface Translator {
  readonly t: (key: string, values?: Record<string, unknown> | number) => string
  readonly te: (key: string) => boolean
}
