import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import { useFaultsStore } from '@/stores/faults'
import { isModalOpen } from './modal'
import type { Scan, ScanAnswer, ScanHandler } from './scan'
import { useScanFeedback } from './scanFeedback'

interface Target {
  readonly handler: ScanHandler
  readonly inDialog: boolean
}

/** The field of a page into which a person types a label. */
type LabelField = () => HTMLInputElement | null

/** Who takes a scan: whoever asked last and is still there. Every source delivers here, and all get the same feedback. */
export const useScanTargets = defineStore('scan-targets', () => {
  const feedback = useScanFeedback()
  const faults = useFaultsStore()
  const targets = shallowRef<readonly Target[]>([])
  const fields = shallowRef<readonly LabelField[]>([])

  function add(target: Target): () => void {
    targets.value = [...targets.value, target]
    return () => (targets.value = targets.value.filter((one) => one !== target))
  }

  function addField(field: LabelField): () => void {
    fields.value = [...fields.value, field]
    return () => (fields.value = fields.value.filter((one) => one !== field))
  }

  /** Where a person's letters belong; null where no field waits for them, as behind a dialog. */
  function labelField(): HTMLInputElement | null {
    const field = fields.value.at(-1)?.() ?? null
    return field !== null && (!isModalOpen() || field.closest('.v-overlay') !== null) ? field : null
  }

  /**
   * Hands a scan to the innermost target and gives the feedback. Behind a dialog that waits for an answer nothing is
   * taken: the person would not see what became of it.
   */
  async function deliver(scan: Scan): Promise<ScanAnswer> {
    const target = targets.value.at(-1)
    if (target === undefined || (isModalOpen() && !target.inDialog)) {
      return feedback.give(scan, { outcome: 'flagged', saying: 'keptOut' })
    }
    try {
      const answer = await target.handler(scan)
      return feedback.give(scan, typeof answer === 'string' ? { outcome: answer } : answer)
    } catch (error) {
      // Nobody knows whether it was taken, so nothing is claimed.
      faults.report(error)
      return feedback.give(scan, { outcome: 'flagged', saying: 'failed' })
    }
  }

  return { add, addField, labelField, deliver }
})

/**
 * Takes scans for as long as this component lives, before whoever took them until now.
 *
 * @param inDialog whether the component is part of a dialog: others keep scans out
 */
export function useScanTarget(handler: ScanHandler, { inDialog = false } = {}): void {
  onScopeDispose(useScanTargets().add({ handler, inDialog }))
}

/** Makes a field the one that gets what a person types where no field has the focus. */
export function useLabelField(field: LabelField): void {
  onScopeDispose(useScanTargets().addField(field))
}

/** Where leaving the page would lose what somebody types: scans wait until that is done. */
export function useScansKeptOut(): void {
  useScanTarget(() => ({ outcome: 'flagged', saying: 'finishForm' }))
}
