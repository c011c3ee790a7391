import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { TopicId } from './topicIds'

/** The help beside the work: what somebody does on the page stays as it is. */
export const useHelpStore = defineStore('help', () => {
  const isOpen = ref(false)
  /** Null: all of it. */
  const topic = shallowRef<TopicId | null>(null)

  function open(about: TopicId | null): void {
    topic.value = about
    isOpen.value = true
  }

  return { isOpen, topic, open }
})
