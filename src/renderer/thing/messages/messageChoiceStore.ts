import { defineStore } from 'pinia'
import { ref } from 'vue'
import { firstChoice, type MessageChoice } from './messageChoice'

/** Which messages are looked at, and what of them is drawn; kept from thing to thing while the app runs. */
export const useMessageChoiceStore = defineStore('message-choice', () => {
  const choice = ref<MessageChoice>(firstChoice)
  /** Keys of the series that are drawn; null: the first few of those there are. */
  const drawn = ref<readonly string[] | null>(null)
  const withCharts = ref(true)
  return { choice, drawn, withCharts }
})
