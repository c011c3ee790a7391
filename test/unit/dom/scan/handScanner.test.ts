import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HandScanner, keysAsTheyCome } from '@/scan/wedge/HandScanner'
import { handScan, strike } from './handKeys'

const label = 'ESY93100802,TSPD04'
const printed = 'TSPD04 ESY93100802'

let scans: string[]
let torn: string[]
let pressed: number
let submitted: string[]
let labelField: HTMLInputElement | null
/** What waits for time to pass. */
let waiting: Set<() => void>
let listening: AbortController

const button = (): HTMLElement => element('button')
const search = (): HTMLInputElement => input('#search')
const labels = (): HTMLInputElement => input('#labels')

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

function input(selector: string): HTMLInputElement {
  const found = element(selector)
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${selector}`)
  return found
}

/** Silence: whatever waits for a pause gets it. */
function pause(): void {
  for (const task of waiting) {
    waiting.delete(task)
    task()
  }
}

beforeEach(() => {
  scans = []
  torn = []
  pressed = 0
  submitted = []
  waiting = new Set()
  document.body.innerHTML = `
    <button>Save</button>
    <input id="search">
    <form><input id="labels"></form>
    <input type="radio" id="choice">
    <div role="menu" tabindex="0" id="menu"></div>
    <div ${keysAsTheyCome}><input id="own"></div>`
  button().addEventListener('click', () => (pressed += 1))
  element('form').addEventListener('submit', () => submitted.push(labels().value))
  labelField = labels()
  const scanner = new HandScanner({
    labelField: () => labelField,
    scanned: (text) => scans.push(text),
    torn: (text) => torn.push(text),
    after: (_ms, task) => {
      waiting.add(task)
      return () => waiting.delete(task)
    }
  })
  listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', (event) => scanner.keyDown(event), options)
  window.addEventListener('keyup', (event) => scanner.keyUp(event), options)
})
afterEach(() => {
  listening.abort()
  document.body.replaceChildren()
})

describe('a scan while a button has the focus', () => {
  test.each<[text: string, end: 'Enter' | 'Tab' | null]>([
    [label, 'Enter'],
    [label, 'Tab'],
    [label, null],
    [printed, 'Enter'],
    [printed, null],
    ['4006381333931', 'Enter'],
    ['4006381333931', null]
  ])('“%s” ending with %s: is taken and presses nothing', async (text, end) => {
    button().focus()
    await handScan(text, { end })
    pause()
    expect(scans).toEqual([text])
    expect(pressed).toBe(0)
    expect(document.activeElement).toBe(button())
    expect(labels().value).toBe('')
  })

  test('the same where no field for labels is', async () => {
    labelField = null
    button().focus()
    await handScan(printed, { pace: 80 })
    expect(scans).toEqual([printed])
    expect(pressed).toBe(0)
  })

  test('ending with both Enter and Tab is one scan, and the focus stays', async () => {
    button().focus()
    await handScan(label)
    expect(strike('Tab')).toBe(false)
    expect(strike('Enter')).toBe(false)
    expect(scans).toEqual([label])
    expect(pressed).toBe(0)
  })

  test('five in a second are five', async () => {
    button().focus()
    for (let count = 0; count < 5; count += 1) await handScan(label, { after: 100 })
    expect(scans).toEqual(Array(5).fill(label))
  })

  test('of which the beginning went astray is not taken for a whole one', async () => {
    button().focus()
    labelField = null
    await handScan('ESY', { end: null })
    await handScan('93100802,TSPD04', { after: 120 })
    expect(scans).toEqual([])
    expect(torn).toEqual(['93100802,TSPD04'])
    expect(pressed).toBe(0)
  })
})

test('over a menu, no item is pressed', async () => {
  element('#menu').focus()
  expect(await handScan(printed)).toBe(false)
  expect(scans).toEqual([printed])
})

describe('a scan while a text field has the focus', () => {
  test.each<['Enter' | 'Tab' | null]>([['Enter'], ['Tab'], [null]])(
    'ending with %s: leaves what was there',
    async (end) => {
      search().value = 'hq'
      search().focus()
      await handScan(label, { end })
      pause()
      expect(scans).toEqual([label])
      expect(search().value).toBe('hq')
    }
  )

  test('tells whoever follows the field', async () => {
    const seen: string[] = []
    search().addEventListener('input', () => seen.push(search().value))
    search().focus()
    await handScan(label)
    expect(seen.at(-1)).toBe('')
  })

  test('something else typed as fast stays', async () => {
    search().focus()
    expect(await handScan('x7Gq9LmP2wRt')).toBe(true)
    expect(search().value).toBe('x7Gq9LmP2wRt')
    expect(scans).toEqual([])
  })

  test('where keys are wanted as they come, they come', async () => {
    element('#own').focus()
    await handScan(label)
    expect(input('#own').value).toBe(label)
    expect(scans).toEqual([])
  })
})

describe('in the field for labels', () => {
  test('a scan is taken, and the field is empty for the next', async () => {
    labels().focus()
    await handScan(label)
    expect([scans, submitted, labels().value]).toEqual([[label], [], ''])
  })

  test('what a person typed is sent by their Enter', async () => {
    labels().focus()
    await handScan('TSPD04ESY93100802', { pace: 150 })
    expect([scans, submitted]).toEqual([[], ['TSPD04ESY93100802']])
  })

  test('a scan that stumbles is sent whole', async () => {
    labels().focus()
    await handScan('ESY', { end: null })
    await handScan('93100802,TSPD04', { after: 150 })
    expect([scans, submitted]).toEqual([[], [label]])
  })
})

describe('a person', () => {
  test('who types where no field has the focus types into the field for labels', async () => {
    button().focus()
    await handScan('T', { end: null })
    pause()
    expect(document.activeElement).toBe(labels())
    await handScan('SPD04', { pace: 120, end: null, after: 120 })
    expect(labels().value).toBe('TSPD04')
  })

  test('who types quickly loses no letter', () => {
    button().focus()
    for (const [key, after] of [
      ['T', 500],
      ['S', 40],
      ['P', 70],
      ['D', 30]
    ] as const)
      strike(key, after)
    pause()
    expect(labels().value).toBe('TSPD')
    expect(scans).toEqual([])
  })

  test.each([' ', 'Enter'])('presses a button with “%s” as ever, also right after a scan', async (key) => {
    button().focus()
    strike(key, 500)
    expect(pressed).toBe(1)
    await handScan(printed)
    strike(key, 500)
    expect(pressed).toBe(2)
  })

  test('who holds Enter a little long presses nothing more', () => {
    button().focus()
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
    expect(button().dispatchEvent(held)).toBe(false)
  })

  test('who uses a shortcut is not scanning', () => {
    button().focus()
    const copy = new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true, cancelable: true })
    expect(button().dispatchEvent(copy)).toBe(true)
  })
})
