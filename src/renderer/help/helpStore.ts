import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowReactive, shallowRef, watchEffect } from 'vue'
import type { HelpPlace, TopicId } from './topicIds'

/** The help beside the work: what somebody does on the page stays as it is. */
export const useHelpStore = defineStore('help', () => {
  const isOpen = ref(false)
  /** Null: all of it. */
  const topic = shallowRef<TopicId | null>(null)
  /** The step of the topic that explains what is on screen. */
  const step = shallowRef<string | null>(null)
  /** What the parts of the page that are on screen ask about, the latest last. */
  const asked = shallowReactive(new Map<symbol, HelpPlace>())

  function open(place: HelpPlace | null): void {
    topic.value = place?.topic ?? null
    step.value = place?.step ?? null
    isOpen.value = true
  }

  function turnTo(about: TopicId | null): void {
    topic.value = about
    step.value = null
  }

  return { isOpen, topic, step, asked, open, turnTo }
})

/**
 * While whoever calls this is on screen, the help opens at what explains it.
 * @param place null while something else on the page is what one would ask about
 */
export function useHelpAbout(place: () => HelpPlace | null): void {
  const { asked } = useHelpStore()
  const key = Symbol('part of the page')
  watchEffect(() => {
    const now = place()
    asked.delete(key)
    if (now !== null) asked.set(key, now)
  })
  onScopeDispose(() => asked.delete(key))
}
