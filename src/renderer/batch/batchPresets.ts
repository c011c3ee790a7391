import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Command } from '@shared/domain/command'
import { commandFormsFor, readCommand } from '@shared/domain/commandForm'
import type { DeviceKind } from '@shared/domain/deviceKind'
import { canBeTested, reportingCommand, testCommand } from '@shared/domain/reporting'
import { intervalsFor } from '@/commands/normalChoice'
import { useReportingWords } from '@/commands/reportingWords'

export interface BatchPreset {
  readonly command: Command
  readonly title: string
}

/**
 * The commands with set values that every scan of a batch can send: the test, how often to report from now on, and the
 * question for the values that a thing has.
 *
 * @param kind that is expected; null for anything: what does not fit a thing is held when it is scanned
 */
export function useBatchPresets(kind: () => DeviceKind | null): ComputedRef<BatchPreset[]> {
  const { t } = useI18n()
  const words = useReportingWords()
  return computed(() => {
    const expected = kind() ?? 'unknown'
    const test = { command: testCommand, title: t('commands.test.name') }
    const reports = canBeTested(expected)
      ? intervalsFor(expected).map((reportInterval) => ({
          command: reportingCommand({ reportInterval, measurementInterval: null }),
          title: t('visits.batch.reports', { every: words.value.every(reportInterval).toLowerCase() })
        }))
      : []
    const reads = commandFormsFor(expected)
      .filter(({ canRead }) => canRead)
      .map((form) => ({
        command: readCommand(form),
        title: t('visits.batch.asks', { name: t(`domain.commands.${form.name}`) })
      }))
    return [...(canBeTested(expected) ? [test] : []), ...reports, ...reads]
  })
}
