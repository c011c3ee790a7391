import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import { problemOf } from '@/problemOf'
import { saveFile } from '@/saveFile'
import { makeReport, type ReportStep, type ReportWish } from './makeReport'

/** A report being made: how far it is, a way to give it up, and what came of it. */
export function useReport() {
  /** Null while none is being made. */
  const step = shallowRef<ReportStep | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** The name of the file that was made last; empty before. */
  const made = ref('')
  let abort: AbortController | null = null

  async function make(wish: Pick<ReportWish, 'visitId' | 'format' | 'language'>): Promise<void> {
    if (step.value !== null) return
    const { signal } = (abort = new AbortController())
    step.value = { step: 'gathering', read: 0, total: 0 }
    problem.value = null
    made.value = ''
    try {
      const onStep = (next: ReportStep): void => void (step.value = next)
      const { file, fileName } = await makeReport({ ...wish, signal, onStep })
      saveFile(file, fileName)
      made.value = fileName
    } catch (error) {
      // Given up on purpose: there is nothing to say.
      if (!signal.aborted) problem.value = problemOf(error)
    } finally {
      step.value = null
    }
  }

  const cancel = (): void => abort?.abort()
  onScopeDispose(cancel)

  return { step, problem, made, make, cancel }
}
