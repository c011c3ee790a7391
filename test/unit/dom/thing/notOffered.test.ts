import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { fail, ok, sessionOf } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { failed, stackId, tuid } from '../install/fixtures'
import { list, live, open, page, text, thingKnownAs } from './thingBench'

const missing = () => ok(failed('not_offered'))

describe('what the server of a stack does not offer', () => {
  test.each([
    ['messages', 'things:messages', 'does not offer the messages of a thing'],
    ['alerts', 'things:alerts', 'does not offer the alerts of a thing'],
    ['commands', 'things:commands', 'does not offer the command history'],
    ['installations', 'things:installations', 'does not offer the installation history']
  ] as const)('is explained in the place of the section: %s', async (section, channel, words) => {
    const installer = thingKnownAs()
    installer.answers['things:messages'] = () => ok(live(list()))
    installer.answers['things:commands'] = () => ok(live(list()))
    installer.answers[channel] = missing
    await open(`/things/${tuid}/${section}`)
    const panel = document.querySelector('[role=tabpanel]')
    expect(text(panel)).toContain(words)
    expect(panel?.querySelector('[role=alert]')).toBeNull()
    expect(() => button('Try again')).toThrow('no button')
    // There is nothing to choose from.
    expect(panel?.querySelector('[role=radiogroup], .v-select')).toBeNull()
  })

  test('is no trouble of the thing as a whole, however many parts it concerns', async () => {
    const installer = thingKnownAs()
    for (const name of ['installations', 'alerts', 'signal'] as const) installer.answers[`things:${name}`] = missing
    await open()
    expect(document.querySelector('[data-notice]')).toBeNull()
    expect(page().match(/This stack’s server does not offer/g)).toHaveLength(3)
  })

  test('is checked again on demand, all of it at once', async () => {
    const installer = thingKnownAs()
    installer.answers['things:alerts'] = missing
    installer.answers['things:signal'] = missing
    installer.answers['things:recheck'] = () => {
      installer.answers['things:alerts'] = () => ok(live(list()))
      installer.answers['things:signal'] = () => ok(live(list()))
      return ok(undefined)
    }
    await open()
    button('Check again').click()
    await flushPromises()
    expect(installer.inputsOf('things:recheck')).toEqual([{ stackId }])
    expect(page()).not.toContain('does not offer')
    expect(installer.inputsOf('things:general')).toHaveLength(1)
  })

  test('stays explained when it cannot even be asked for', async () => {
    const installer = thingKnownAs()
    installer.answers['things:alerts'] = missing
    installer.answers['things:recheck'] = () => fail('internal')
    await open()
    button('Check again').click()
    await flushPromises()
    expect(page()).toContain('does not offer the alerts of a thing')
  })

  test('is not asked for without a connection', async () => {
    const installer = thingKnownAs()
    installer.answers['things:alerts'] = missing
    await open()
    installer.emit('session:changed', sessionOf({ connection: 'offline' }))
    await flushPromises()
    expect(button('Check again').hasAttribute('disabled')).toBe(true)
  })
})
