import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ChannelInput, StackView } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { useReadingPool } from '@/readings/readingPool'

/** The stacks of this laptop. Their secrets never come this way. */
export const useStacksStore = defineStore('stacks', () => {
  const stacks = shallowRef<StackView[]>([])
  const loaded = ref(false)
  const problem = shallowRef<Problem | null>(null)

  const readings = useReadingPool()

  const active = computed(() => stacks.value.find((stack) => stack.active) ?? null)

  /** Keeps what was known when the question fails; the failure stands in `problem`. */
  async function load(): Promise<void> {
    try {
      stacks.value = await ask('stacks:list')
      problem.value = null
      loaded.value = true
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  /** "Test and save". @throws {ProblemError} for every reason named at the channel */
  async function save(input: ChannelInput<'stacks:save'>): Promise<StackView> {
    const saved = await ask('stacks:save', input)
    readings.forget(saved.id)
    await load()
    return saved
  }

  /** @throws {ProblemError} */
  async function activate(id: string): Promise<void> {
    await ask('stacks:activate', { id })
    await load()
  }

  /** @throws {ProblemError} stack_has_waiting_actions while any action is open */
  async function remove(id: string): Promise<void> {
    await ask('stacks:remove', { id })
    await load()
  }

  /**
   * Removes a stack together with its open actions, of which there are as many as the person has agreed to lose.
   * @throws {ProblemError} stack_has_waiting_actions when there are not so many, action_not_open when one is on its way
   */
  async function giveUp(id: string, actions: number): Promise<void> {
    await ask('stacks:giveUp', { id, actions })
    await load()
  }

  return { stacks, loaded, problem, active, load, save, activate, remove, giveUp }
})
