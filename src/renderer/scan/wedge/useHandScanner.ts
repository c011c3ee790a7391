import { onScopeDispose } from 'vue'
import { useScanFeedback } from '../scanFeedback'
import { useScanTargets } from '../scanTargets'
import { HandScanner } from './HandScanner'

/** Listens for a hand scanner on the whole page. Once, in the frame. */
export function useHandScanner(): void {
  const targets = useScanTargets()
  const feedback = useScanFeedback()
  const scanner = new HandScanner({
    labelField: targets.labelField,
    scanned: (text) => void targets.deliver({ text, via: 'scanner' }),
    torn: (text) => feedback.give({ text, via: 'scanner' }, { outcome: 'not_understood', saying: 'torn' }),
    after: (ms, task) => {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    }
  })
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', (event) => scanner.keyDown(event), options)
  window.addEventListener('keyup', (event) => scanner.keyUp(event), options)
  window.addEventListener('blur', () => scanner.giveUp(), options)
  onScopeDispose(() => {
    listening.abort()
    scanner.giveUp()
  })
}
