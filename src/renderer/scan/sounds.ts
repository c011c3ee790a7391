import type { ScanOutcome } from './scan'

interface Tone {
  /** Hertz. */
  readonly pitch: number
  /** Seconds after the beginning, and for how long. */
  readonly at: number
  readonly length: number
}

/** Told apart by rhythm and height, so that nobody has to look up, and in a noisy plant room neither alone would do. */
const melodies: Readonly<Record<ScanOutcome, readonly Tone[]>> = {
  accepted: [{ pitch: 1760, at: 0, length: 0.09 }],
  duplicate: [
    { pitch: 880, at: 0, length: 0.08 },
    { pitch: 880, at: 0.13, length: 0.08 }
  ],
  flagged: [
    { pitch: 880, at: 0, length: 0.1 },
    { pitch: 587, at: 0.12, length: 0.16 }
  ],
  not_understood: [{ pitch: 220, at: 0, length: 0.4 }]
}

/** Seconds in which a tone rises and falls: without, it begins and ends with a click. */
const edge = 0.008
const loudness = 0.25

let context: AudioContext | null = null

/** Plays what tells the outcome. A machine without sound stays silent: whatever is heard is also seen and said. */
export function playOutcome(outcome: ScanOutcome): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  // It sleeps until a person has touched the page; a key of the scanner counts as that.
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  for (const tone of melodies[outcome]) play(context, tone)
}

function play(audio: AudioContext, { pitch, at, length }: Tone): void {
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  const start = audio.currentTime + at
  oscillator.type = 'square'
  oscillator.frequency.value = pitch
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(loudness, start + edge)
  volume.gain.setValueAtTime(loudness, start + length - edge)
  volume.gain.linearRampToValueAtTime(0, start + length)
  oscillator.connect(volume).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + length)
}
