import { shallowRef } from 'vue'
import IdentifyStep from './steps/IdentifyStep.vue'
import type { laterSteps } from './laterSteps'
import type { Step } from './workflow'

const later = shallowRef<typeof laterSteps | null>(null)

/** Loads all steps but the first, which would hold up the first screen. Once is enough. */
export async function loadLaterSteps(): Promise<void> {
  later.value ??= (await import('./laterSteps')).laterSteps
}

/** @returns what a step shows; null while that is not loaded */
export function bodyOf(step: Step) {
  return step === 'identify' ? IdentifyStep : (later.value?.[step] ?? null)
}
