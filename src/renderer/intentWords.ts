import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Intent } from '@shared/domain/action'
import type { Command, CommandId } from '@shared/domain/command'
import { allCommandFieldsOf } from '@shared/domain/commandFields'
import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import { isInstallationStatus } from '@shared/domain/installationStatus'
import type { Translator } from '@/i18n'

/** Keys of what a command is about, under `domain.commands`. */
export const commandNames = {
  1500: 'reporting',
  1501: 'network_role',
  12200: 'environment',
  13200: 'presence'
} as const satisfies Record<CommandId, string>

export interface IntentWords {
  /** What is to be made true: "Set installed", "Put in prfi00attic". */
  readonly intent: (intent: Intent) => string
  /** One command: "Reporting intervals (Report interval 60 s)". */
  readonly command: (command: Command) => string
  /** A value of what the intent is about, as the server or this laptop holds it: a status, a group, anything else verbatim. */
  readonly value: (intent: Intent, value: string) => string
  /** The value that the intent asks for, to be set beside the server's. */
  readonly target: (intent: Intent) => string
}

export function useIntentWords(): ComputedRef<IntentWords> {
  const i18n = useI18n()
  return computed(() => intentWordsIn(i18n))
}

/** The same in the language of these translations. */
export function intentWordsIn(i18n: Translator): IntentWords {
  const { t } = i18n

  function parameter(command: Command, name: string, value: unknown): string {
    const field = allCommandFieldsOf(command.tsmId).find((one) => one.name === name)
    const label = i18n.te(`domain.fields.${name}`) ? t(`domain.fields.${name}`) : name
    const choice = field?.kind === 'choice' ? field.choices.find((one) => one.value === value) : undefined
    if (choice !== undefined) return `${label} ${t(`domain.values.${choice.name}`)}`
    const plain = typeof value === 'string' ? value : JSON.stringify(value)
    return field?.unit == null ? `${label} ${plain}` : `${label} ${plain} ${field.unit}`
  }

  function command(sent: Command): string {
    const name = t(`domain.commands.${commandNames[sent.tsmId]}`)
    const values = Object.entries(sent.parameters).map(([key, value]) => parameter(sent, key, value))
    if (values.length === 0) return t('queue.intents.valueOfRead', { command: name })
    return t('queue.intents.valueOfCommand', { command: name, values: values.join(', ') })
  }

  function commands(sent: readonly Command[]): string {
    const [only] = sent
    if (sent.length !== 1 || only === undefined) {
      return t('queue.intents.commands', { count: sent.length, commands: sent.map(command).join('; ') })
    }
    const isRead = Object.keys(only.parameters).length === 0
    const name = t(`domain.commands.${commandNames[only.tsmId]}`)
    return isRead
      ? t('queue.intents.commandRead', { command: name })
      : t('queue.intents.command', { what: command(only) })
  }

  function value(intent: Intent, held: string): string {
    if (intent.type === 'status' && isInstallationStatus(held)) return t(`domain.status.${held}`)
    if (intent.type === 'group' && held === unassignedGroupId) return t('domain.groups.unassigned')
    return held
  }

  function words(intent: Intent): string {
    switch (intent.type) {
      case 'status':
        return t('queue.intents.status', { status: value(intent, intent.status).toLowerCase() })
      case 'group':
        if (intent.groupId === unassignedGroupId) return t('queue.intents.unassign')
        return t('queue.intents.group', { group: intent.groupId })
      case 'command':
        return commands(intent.commands)
      case 'group_create':
        return t('queue.intents.group_create', { group: intent.groupId })
      case 'group_rename':
        return t('queue.intents.group_rename', { group: intent.groupId, newGroup: intent.newGroupId })
      case 'group_delete':
        return t('queue.intents.group_delete', { group: intent.groupId })
    }
  }

  function target(intent: Intent): string {
    if (intent.type === 'status') return value(intent, intent.status)
    if (intent.type === 'group') return value(intent, intent.groupId)
    return words(intent)
  }

  return { intent: words, command, value, target }
}
