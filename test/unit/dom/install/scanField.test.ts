import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { captured, willingInstaller } from './bench'
import { click, enter, field, fill, press, region, scan, showBench } from './benchPage'
import { button } from '../frame/mounting'
import { handScan, strike } from '../scan/handKeys'
import { otherTuid, tuid } from './fixtures'

const scanField = () => field('Scan or type a label')
const feedback = () => document.getElementById(scanField().getAttribute('aria-describedby') ?? '')?.textContent ?? ''

async function openAndChoose(): Promise<void> {
  await scan(tuid)
  await click(button('Choose group and status'))
  await fill(field('Search groups'), 'annex')
  await enter()
}

describe('the scan field', () => {
  test('has the focus from the start', async () => {
    willingInstaller()
    await showBench()
    expect(document.activeElement).toBe(scanField())
  })

  test.each([
    ['tspd04esy93100802', /^Environment sensorTSPD04ESY93100802/],
    ['ESY93100802,TSPD04', /^Environment sensorTSPD04ESY93100802/],
    ['TSPR09EZU31901021', /^Probably: Presence sensorTSPR09EZU31901021/],
    ['ABCD99EZU31901021', /^Unknown kind of thing/],
    ['TSPD', /^“TSPD” is too short/],
    ['TSPD04ÄSY93100802', /letters and digits only/]
  ])('says of “%s” while it is typed: %s', async (text, words) => {
    willingInstaller()
    const { store } = await showBench()
    await fill(scanField(), text)
    expect(feedback().trim()).toMatch(words)
    expect(store.thing).toBeNull()
  })

  test('keeps what Enter could not take, and says which part was not understood', async () => {
    willingInstaller()
    await showBench()
    await scan('https://example.com/about')
    expect(scanField().value).toBe('https://example.com/about')
    expect(scanField().getAttribute('aria-invalid')).toBe('true')
    expect(feedback()).toContain('Not understood. This address does not end with a TUID: “about”.')
  })

  test('is empty again for the next scan once a thing is open', async () => {
    willingInstaller()
    const { store } = await showBench()
    await scan(tuid)
    expect(store.thing?.tuid).toBe(tuid)
    expect(scanField().value).toBe('')
  })

  test('takes a scan that ends with Tab, and leaves a person’s Tab alone', async () => {
    willingInstaller()
    const { store } = await showBench()
    await fill(scanField(), 'TSPD')
    expect(await press('Tab')).toBe(true)
    await fill(scanField(), tuid)
    expect(await press('Tab')).toBe(false)
    expect(store.thing?.tuid).toBe(tuid)
  })
})

describe('a scan at any moment', () => {
  test('goes to the scan field when no field has the focus', async () => {
    willingInstaller()
    await showBench()
    await scan(tuid)
    expect(document.activeElement).toBe(button('Choose group and status'))
    strike('T')
    await expect.poll(() => document.activeElement === scanField()).toBe(true)
    expect(scanField().value).toBe('T')
  })

  test('into another field is taken out of it and understood', async () => {
    willingInstaller()
    await showBench()
    await openAndChoose()
    const search = field('Search groups')
    await fill(search, 'hq')
    expect(await handScan(otherTuid)).toBe(false)
    await flushPromises()
    expect(search.value).toBe('hq')
    expect(region(`Leave ${tuid} without saving?`).textContent).toContain(otherTuid)
  })

  test('of something else typed quickly stays where it was typed', async () => {
    willingInstaller()
    const { store } = await showBench()
    await scan(tuid)
    await click(button('Choose group and status'))
    field('Search groups').focus()
    await handScan('prfi00annexhall')
    await flushPromises()
    expect(field('Search groups').value).toBe('prfi00annexhall')
    expect(store.thing?.tuid).toBe(tuid)
  })

  test('asks first when something is unsaved, and staying keeps it', async () => {
    willingInstaller()
    const { store } = await showBench()
    await openAndChoose()
    await scan(otherTuid)
    expect(region(`Leave ${tuid} without saving?`).textContent).toContain(otherTuid)
    expect(document.activeElement).toBe(button('Stay here'))
    await press('Escape')
    expect(store.thing).toMatchObject({ tuid, group: { kind: 'put', groupId: 'prfi00annex' }, next: null })
    expect(document.activeElement).toBe(field('Search groups'))
  })

  test('asks first, and leaving opens what was scanned', async () => {
    const installer = willingInstaller()
    const { store } = await showBench()
    await openAndChoose()
    await scan(otherTuid)
    await click(button('Leave without saving'))
    expect(store.thing).toMatchObject({ tuid: otherTuid, group: null })
    expect(captured(installer)).toEqual([])
  })
})

test('an Enter held down presses nothing', async () => {
  willingInstaller()
  await showBench()
  await scan(tuid)
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  expect(button('Choose group and status').dispatchEvent(held)).toBe(false)
})
