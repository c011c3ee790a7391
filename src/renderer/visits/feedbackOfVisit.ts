import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What a deed on a thing of a visit has come to, said once beneath the list's heading and to a screen reader. */
export const useFeedbackOfVisit = defineStore('visit-feedback', () => {
  const words = ref('')

  function say(text: string): void {
    words.value = text
  }

  return { words, say }
})
