import { describe, expect, test } from 'vitest'
import { verdictOf, type Place, type Verdict } from '@/scan/wedge/verdict'
import { begun, goneOn, isMachine, longestPause, strokeOf, type KeyBurst } from '@/scan/wedge/keyBurst'

const label = 'ESY93100802,TSPD04'
const elsewhere: Place = { kind: 'elsewhere' }
const text: Place = { kind: 'text' }

function burstOf(keys: string, pace: number, isWhole = true): KeyBurst {
  const [first = '', ...rest] = Array.from(keys)
  const start = begun(first, 1000, isWhole ? null : 900)
  return rest.reduce((burst, key, index) => goneOn(burst, key, 1000 + (index + 1) * pace), start)
}

describe('a key after a burst', () => {
  const burst = burstOf('ESY', 5)
  test.each<[key: string, after: number, stroke: string]>([
    ['9', 5, 'goes_on'],
    ['9', longestPause, 'goes_on'],
    ['9', longestPause + 1, 'begins'],
    ['ö', 5, 'goes_on'],
    ['𝄞', 5, 'goes_on'],
    ['Enter', 5, 'ends'],
    ['Tab', 5, 'ends'],
    ['Enter', longestPause + 1, 'breaks'],
    ['Shift', 5, 'silent'],
    ['Dead', 5, 'silent'],
    ['ArrowDown', 5, 'breaks'],
    ['Backspace', 5, 'breaks']
  ])('%s, %d ms later: %s', (key, after, stroke) => {
    expect(strokeOf(burst, key, burst.lastAt + after)).toBe(stroke)
  })

  test('a first key begins one, and Enter alone does not end what has not begun', () => {
    expect(strokeOf(null, 'E', 0)).toBe('begins')
    expect(strokeOf(null, 'Enter', 0)).toBe('breaks')
  })
})

describe('only a machine', () => {
  test.each<[keys: string, pace: number, machine: boolean]>([
    [label, 1, true],
    [label, 35, true],
    [label, 36, false],
    ['ESY9310', 1, false]
  ])('types “%s” with %d ms from key to key: %s', (keys, pace, machine) => {
    expect(isMachine(burstOf(keys, pace))).toBe(machine)
  })
})

describe('what a burst of keys was', () => {
  const field = (whole: string): Place => ({ kind: 'label', whole })
  const scan = burstOf(label, 5)
  const rest = burstOf('93100802,TSPD04', 5, false)

  test.each<[what: string, burst: KeyBurst, place: Place, terminated: boolean, verdict: Verdict]>([
    ['a label over a button', scan, elsewhere, true, 'scan'],
    ['a label over a button, ended by silence', scan, elsewhere, false, 'scan'],
    ['another make’s label over a button', burstOf('4006381333931', 5), elsewhere, true, 'scan'],
    ['another make’s label over a button, ended by silence', burstOf('4006381333931', 5), elsewhere, false, 'scan'],
    ['a short code over a button', burstOf('1234', 5), elsewhere, true, 'scan'],
    ['three keys and Enter at once', burstOf('asd', 5), elsewhere, true, 'typed'],
    ['a few quick letters', burstOf('tspd', 40), elsewhere, false, 'typed'],
    ['a person’s quick word', burstOf('tspd04esy', 45), elsewhere, false, 'typed'],
    ['the rest of a label over a button', rest, elsewhere, true, 'torn'],
    ['a whole label right after another key', burstOf(label, 5, false), elsewhere, true, 'scan'],

    ['a label in another field', scan, text, true, 'scan'],
    ['a label in another field, ended by silence', scan, text, false, 'scan'],
    ['a label in another field from a slow scanner', burstOf(label, 80), text, true, 'scan'],
    ['something quick in another field', burstOf('prfi00annexhall', 5), text, true, 'typed'],
    ['a password from a password manager', burstOf('x7Gq9LmP2wRt', 2), text, true, 'typed'],
    ['an unknown code in another field', burstOf('ABCD99EZU31901021', 5), text, true, 'typed'],
    ['the rest of a label in another field', rest, text, true, 'typed'],
    ['a garbled label in another field', burstOf('ESYç"&àà_àé;TSPDà\'', 5), text, true, 'scan'],
    ['a fast typist’s TUID without Enter', burstOf('TSPD04ESY93100802', 60), text, false, 'typed'],

    ['a label in the field for labels', scan, field(label), true, 'scan'],
    ['another make’s in the field for labels', burstOf('4006381333931', 5), field('4006381333931'), true, 'scan'],
    ['a label behind what was not understood', scan, field(`4006381333931${label}`), true, 'scan'],
    ['the rest of a label whose beginning is there', rest, field(label), true, 'typed'],
    ['what a person types and ends with Enter', burstOf('TSPD', 90), field('TSPD'), true, 'typed'],
    ['what a person began, and ends quickly', burstOf('0802', 20, false), field('TSPD04ESY93100802'), true, 'typed']
  ])('%s: %s', (_what, burst, place, terminated, verdict) => {
    expect(verdictOf(burst, place, terminated)).toBe(verdict)
  })
})
