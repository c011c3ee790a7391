import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import { deviceKindOf } from '@shared/domain/deviceKind'
import { isInstallationStatus } from '@shared/domain/installationStatus'
import { messageCatalogue, messageEvents } from '@shared/domain/messageCatalogue'
import type { DecodedField } from '@shared/domain/messageDecoding'
import type { Translator } from '@/i18n'
import { domain } from '@/i18n/en/domain'

export interface Words {
  /** "Environment sensor", "Probably: Environment sensor" */
  readonly kindOf: (tuid: string) => string
  /** A status outside the five is shown verbatim. */
  readonly status: (status: string) => string
  readonly group: (groupId: string) => string
  readonly alertType: (type: string) => string
  readonly number: (value: number) => string
  /** "Battery", "Message 26100" */
  readonly message: (tsmId: number) => string
  /** "timed", "event 99"; nothing where none was said. */
  readonly event: (tsmEv: number | null) => string
  readonly field: (field: Pick<DecodedField, 'name' | 'known'>) => string
  /** A value of the API as text: numbers in the language's notation, anything nested as JSON. */
  readonly value: (value: unknown) => string
  /** The same with its unit, or the words of a coded value. */
  readonly reading: (field: DecodedField) => string
}

const formats = new Map<string, Intl.NumberFormat>()

/** Made once for each language: every row of a long list asks for it while it is scrolled. */
function numbersOf(language: string): Intl.NumberFormat {
  const format =
    formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: false })
  formats.set(language, format)
  return format
}

/** Words for what the API speaks in keys and codes. */
export function useWords(): ComputedRef<Words> {
  const { t, locale } = useI18n()
  return computed(() => wordsIn({ t }, locale.value))
}

/** The same in the language of these translations. */
export function wordsIn({ t }: Pick<Translator, 't'>, language: string): Words {
  const numbers = numbersOf(language)
  const value = (raw: unknown): string => {
    if (typeof raw === 'number') return numbers.format(raw)
    if (raw === null) return '–'
    return typeof raw === 'string' ? raw : JSON.stringify(raw)
  }
  return {
    kindOf: (tuid) => {
      const { kind, certainty } = deviceKindOf(tuid)
      const name = t(`domain.kinds.${kind}`)
      return certainty === 'family' ? t('domain.kindProbably', { kind: name }) : name
    },
    status: (status) => (isInstallationStatus(status) ? t(`domain.status.${status}`) : status),
    group: (groupId) => (groupId === unassignedGroupId ? t('domain.groups.unassigned') : groupId),
    // Any other type the server names is shown verbatim.
    alertType: (type) => (Object.hasOwn(domain.alertTypes, type) ? t(`domain.alertTypes.${type}`) : type),
    number: (number) => numbers.format(number),
    message: (tsmId) => {
      const name = messageCatalogue.get(tsmId)?.name
      return name === undefined ? t('domain.messageUnknown', { id: tsmId }) : t(`domain.messages.${name}`)
    },
    event: (tsmEv) => {
      if (tsmEv === null) return ''
      const name = messageEvents.get(tsmEv)
      return name === undefined ? t('domain.eventUnknown', { id: tsmEv }) : t(`domain.events.${name}`)
    },
    field: ({ name, known }) => (known ? t(`domain.fields.${name}`) : name),
    value,
    reading: (field) => {
      if (field.valueName !== null) return t(`domain.values.${field.valueName}`)
      return field.unit === null ? value(field.value) : `${value(field.value)} ${field.unit}`
    }
  }
}
