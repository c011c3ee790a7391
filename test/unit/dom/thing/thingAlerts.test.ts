import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { AlertPeriod, ListOf } from '@shared/domain/thing'
import { ok } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { field, fill } from '../install/benchPage'
import { tuid } from '../install/fixtures'
import { day, hour, list, live, open, page, text, thingKnownAs } from './thingBench'

describe('alerts', () => {
  const at = Date.now()
  const periods: AlertPeriod[] = [
    { alertType: 'heartbeat missed', from: at - 3 * day, to: null },
    { alertType: 'heartbeat missed', from: at - 40 * day, to: at - 40 * day + 2 * hour },
    { alertType: 'never heard of', from: null, to: at - 50 * day },
    { alertType: 'never heard of', from: at - 5 * day, to: at - 6 * day }
  ]
  const rows = (): string[] => [...document.querySelectorAll('ol[aria-label=Alerts] > li')].map(text)

  test('stand in a lane for each type and in a list with how long each lasted', async () => {
    thingKnownAs({ alerts: list(...periods) })
    await open(`/things/${tuid}/alerts`)
    expect([...document.querySelectorAll('[data-lane]')].map((lane) => lane.getAttribute('data-lane'))).toEqual([
      'heartbeat missed',
      'never heard of'
    ])
    expect(page()).toContain('4 alerts. 1 is active.')
    expect(rows()[0]).toMatch(/^Heartbeat missed ?active ?\d.* – now ?3 days$/)
    expect(rows()[1]).toMatch(/^never heard of.*ends before it begins\. ?not known how long$/)
    expect(rows()[2]).toMatch(/2 hours$/)
    expect(rows()[3]).toMatch(/before records began – .*not known how long$/)
  })

  test('of a range are asked for with its ends, and meanwhile taken from what is known', async () => {
    const installer = thingKnownAs({ alerts: list(...periods) })
    await open(`/things/${tuid}/alerts`)
    let answer: (value: ListOf<AlertPeriod>) => void = () => undefined
    installer.answers['things:alerts'] = () =>
      new Promise<ListOf<AlertPeriod>>((resolve) => (answer = resolve)).then((value) => ok(live(value)))
    button('Month').click()
    await flushPromises()
    expect(rows()).toHaveLength(2)
    const asks = installer.inputsOf('things:alerts') as { from?: number; to?: number }[]
    expect(asks).toHaveLength(2)
    expect(Math.abs((asks[1]?.from ?? 0) - (Date.now() - 30 * day))).toBeLessThan(61_000)
    answer(list(...periods.slice(0, 1)))
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })

  test('of an own range wait until it is one', async () => {
    const installer = thingKnownAs({ alerts: list(...periods) })
    await open(`/things/${tuid}/alerts`)
    button('Own range').click()
    await flushPromises()
    expect(page()).toContain('Choose a first day, a last day, or both.')
    await fill(field('From'), '2026-11-03')
    await fill(field('To'), '2026-11-01')
    expect(page()).toContain('This range ends before it begins.')
    const before = installer.inputsOf('things:alerts').length
    await fill(field('To'), '2026-11-05')
    expect(page()).not.toContain('This range ends')
    expect(installer.inputsOf('things:alerts').length).toBe(before + 1)
  })

  test('that were never any say so', async () => {
    thingKnownAs()
    await open(`/things/${tuid}/alerts`)
    expect(page()).toContain('No alerts on record')
    button('Last day').click()
    await flushPromises()
    expect(page()).toContain('No alerts in this range')
  })

  test('too many to draw at once come piece by piece', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      alertType: 'heartbeat missed',
      from: at - index * hour - hour,
      to: at - index * hour
    }))
    thingKnownAs({ alerts: list(...many) })
    await open(`/things/${tuid}/alerts`)
    expect(rows()).toHaveLength(100)
    button('Show more (150)').click()
    await flushPromises()
    expect(rows()).toHaveLength(200)
  })
})
