import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { readLabel } from '@shared/domain/label'
import { useWords } from '@/domainWords'
import type { Scan, ScanAnswer } from './scan'
import { layoutMismatch } from './wedge/layouts'

export interface ScanWords {
  /** What to say of an answer besides the word for its outcome. */
  readonly of: (scan: Scan, answer: ScanAnswer) => string
  /** Why a text is no label of ours, and what to do; nothing when it is one. */
  readonly whyNot: (scan: Scan) => string
}

export function useScanWords(): ComputedRef<ScanWords> {
  const { t } = useI18n()
  const words = useWords()
  return computed(() => {
    const whyNot = (scan: Scan): string => {
      const label = readLabel(scan.text)
      if (label.ok) return ''
      const mismatch = scan.via === 'scanner' ? layoutMismatch(scan.text) : null
      if (mismatch !== null) {
        const scanner = t(`scan.layouts.${mismatch.scanner}`)
        const laptop = t(`scan.layouts.${mismatch.laptop}`)
        return t('scan.layout', { scanner, laptop })
      }
      if (label.fault === 'empty') return t('domain.labelFaults.empty')
      const fault = t(`domain.labelFaults.${label.fault}`, { part: label.part })
      return scan.via === 'typed' ? fault : `${fault} ${t('scan.otherMake')}`
    }
    return {
      whyNot,
      of: (scan, answer) => {
        if (answer.words !== undefined) return answer.words
        if (answer.saying !== undefined) return t(`scan.said.${answer.saying}`)
        const label = readLabel(scan.text)
        return label.ok ? `${words.value.kindOf(label.tuid)} ${label.tuid}` : whyNot(scan)
      }
    }
  })
}
