import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UpdateState } from '@shared/domain/update'
import { defaultSettings } from '@shared/ipc/settings'
import App from '@/frame/App.vue'
import { usePhotoIntake } from '@/photos/intakeStore'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { hasHeldWork } from '@/updates/heldWork'
import { hasTypedWork } from '@/updates/typedWork'
import { harbour, ok } from '../frame/installerStandIn'
import { show } from '../frame/mounting'
import { willingInstaller } from '../install/bench'

const ready: UpdateState = { kind: 'ready', version: '2.0.0', later: false, atQuit: true }

async function open(state: UpdateState, language: 'en' | 'fi' = 'en') {
  const installer = willingInstaller()
  installer.answers['settings:get'] = () => ok({ ...defaultSettings, language })
  installer.answers['stacks:list'] = () => ok([harbour])
  installer.answers['updates:state'] = () => ok(state)
  const shown = show(App, { language })
  await Promise.all([useSettingsStore().start(), useSessionStore().start()])
  await shown.router.push('/settings')
  await flushPromises()
  const called = (channel: string): number => installer.calls.filter((call) => call.channel === channel).length
  const press = async (words: string): Promise<void> => {
    await [...shown.page.findAll('button')].find((button) => button.text() === words)?.trigger('click')
    await flushPromises()
  }
  return { ...shown, installer, called, press, text: () => shown.page.text() }
}

const fields: HTMLElement[] = []
/** A field of some page, with a person's word in it. */
function typed(markup: string): HTMLInputElement {
  const place = document.createElement('div')
  place.innerHTML = markup
  document.body.append(place)
  fields.push(place)
  const field = place.querySelector<HTMLInputElement>('input, textarea')
  if (field === null) throw new Error(`no field in ${markup}`)
  field.value = 'Harbour'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field
}
afterEach(() => {
  for (const field of fields.splice(0)) field.remove()
})

describe('a version that is ready', () => {
  test.each([
    ['en', 'Version 2.0.0 is ready', 'Restart now'],
    ['fi', 'Versio 2.0.0 on valmis', 'Käynnistä uudelleen']
  ] as const)('is told above every page in %s', async (language, words, deed) => {
    const { text } = await open(ready, language)
    expect(text()).toContain(words)
    expect(text()).toContain(deed)
  })

  test('is told as it becomes ready, and starts by a person’s word', async () => {
    const { installer, called, press, text } = await open({ kind: 'downloading', version: '2.0.0', percent: 40 })
    expect(text()).toContain('Getting version 2.0.0: 40 %')
    installer.answers['updates:restart'] = () => ok('begun')
    installer.emit('updates:changed', ready)
    await flushPromises()
    expect(called('updates:restart')).toBe(0)
    await press('Restart now')
    expect(called('updates:restart')).toBe(1)
  })

  test('waits when that is wanted, and says how', async () => {
    const { installer, press, page } = await open(ready)
    installer.answers['updates:later'] = () => ok({ ...ready, later: true })
    await press('Later')
    expect(page.find('.banners').exists()).toBe(false)
    expect(page.text()).toContain('takes its place when you close the app')
  })

  test('says that something is being sent', async () => {
    const { installer, press, text } = await open(ready)
    installer.answers['updates:restart'] = () => ok('sending')
    await press('Restart now')
    expect(text()).toContain('Something is being sent just now')
  })

  test('asks before typed work is lost, and goes on when told to', async () => {
    const { installer, called, press } = await open(ready)
    installer.answers['updates:restart'] = () => ok('begun')
    typed('<input type="text">')
    await press('Restart now')
    expect(called('updates:restart')).toBe(0)
    expect(document.body.textContent).toContain('It would be gone')
    const go = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Restart without saving')
    go?.click()
    await flushPromises()
    expect(called('updates:restart')).toBe(1)
  })
})

test('which versions are offered can be chosen while one is looked for', async () => {
  const { installer, page, press } = await open({ kind: 'idle', checkedAt: null, fault: null })
  installer.answers['updates:check'] = () => Promise.withResolvers<never>().promise
  await press('Look for updates')
  await page.get('input[type=radio][value="beta"]').setValue(true)
  await flushPromises()
  expect(installer.inputsOf('settings:set')).toContainEqual({ releaseChannel: 'beta' })
})

describe('a photo that is not saved yet', () => {
  const place = { visitId: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22', tuid: 'TSPD04ESY93100802' }

  /** Stands where the browser starts a worker: the photo stays on its way. */
  class WaitingWorker extends EventTarget {
    postMessage(): void {
      // Nothing comes of it.
    }

    terminate(): void {
      // It has nothing to give back.
    }
  }
  beforeEach(() => void vi.stubGlobal('Worker', WaitingWorker))
  afterEach(() => void vi.unstubAllGlobals())

  test('is asked about before it is lost, and one that nobody can use is not', async () => {
    const { called, press } = await open(ready)
    const intake = usePhotoIntake()
    intake.add(place, [{ file: new Blob(['notes']), name: 'notes.txt' }])
    await expect.poll(() => intake.intakes.map(({ state }) => state.at)).toEqual(['refused'])
    expect(hasHeldWork()).toBe(false)
    intake.add(place, [{ file: new Blob([new Uint8Array([0xff, 0xd8, 0xff])]), name: 'photo.jpg' }])
    await press('Restart now')
    expect(called('updates:restart')).toBe(0)
    expect(document.body.textContent).toContain('It would be gone')
  })
})

describe('what somebody typed', () => {
  test('counts while its field is there and not empty', async () => {
    await open(ready)
    const field = typed('<textarea></textarea>')
    expect(hasTypedWork()).toBe(true)
    field.value = ''
    expect(hasTypedWork()).toBe(false)
    typed('<input type="text">').remove()
    expect(hasTypedWork()).toBe(false)
  })

  test.each(['<input type="search">', '<input role="combobox">', '<input type="checkbox">'])(
    'is nothing to lose in %s',
    async (markup) => {
      await open(ready)
      typed(markup)
      expect(hasTypedWork()).toBe(false)
    }
  )
})

test('an app that somebody else updates says so and offers nothing', async () => {
  const { text } = await open({ kind: 'off', why: 'not_set_up' })
  expect(text()).toContain('Whoever installed the app on this laptop also brings its updates.')
  expect(text()).not.toContain('Look for updates')
})
