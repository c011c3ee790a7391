import { defineComponent, h, type Component } from 'vue'
import ScanOutcomeBar from '@/scan/ScanOutcomeBar.vue'
import { useHandScanner } from '@/scan/wedge/useHandScanner'

/** A page with what the frame puts around it: a hand scanner that is heard, and what is said of its scans. */
export function withHandScanner(page: Component): Component {
  return defineComponent(() => {
    useHandScanner()
    return () => [h(page), h(ScanOutcomeBar)]
  })
}
