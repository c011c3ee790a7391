import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { defaultSettings } from '@shared/ipc/settings'
import ConfirmDialog from '@/components/ConfirmDialog.vue'
import { scan as finnish } from '@/i18n/fi/scan'
import type { Scan, ScanAnswer, ScanHandler, ScanOutcome } from '@/scan/scan'
import ScanOutcomeBar from '@/scan/ScanOutcomeBar.vue'
import { useScanTarget, useScanTargets } from '@/scan/scanTargets'
import { useFaultsStore } from '@/stores/faults'
import { useSettingsStore } from '@/stores/settings'
import { ok, standIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'

const label: Scan = { text: 'ESY93100802,TSPD04', via: 'scanner' }

/** Hertz of every tone that was started, in order. */
let tones: number[]

/** Stands where the browser's own sound is. */
class SilentAudio {
  readonly currentTime = 0
  readonly state = 'running'
  readonly destination = {}
  createOscillator() {
    const frequency = { value: 0 }
    const connect = <T>(next: T): T => next
    return { type: '', frequency, connect, start: () => tones.push(frequency.value), stop: () => undefined }
  }
  createGain() {
    const gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }
    return { gain, connect: () => undefined }
  }
}

beforeEach(() => {
  tones = []
  vi.stubGlobal('AudioContext', SilentAudio)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const inside = (handler: ScanHandler, inDialog = false) =>
  defineComponent(() => {
    useScanTarget(handler, { inDialog })
    return () => h('p')
  })

/** A page that takes scans as `outer` does, with a part in it that may take them first. */
function open(outer: ScanHandler | null, inner: ScanHandler | null = null, language: 'en' | 'fi' = 'en') {
  standIn()
  const isInnerThere = ref(inner !== null)
  const isDialogOpen = ref(false)
  const page = defineComponent(() => {
    if (outer !== null) useScanTarget(outer)
    return () => [
      isInnerThere.value && inner !== null ? h(inside(inner)) : null,
      h(ConfirmDialog, { modelValue: isDialogOpen.value, title: 'Delete?', text: 'For ever.', action: 'Delete' }),
      h(ScanOutcomeBar)
    ]
  })
  show(page, { language })
  return { isInnerThere, isDialogOpen, deliver: (scan: Scan = label) => useScanTargets().deliver(scan) }
}

const bar = () => document.querySelector('[data-scan-outcome]')
const barText = () => bar()?.textContent.replace(/\s+/g, ' ').trim() ?? null
const said = () =>
  [...document.querySelectorAll('[data-scan-said]')].map((one) => [
    one.getAttribute('aria-live'),
    one.textContent.replace(/\s+/g, ' ').trim()
  ])

describe('who takes a scan', () => {
  test('is whoever asked last and is still there', async () => {
    const taken: string[] = []
    const { isInnerThere, deliver } = open(
      () => (taken.push('page'), 'accepted'),
      () => (taken.push('part'), 'accepted')
    )
    await deliver()
    isInnerThere.value = false
    await flushPromises()
    await deliver()
    expect(taken).toEqual(['part', 'page'])
  })

  test('gets the text as it was read, and how', async () => {
    const handler = vi.fn<ScanHandler>(() => 'accepted')
    const { deliver } = open(handler)
    await deliver({ text: ' esy93100802,tspd04 ', via: 'camera' })
    expect(handler).toHaveBeenCalledExactlyOnceWith({ text: ' esy93100802,tspd04 ', via: 'camera' })
  })

  test('is nobody behind a dialog that waits for an answer, which is said', async () => {
    const handler = vi.fn<ScanHandler>(() => 'accepted')
    const { isDialogOpen, deliver } = open(handler)
    isDialogOpen.value = true
    await flushPromises()
    expect(await deliver()).toEqual({ outcome: 'flagged', saying: 'keptOut' })
    expect(handler).not.toHaveBeenCalled()
    await flushPromises()
    expect(barText()).toContain('answer the question on the screen first')
  })

  test('may be part of the dialog', async () => {
    standIn()
    const handler = vi.fn<ScanHandler>(() => 'accepted')
    show(
      defineComponent(
        () => () =>
          h(
            ConfirmDialog,
            { modelValue: true, title: 'Which?', text: 'Scan it.', action: 'Go on' },
            { default: () => h(inside(handler, true)) }
          )
      )
    )
    await flushPromises()
    await useScanTargets().deliver(label)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('that fails claims nothing: the mistake is told', async () => {
    const { deliver } = open(() => {
      throw new Error('broken')
    })
    expect(await deliver()).toEqual({ outcome: 'flagged', saying: 'failed' })
    expect(useFaultsStore().problem).toMatchObject({ kind: 'internal' })
  })
})

describe('what became of a scan', () => {
  test.each<[answer: ScanOutcome | ScanAnswer, tones: number[], live: 'polite' | 'assertive', words: string]>([
    ['accepted', [1760], 'polite', 'Taken. Environment sensor TSPD04ESY93100802'],
    ['duplicate', [880, 880], 'polite', 'Scanned already. Environment sensor TSPD04ESY93100802'],
    [
      { outcome: 'flagged', words: 'It is in another group.' },
      [880, 587],
      'assertive',
      'Please look. It is in another group.'
    ],
    [{ outcome: 'not_understood', words: 'No.' }, [220], 'assertive', 'Not understood. No.']
  ])('%o is heard, shown and said', async (answer, heard, live, words) => {
    const { deliver } = open(() => answer)
    await deliver()
    await flushPromises()
    expect(tones).toEqual(heard)
    expect(barText()).toBe(words)
    expect(said().filter(([, text]) => text !== '')).toEqual([[live, words]])
  })

  test('is only heard and said where the page shows it', async () => {
    const { deliver } = open(() => ({ outcome: 'accepted', shown: true }))
    await deliver()
    await flushPromises()
    expect(bar()).toBeNull()
    expect(tones).toEqual([1760])
    expect(said()[0]).toEqual(['polite', 'Taken. Environment sensor TSPD04ESY93100802'])
  })

  test('is left to the field for what somebody typed into it', async () => {
    const { deliver } = open(() => 'not_understood')
    await deliver({ text: 'x', via: 'typed' })
    await flushPromises()
    expect(bar()).toBeNull()
    expect(said().map(([, text]) => text)).toEqual(['', ''])
  })

  test('is silent when sounds are off', async () => {
    const { deliver } = open(() => 'accepted')
    useSettingsStore().settings = { ...defaultSettings, sounds: false }
    await deliver()
    expect(tones).toEqual([])
    await flushPromises()
    expect(barText()).toContain('Taken.')
  })

  test('goes by itself when it asks for nothing, and stays when it does', async () => {
    vi.useFakeTimers()
    const answers: ScanOutcome[] = ['accepted', 'not_understood']
    const { deliver } = open(() => answers.shift() ?? 'accepted')
    await deliver()
    await flushPromises()
    expect(bar()).not.toBeNull()
    await vi.advanceTimersByTimeAsync(4000)
    expect(bar()).toBeNull()
    await deliver({ text: 'EM300-TH', via: 'camera' })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(barText()).toContain('look for the one with the TUID')
  })
})

describe('why a text is no label of ours', () => {
  test.each<[text: string, via: Scan['via'], words: string]>([
    [
      'EM300-TH',
      'scanner',
      '“EM300-TH” cannot be part of a TUID: it has letters and digits only. If this label is of another make'
    ],
    ['ESY93100802', 'camera', '“ESY93100802” is a serial number'],
    [
      'httpsÖ--thingsee.com-d-TSPR04EZU31901021',
      'scanner',
      'the scanner is set to US English, the laptop to Finnish or Swedish'
    ],
    ['https>&&thingsee.com&d&TSPR04EZU31901021', 'scanner', 'Set the keyboard layout of the scanner to US English'],
    ['ESYç"&àà_àé;TSPDà\'', 'scanner', 'the scanner is set to US English, the laptop to French (AZERTY)'],
    ['ESYç"&àà_àé;TSPDà\'', 'camera', 'cannot be part of a TUID']
  ])('%s by %s: %s', async (text, via, words) => {
    const { deliver } = open(() => 'not_understood')
    await deliver({ text, via })
    await flushPromises()
    expect(barText()).toContain(words)
  })

  test('is said in Finnish', async () => {
    const { deliver } = open(() => 'not_understood', null, 'fi')
    await deliver({ text: 'httpsÖ--thingsee.com-d-TSPR04EZU31901021', via: 'scanner' })
    await flushPromises()
    expect(barText()).toContain(`lukijan asetus on ${finnish.layouts.us}, koneen ${finnish.layouts.nordic}`)
  })
})

test('sounds are remembered', async () => {
  const installer = standIn({ 'settings:set': (changes) => ok({ ...defaultSettings, ...changes }) })
  const { default: ScanSection } = await import('@/settings/ScanSection.vue')
  const { page } = show(ScanSection)
  await page.get('input').setValue(false)
  await flushPromises()
  expect(installer.inputsOf('settings:set')).toEqual([{ sounds: false }])
})
