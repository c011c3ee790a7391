import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { ThingMessage } from '@shared/domain/thing'
import type { ChannelInput } from '@shared/ipc/channels'
import { fail, ok, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { failed, remembered, tuid } from '../install/fixtures'
import { hour, list, live, open, page, thingKnownAs } from './thingBench'

const at = Date.now()

function message(ago: number, tsmId: number, fields: Record<string, unknown>, tsmEv: number | null = 10): ThingMessage {
  const key = `${tuid}:${tsmId}:${ago}`
  return { key, tsmId, tsmEv, at: at - ago * hour, gatewayTuid: null, groupId: null, fields }
}

const said = [
  message(2, 12_100, { temp: 21.5, humd: 'wet' }),
  message(3, 1110, { batl: 80 }),
  message(4, 2100, { state: 1 })
]

/** A thing with these messages, whatever is asked about them. */
function withMessages(...messages: ThingMessage[]): InstallerStandIn {
  const installer = thingKnownAs()
  installer.answers['things:messages'] = () => ok(live(list(...messages)))
  return installer
}

const asked = (installer: InstallerStandIn) =>
  installer.inputsOf('things:messages') as ChannelInput<'things:messages'>[]
const openMessages = (language: 'en' | 'fi' = 'en') => open(`/things/${tuid}/messages`, language)

describe('the messages of a thing', () => {
  test('are the newest, with what is odd about them', async () => {
    const installer = withMessages(...said)
    await openMessages()
    expect(asked(installer)).toMatchObject([{ tuid, limit: 500 }])
    expect(page()).toContain('3 messages, ')
    expect(page()).toContain('1 message has values that are not what they should be')
    expect(page()).not.toContain('There may be older ones')
  })

  test('tell in figures what is drawn, also where nothing can be drawn', async () => {
    withMessages(...said)
    await openMessages()
    await expect.poll(page).toContain('The charts cannot be drawn here.')
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual([
      expect.stringMatching(/^Temperature21.5 °C21.5 °C21.5 °C21.5 °C1/),
      expect.stringMatching(/^Stateoccupiedoccupiedoccupied–1/),
      expect.stringMatching(/^Battery level80 %/)
    ])
  })

  test('are drawn as chosen, and the choice is remembered', async () => {
    withMessages(...said)
    const { router } = await openMessages()
    button('Temperature').click()
    button('State').click()
    button('Battery level').click()
    await flushPromises()
    expect(page()).toContain('Choose what is to be drawn.')
    button('State').click()
    await router.push(`/things/${tuid}`)
    await router.push(`/things/${tuid}/messages`)
    await flushPromises()
    expect(button('State').getAttribute('aria-pressed')).toBe('true')
    expect(button('Temperature').getAttribute('aria-pressed')).toBe('false')
    button('Hide charts').click()
    await flushPromises()
    expect(document.querySelector('tbody')).toBeNull()
  })

  test('of a range are asked for, up to this minute when they are read again', async () => {
    const installer = withMessages(...said)
    await openMessages()
    button('Last hour').click()
    await flushPromises()
    expect(Math.abs((asked(installer).at(-1)?.from ?? 0) - (Date.now() - hour))).toBeLessThan(61_000)
    const before = asked(installer).length
    button('Read messages again').click()
    await flushPromises()
    expect(asked(installer).length).toBe(before + 1)
  })

  test('that are as many as were asked for may not be all', async () => {
    withMessages(...Array.from({ length: 500 }, (_, index) => message(index, 1110, { batl: 80 })))
    await openMessages()
    expect(page()).toContain('These are the newest 500. There may be older ones')
  })

  test('that cannot be read are counted, and those that are none say so', async () => {
    const installer = thingKnownAs()
    installer.answers['things:messages'] = () => ok(live({ items: [], unreadable: 2 }))
    await openMessages()
    expect(page()).toContain('No messages here')
    expect(page()).toContain('2 messages could not be read.')
  })

  test('cannot be read for a reason of their own, and are tried again', async () => {
    const installer = thingKnownAs()
    installer.answers['things:messages'] = () => fail('internal')
    await openMessages()
    installer.answers['things:messages'] = () => ok(live(list(...said)))
    button('Try again').click()
    await flushPromises()
    expect(page()).toContain('3 messages, ')
  })

  test('are chosen among those kept here, where the server cannot be asked', async () => {
    const installer = thingKnownAs()
    installer.answers['things:messages'] = (input: unknown) => {
      const { from, limit } = input as ChannelInput<'things:messages'>
      return ok(from === undefined && limit <= 500 ? remembered(list(...said)) : failed('offline'))
    }
    await openMessages()
    button('Last hour').click()
    await flushPromises()
    expect(page()).toContain('only the newest 50 messages of this laptop can be chosen from')
    expect(page()).toContain('None of the messages kept on this laptop fits.')
    button('Last day').click()
    await flushPromises()
    expect(page()).toContain('3 messages, ')
    expect(page()).not.toContain('There may be older ones')
  })

  test('speak Finnish', async () => {
    withMessages(...said)
    await openMessages('fi')
    expect(page()).toContain('3 viestiä, ')
    expect(button('Tallenna CSV:nä')).toBeDefined()
  })
})
