import './styles/base.css'
import './styles/contrast.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import AppRoot from './frame/AppRoot.vue'
import { createTranslations, wordsOf } from './i18n'
import { english } from './i18n/english'
import { createPages } from './router'
import { useFaultsStore } from './stores/faults'
import { useSettingsStore } from './stores/settings'
import { useStorageStore } from './stores/storage'
import { createTheme } from './theme'

/**
 * Opens the page. Not at the top level of a module: what is loaded later imports from this one, and would wait for it to
 * end while it waits for them.
 */
async function open(): Promise<void> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

  const app = createApp(AppRoot)
  app.use(createPinia())

  const faults = useFaultsStore()
  app.config.errorHandler = (error) => faults.report(error)
  window.addEventListener('unhandledrejection', (event) => faults.report(event.reason))
  window.addEventListener('error', (event) => faults.report(event.error ?? event.message))

  // Language and theme first, so that nothing flashes; before them the files, since what was found there comes with them.
  // A failure still mounts the page, with the banner on it.
  await useStorageStore().open().catch(faults.report)
  await useSettingsStore().start().catch(faults.report)

  const { language } = useSettingsStore()
  const words = await wordsOf(language).catch((error: unknown) => {
    faults.report(error)
    return english
  })

  app.use(createTranslations(language, words))
  app.use(createTheme(nonce))
  const pages = createPages()
  app.use(pages)
  // The first page comes with its frame, drawn once.
  await pages.isReady().catch(faults.report)
  app.mount('#app')
}

void open()
