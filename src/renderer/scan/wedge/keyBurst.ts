/**
 * Longest pause between two characters of a hand scanner, in milliseconds. Scanners need 1 to 30, those on Bluetooth a
 * little more, a busy laptop adds to that. Few people keep it up for a whole label, and what they type into a field is
 * not taken for one, see verdict.ts.
 */
export const longestPause = 100

/** After this long without a key, in milliseconds, a scan without a terminator has ended. */
export const endingPause = 250

/** A pause as long as this, in milliseconds, is between two scans and not within one that stumbles. */
const breath = 400

/** On average no person types faster than this, in milliseconds from key to key. */
const machinePace = 35
/** Fewer are keys that happened to be hit together. */
const machineLength = 8

/** Keys that came one right after the other. */
export interface KeyBurst {
  readonly text: string
  readonly firstAt: number
  readonly lastAt: number
  /** Nothing was typed just before. Otherwise this may be the rest of a scan that stumbled. */
  readonly isWhole: boolean
}

/** Keys without a character of their own that scanners press on the way: Shift for capitals, dead keys of a layout. */
const silentKeys: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'AltGraph', 'Dead'])

/** What a key does to a burst. `ends`: Enter or Tab right after it; `silent`: nothing; `breaks`: anything else. */
export type Stroke = 'begins' | 'goes_on' | 'ends' | 'silent' | 'breaks'

/**
 * @param key as in KeyboardEvent.key
 * @param at milliseconds on the clock of the events
 * @param pause longest one within a burst, in milliseconds
 */
export function strokeOf(burst: KeyBurst | null, key: string, at: number, pause = longestPause): Stroke {
  const goesOn = burst !== null && at - burst.lastAt <= pause
  if (silentKeys.has(key)) return 'silent'
  if (isCharacter(key)) return goesOn ? 'goes_on' : 'begins'
  return goesOn && (key === 'Enter' || key === 'Tab') ? 'ends' : 'breaks'
}

/** @param lastKeyAt when any key came before the first of this burst; null after a scan that was taken, or never */
export function begun(key: string, at: number, lastKeyAt: number | null): KeyBurst {
  return { text: key, firstAt: at, lastAt: at, isWhole: lastKeyAt === null || at - lastKeyAt >= breath }
}

export function goneOn(burst: KeyBurst, key: string, at: number): KeyBurst {
  return { ...burst, text: burst.text + key, lastAt: at }
}

/** Milliseconds from key to key, on average. */
export function paceOf({ text, firstAt, lastAt }: KeyBurst): number {
  return (lastAt - firstAt) / Math.max(1, text.length - 1)
}

/** Whether only a machine types like this, whatever it is. */
export function isMachine(burst: KeyBurst): boolean {
  return burst.text.length >= machineLength && paceOf(burst) <= machinePace
}

function isCharacter(key: string): boolean {
  // A character beyond the first plane is two units and one key.
  return Array.from(key).length === 1
}
