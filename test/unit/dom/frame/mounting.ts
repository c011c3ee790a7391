import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, type Router } from 'vue-router'
import { createTranslations, type Language } from '@/i18n'
import { english } from '@/i18n/english'
import { finnish } from '@/i18n/finnish'
import { createPages } from '@/router'
import { createTheme } from '@/theme'

// happy-dom lays nothing out and has no visual viewport; Vuetify's dialogs listen to it.
Object.defineProperty(window, 'visualViewport', { value: new EventTarget(), configurable: true })

/** What the app says, in each language. */
export const wordsIn = { en: english, fi: finnish }

interface Mounting {
  props?: Record<string, unknown>
  slots?: Record<string, string>
  language?: Language
}

let mounted: VueWrapper | null = null
afterEach(() => {
  mounted?.unmount()
  mounted = null
  document.body.replaceChildren()
})

/** Shows a component as the app does: with its languages, theme, pages and fresh stores. */
export function show(
  component: Component,
  { props, slots, language = 'en' }: Mounting = {}
): {
  page: VueWrapper
  router: Router
} {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = createPages(createMemoryHistory())
  mounted = mount(component, {
    attachTo: document.body,
    ...(props === undefined ? {} : { props }),
    ...(slots === undefined ? {} : { slots }),
    global: { plugins: [pinia, createTranslations(language, wordsIn[language]), createTheme(''), router] }
  })
  return { page: mounted, router }
}

/** The button with these words, wherever it is: dialogs are shown at the end of the body. */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button, a')].find(
    (one) => one.textContent.trim() === words || one.getAttribute('aria-label') === words
  )
  if (found === undefined) throw new Error(`no button "${words}" in: ${document.body.textContent}`)
  return found
}
