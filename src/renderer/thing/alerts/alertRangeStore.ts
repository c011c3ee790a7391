import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { OwnRange, RangeName } from './alertRange'

/** Which stretch of time the alerts of things are looked at; kept from thing to thing while the app runs. */
export const useAlertRangeStore = defineStore('alert-range', () => {
  const name = ref<RangeName>('all')
  const own = ref<OwnRange>({ from: '', to: '' })
  return { name, own }
})
