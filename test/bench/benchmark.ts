/** `quick` shows in seconds that everything runs; its figures mean nothing. */
export type Size = 'full' | 'quick'

/** One measured ratio (or megabytes, kilobytes, seconds) and what it was measured from. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'times' | 'MB' | 'kB' | 's'
  readonly aim: { readonly atLeast: number } | { readonly atMost: number } | null
  /** The raw figures behind the value, in words. */
  readonly detail: string
}

export interface Benchmark {
  readonly name: string
  /** @param note told what is being measured, for whoever waits */
  readonly run: (size: Size, note: (words: string) => void) => Promise<Figure[]>
}

/** A figure as `--json` writes it. */
export interface Report {
  readonly name: string
  readonly value: number
  /** `>= 10`, `<= 150 MB`, or null where a figure is there for comparison only. */
  readonly aim: string | null
  readonly holds: boolean
  readonly detail: string
}

export function reportOf({ name, value, unit, aim, detail }: Figure): Report {
  const suffix = unit === 'times' ? '' : ` ${unit}`
  if (aim === null) return { name, value, aim: null, holds: Number.isFinite(value), detail }
  return 'atLeast' in aim
    ? { name, value, aim: `>= ${aim.atLeast}${suffix}`, holds: value >= aim.atLeast, detail }
    : { name, value, aim: `<= ${aim.atMost}${suffix}`, holds: value <= aim.atMost, detail }
}
