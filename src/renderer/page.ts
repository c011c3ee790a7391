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

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const app = createApp(AppRoot)
app.use(createPinia())

const faults = useFaultsStore()
app.config.errorHandler = (error) => faults.report(error)
window.addEventListener('unhandledrejection', (event) => faults.report(event.reason))
window.addEventListener('error', (event) => faults.report(event.error ?? event.message))

// Language and theme first, so that nothing flashes; a failure still mounts the page, with the banner on it.
const started = await Promise.allSettled([useSettingsStore().start(), useStorageStore().open()])
for (const result of started) if (result.status === 'rejected') faults.report(result.reason)

const { language } = useSettingsStore()
const words = await wordsOf(language).catch((error: unknown) => {
  faults.report(error)
  return english
})

app.use(createTranslations(language, words))
app.use(createTheme(nonce))
app.use(createPages())
app.mount('#app')
