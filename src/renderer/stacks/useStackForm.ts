import { nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { StackView } from '@shared/ipc/channels'
import { problemOf } from '@/problemOf'
import { useStacksStore } from '@/stores/stacks'
import {
  entriesOf,
  faultsOf,
  faultsOfProblem,
  savingOf,
  stackFields,
  withScheme,
  type StackEntries,
  type StackFaults,
  type StackField
} from './stackForm'

/**
 * Entries of the form, what is wrong with them, and "Test and save".
 *
 * @param stack the one to change, or null for a new one
 * @param form the element whose inputs are named after the fields: the first one at fault gets the focus
 */
export function useStackForm(stack: StackView | null, form: Readonly<Ref<HTMLFormElement | null>>) {
  const stacks = useStacksStore()
  const entries = ref<StackEntries>(entriesOf(stack))
  const faults = shallowRef<StackFaults>({})
  const problem = shallowRef<Problem | null>(null)
  const saving = ref(false)

  // What is being mended need not go on being red.
  for (const field of stackFields) {
    watch(
      () => entries.value[field],
      () => (faults.value = { ...faults.value, [field]: undefined })
    )
  }

  function focus(field: StackField): void {
    form.value?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  }

  async function show(found: StackFaults): Promise<void> {
    faults.value = found
    await nextTick()
    const first = stackFields.find((field) => found[field] !== undefined)
    if (first !== undefined) focus(first)
  }

  /** @returns what was saved; null when something is wrong, which then stands in `faults` or `problem` */
  async function save(forThisRun: boolean): Promise<StackView | null> {
    if (saving.value) return null
    problem.value = null
    entries.value.baseUrl = withScheme(entries.value.baseUrl)
    const found = faultsOf(entries.value, stack)
    await show(found)
    if (Object.keys(found).length > 0) return null
    saving.value = true
    try {
      const saved = await stacks.save(savingOf(entries.value, stack, forThisRun))
      entries.value.clientSecret = ''
      return saved
    } catch (error) {
      problem.value = problemOf(error)
    } finally {
      saving.value = false
    }
    // Only now: fields cannot take the focus while the answer is awaited.
    await show(faultsOfProblem(problem.value.kind))
    // What to do stands above the button; where no field took the focus, nothing else brings it into view.
    form.value?.querySelector('[type=submit]')?.scrollIntoView({ block: 'nearest' })
    return null
  }

  return { entries, faults, problem, saving, focus, save }
}
