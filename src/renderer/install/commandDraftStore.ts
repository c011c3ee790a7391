import { defineStore } from 'pinia'
import { watch } from 'vue'
import { createCommandDraft } from '@/commands/commandDraft'
import { knownReportInterval } from '@/commands/reportInterval'
import { useCommandAnswersStore } from './commandAnswersStore'
import { useInstallStore } from './installStore'

/** What is filled in for a command and not sent yet; it survives leaving the step, but not the thing. */
export const useCommandDraftStore = defineStore('install-command-draft', () => {
  const install = useInstallStore()
  const answers = useCommandAnswersStore()
  const draft = createCommandDraft({
    kind: () => install.kind.kind,
    reportInterval: () => knownReportInterval(install.actions, answers.messages),
    onTouched: (filled) => install.send({ type: 'command_touched', draft: filled })
  })

  watch(() => `${install.thing?.stackId ?? ''} ${install.thing?.tuid ?? ''}`, draft.clear)

  return draft
})
