import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Intent } from '@shared/domain/action'
import type { CommandId } from '@shared/domain/command'
import { useWords } from './words'

const commandNames = {
  1500: 'reporting',
  1501: 'network_role',
  12200: 'environment',
  13200: 'presence'
} as const satisfies Record<CommandId, string>

/** What an action is to make true, in a few words. */
export function useActionWords(): ComputedRef<(intent: Intent) => string> {
  const { t } = useI18n()
  const words = useWords()
  return computed(() => (intent) => {
    switch (intent.type) {
      case 'status':
        return t('install.actions.status', { status: words.value.status(intent.status) })
      case 'group':
        return t('install.actions.group', { group: words.value.group(intent.groupId) })
      case 'command': {
        const name = t(`domain.commands.${commandNames[intent.command.tsmId]}`)
        const reads = Object.keys(intent.command.parameters).length === 0
        return reads ? t('install.actions.read', { name }) : t('install.actions.command', { name })
      }
      case 'group_create':
        return t('install.actions.groupCreate', { group: intent.groupId })
      case 'group_rename':
        return t('install.actions.groupRename', { group: intent.groupId, to: intent.newGroupId })
      case 'group_delete':
        return t('install.actions.groupDelete', { group: intent.groupId })
    }
  })
}
