import { flushPromises } from '@vue/test-utils'
import InstallPage from '@/install/InstallPage.vue'
import { useInstallStore } from '@/install/installStore'
import { loadLaterSteps } from '@/install/stepBodies'
import { withHandScanner } from '../scan/withHandScanner'
import { show } from '../frame/mounting'
import { startStores } from './bench'

/** The install page as the app shows it after its start. */
export async function showBench(language: 'en' | 'fi' = 'en') {
  await loadLaterSteps()
  const shown = show(withHandScanner(InstallPage), { language })
  await startStores()
  await flushPromises()
  return { ...shown, store: useInstallStore() }
}

/** The control with this label, as a person would name it. */
export function field(label: string): HTMLInputElement {
  // Vuetify draws an outlined label twice; only one of the two is tied to its field.
  const named = [...document.querySelectorAll<HTMLLabelElement>('label[for]')].find(
    (one) => one.textContent.trim() === label
  )
  const input = document.getElementById(named?.htmlFor ?? '')
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field "${label}" in: ${document.body.textContent}`)
  return input
}

export async function fill(input: HTMLInputElement, text: string): Promise<void> {
  input.focus()
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

/** @returns whether the key was left to the browser */
export async function press(key: string, target: Element | null = document.activeElement): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  const isFree = (target ?? document.body).dispatchEvent(event)
  await flushPromises()
  return isFree
}

/** Enter in a form of one field sends the form, on a button it presses it. */
export async function enter(): Promise<void> {
  const { activeElement: active } = document
  if (!(await press('Enter'))) return
  if (active instanceof HTMLButtonElement) active.click()
  else if (active instanceof HTMLInputElement) active.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

export async function scan(label: string): Promise<void> {
  await fill(field('Scan or type a label'), label)
  await enter()
}

export async function click(control: HTMLElement): Promise<void> {
  control.click()
  await flushPromises()
}

/** The open step, or one part of it by its heading. */
export function region(title: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('section[aria-labelledby], [role=group]')].find(
    (one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent.trim() === title
  )
  if (found === undefined) throw new Error(`no region "${title}" in: ${document.body.textContent}`)
  return found
}

export function radio(name: string): HTMLInputElement {
  const row = [...document.querySelectorAll('label')].find((one) => one.querySelector('.title')?.textContent === name)
  const input = row?.querySelector('input')
  if (input == null) throw new Error(`no choice "${name}"`)
  return input
}
