import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { BatchPlan } from '@shared/domain/visit'
import type { AppInfo } from '@shared/ipc/channels'
import { defaultSettings, type Settings } from '@shared/ipc/settings'
import { ask } from '@/bridge'
import { languageOf, type Language } from '@/i18n'

type LastChoice = Settings['lastChoices'][string]

/** What the app remembers for a person, applied at once (see appliedSettings.ts) and kept by the main process. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef<Settings>(defaultSettings)
  const app = shallowRef<AppInfo | null>(null)

  const language = computed<Language>(() =>
    settings.value.language === 'system' ? languageOf(app.value?.systemLanguage ?? 'en') : settings.value.language
  )

  /** @throws {ProblemError} when the main process does not answer */
  async function start(asked = { app: ask('app:info'), settings: ask('settings:get') }): Promise<void> {
    const [info, kept] = await Promise.all([asked.app, asked.settings])
    app.value = info
    settings.value = kept
  }

  /** Asks again what there is to know of the app, notices among it. @throws {ProblemError} */
  async function hearOfApp(): Promise<void> {
    app.value = await ask('app:info')
  }

  /**
   * Shows the change at once, then has it kept; goes back when it could not be kept.
   * @throws {ProblemError}
   */
  async function change(changes: Partial<Settings>): Promise<void> {
    const before = settings.value
    settings.value = { ...before, ...changes }
    try {
      settings.value = await ask('settings:set', changes)
    } catch (error) {
      settings.value = before
      throw error
    }
  }

  function lastChoice(stackId: string): LastChoice {
    return settings.value.lastChoices[stackId] ?? { groupId: null, status: null }
  }

  /** Remembers group and status for the next thing of this stack. @throws {ProblemError} */
  async function rememberChoice(stackId: string, choice: Partial<LastChoice>): Promise<void> {
    const merged = { ...lastChoice(stackId), ...choice }
    await change({ lastChoices: { ...settings.value.lastChoices, [stackId]: merged } })
  }

  /** What each scan of a batch did last at this stack, or what the install steps tell of it. */
  function lastPlan(stackId: string): BatchPlan {
    const { groupId, status } = lastChoice(stackId)
    const fromSteps: BatchPlan = { groupId, status: status ?? 'installed', command: null, kind: null }
    return settings.value.lastPlans[stackId] ?? fromSteps
  }

  /** @throws {ProblemError} */
  const rememberPlan = (stackId: string, plan: BatchPlan): Promise<void> =>
    change({ lastPlans: { ...settings.value.lastPlans, [stackId]: plan } })

  return { settings, app, language, start, hearOfApp, change, lastChoice, rememberChoice, lastPlan, rememberPlan }
})
