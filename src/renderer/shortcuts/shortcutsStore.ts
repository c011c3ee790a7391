import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the list of shortcuts is open. */
export const useShortcutsStore = defineStore('shortcuts', () => ({ isOpen: ref(false) }))
