import { begun, endingPause, goneOn, longestPause, paceOf, strokeOf, type KeyBurst } from './keyBurst'
import { isTextField, keepField, listensToLetters, restoreField, typeInto, type KeptField } from './keptField'
import { verdictOf, type Place } from './verdict'

/** Set around what understands scans by itself and wants the keys as they come. */
export const keysAsTheyCome = 'data-keys-as-they-come'

/**
 * How long a letter waits for the next one, in milliseconds, before it counts as a person's and goes into the field for
 * labels: too short to be noticed, long enough for all but the slowest scanners.
 */
const heldPause = 50

export interface HandScannerPorts {
  /** The field into which a person types labels, when one waits for letters. */
  readonly labelField: () => HTMLInputElement | null
  readonly scanned: (text: string) => void
  /** A scan of which the beginning went astray. */
  readonly torn: (text: string) => void
  /** @returns how to call it off */
  readonly after: (ms: number, task: () => void) => () => void
}

/** What is known of the burst under way. */
interface Reading {
  readonly burst: KeyBurst
  readonly target: EventTarget | null
  readonly kept: KeptField | null
  /** Typed nowhere yet: whether a person or a scanner began is not known. */
  readonly held: boolean
}

/**
 * Recognises what a hand scanner types, wherever the focus is, by its speed and its end (Enter, Tab or silence), and
 * keeps it from whatever has the focus: over a button its keys are swallowed, a text field gets back what it held.
 */
export class HandScanner {
  readonly #ports: HandScannerPorts
  #reading: Reading | null = null
  #lastKeyAt: number | null = null
  #endedAt = -Infinity
  #secondWithin = 0
  #stopWaiting = (): void => undefined
  /** Keys that went down unheard: their coming up must not be heard either, a button would take it for a press. */
  readonly #swallowed = new Set<string>()

  constructor(ports: HandScannerPorts) {
    this.#ports = ports
  }

  /** For every keydown of the page, before anything else hears it. */
  keyDown(event: KeyboardEvent): void {
    this.#swallowed.delete(event.code)
    const target = event.target instanceof HTMLElement ? event.target : null
    if (isHeldEnter(event, target)) {
      event.preventDefault()
      return
    }
    if (isShortcut(event) || event.isComposing || target?.closest(`[${keysAsTheyCome}]`) != null) {
      this.giveUp()
      return
    }
    if (this.#isSecondTerminator(event)) {
      this.#swallow(event)
      return
    }
    const reading = this.#reading?.target === target ? this.#reading : null
    const stroke = strokeOf(reading?.burst ?? null, event.key, event.timeStamp, this.#pauseFor(reading))
    if (stroke === 'silent') return
    if (reading === null || stroke === 'begins' || stroke === 'breaks') this.giveUp()
    const before = this.#lastKeyAt
    this.#lastKeyAt = event.timeStamp

    if (stroke === 'begins') this.#begin(event, target, before)
    else if (stroke === 'goes_on' && reading !== null) this.#goOn(event, reading)
    else if (stroke === 'ends' && reading !== null) this.#end(reading, event)
  }

  /** For every keyup of the page. */
  keyUp(event: KeyboardEvent): void {
    if (!this.#swallowed.delete(event.code)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  /** Whatever was held goes where a person's letters go; the rest is where it was typed. */
  giveUp(): void {
    this.#stopWaiting()
    const reading = this.#reading
    this.#reading = null
    const field = reading?.held === true ? this.#ports.labelField() : null
    if (reading !== null && field !== null) typeInto(field, reading.burst.text)
  }

  #begin(event: KeyboardEvent, target: HTMLElement | null, lastKeyAt: number | null): void {
    // What was held has just gone into the field for labels, and this key follows it there by itself.
    const field = this.#ports.labelField()
    const place = field !== null && document.activeElement === field ? field : target
    const kept = isTextField(place) ? keepField(place) : null
    const held = kept === null && !listensToLetters(place)
    // A person presses a button with the space bar; no label begins with one.
    if (held && event.key === ' ') return
    if (held) this.#swallow(event)
    this.#follow({ burst: begun(event.key, event.timeStamp, lastKeyAt), target: place, kept, held })
  }

  #goOn(event: KeyboardEvent, reading: Reading): void {
    const { burst, kept, held } = reading
    // Two letters may be a person looking for something in a list.
    if (held || (kept === null && burst.text.length > 1)) this.#swallow(event)
    this.#follow({ ...reading, burst: goneOn(burst, event.key, event.timeStamp) })
  }

  #follow(reading: Reading): void {
    this.#stopWaiting()
    this.#reading = reading
    const isPersons = reading.held && reading.burst.text.length < 3 && this.#ports.labelField() !== null
    this.#stopWaiting = this.#ports.after(isPersons ? heldPause : endingPause, () => this.#end(reading, null))
  }

  /** @param terminator null when silence ended it */
  #end(reading: Reading, terminator: KeyboardEvent | null): void {
    const { burst, kept } = reading
    const verdict = verdictOf(burst, this.#placeOf(reading), terminator !== null)
    if (verdict === 'typed') {
      this.giveUp()
      return
    }
    this.#stopWaiting()
    this.#reading = null
    this.#lastKeyAt = null
    if (terminator !== null) {
      this.#swallow(terminator)
      this.#endedAt = terminator.timeStamp
      this.#secondWithin = 2 * paceOf(burst)
    }
    if (kept !== null) restoreField(kept)
    if (verdict === 'scan') this.#ports.scanned(burst.text)
    else this.#ports.torn(burst.text)
  }

  #placeOf({ kept }: Reading): Place {
    if (kept === null) return { kind: 'elsewhere' }
    return kept.element === this.#ports.labelField() ? { kind: 'label', whole: kept.element.value } : { kind: 'text' }
  }

  #pauseFor(reading: Reading | null): number {
    if (reading === null || reading.kept !== null) return longestPause
    return reading.held && this.#ports.labelField() === null ? longestPause : heldPause
  }

  /** Some scanners end with both, or twice. As fast as the rest: the next Enter of a person is for what they see now. */
  #isSecondTerminator({ key, timeStamp }: KeyboardEvent): boolean {
    const since = timeStamp - this.#endedAt
    return (key === 'Enter' || key === 'Tab') && since >= 0 && since <= this.#secondWithin
  }

  #swallow(event: KeyboardEvent): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#swallowed.add(event.code)
  }
}

/** An Enter held down a little long must not press the next button that gets the focus. */
function isHeldEnter(event: KeyboardEvent, target: HTMLElement | null): boolean {
  return event.key === 'Enter' && event.repeat && !(target instanceof HTMLTextAreaElement)
}

/** AltGr looks like Ctrl and Alt together, and types. */
function isShortcut(event: KeyboardEvent): boolean {
  return event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))
}
