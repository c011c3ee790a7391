import './styles/base.css'
import './styles/contrast.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { askWhenOpen } from './bridge'
import { firstAnswers } from './firstQuestions'
import AppRoot from './frame/AppRoot.vue'
import { createTranslations, wordsOf, type Language, type Words } from './i18n'
import { english } from './i18n/english'
import { createPages } from './router'
import { useFaultsStore } from './stores/faults'
import { useFirstDrawingStore } from './stores/firstDrawing'
import { useSessionStore } from './stores/session'
import { useSettingsStore } from './stores/settings'
import { useStorageStore } from './stores/storage'
import { createTheme } from './theme'

/**
 * Opens the page. Not at the top level of a module: what is loaded later imports from this one, and would wait for it to
 * end while it waits for them.
 */
async function open(): Promise<void> {
  const app = createApp(AppRoot)
  app.use(createPinia())
  const faults = useFaultsStore()
  app.config.errorHandler = (error) => faults.report(error)
  window.addEventListener('unhandledrejection', (event) => faults.report(event.reason))
  window.addEventListener('error', (event) => faults.report(event.error ?? event.message))

  // All that can be made ready while the first answers are on their way.
  app.use(createTheme(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''))
  const pages = createPages()
  app.use(pages)

  // Language and theme before anything is drawn, so that nothing flashes; a failure still mounts the page, with the
  // banner on it.
  const settings = useSettingsStore()
  const session = useSessionStore()
  const storage = useStorageStore()
  const expected = firstAnswers.stack.then((stack) => (session.expected = stack))
  await Promise.all([settings.start(firstAnswers).catch(faults.report), expected.catch(faults.report)])

  askWhenOpen(storage.settled)
  const openFiles = (): Promise<void> => storage.open().catch(faults.report)
  // Whether this is a first start, which has a page of its own, only the files can tell.
  const mayBeFirstStart = session.stackId === null
  if (mayBeFirstStart) await openFiles()

  app.use(createTranslations(settings.language, await spoken(settings.language)))
  // The first page comes with its frame, drawn once.
  await pages.isReady().catch(faults.report)
  await useFirstDrawingStore().draw(() => app.mount('#app'))
  if (!mayBeFirstStart) await openFiles()
  // What was found when the files were opened may have come too late for the first answer.
  await settings.hearOfApp().catch(faults.report)
}

/** @returns the words of a language, or English ones when they cannot be had, which is reported */
function spoken(language: Language): Promise<Words> {
  return wordsOf(language).catch((error: unknown) => {
    useFaultsStore().report(error)
    return english
  })
}

void open()
