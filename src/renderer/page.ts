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

  // Language and theme first, so that nothing flashes; a failure still mounts the page, with the banner on it.
  const settings = useSettingsStore()
  await Promise.all([settings.start().catch(faults.report), useStorageStore().open().catch(faults.report)])

  const { language } = settings
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
  // What was found when the files were opened may have come too late for the first answer.
  await settings.hearOfApp().catch(faults.report)
}

void open()
