/** How a text came to be read. */
export type ScanVia = 'scanner' | 'camera' | 'typed' | 'list'

export interface Scan {
  /** As it was read: nothing is corrected on the way. */
  readonly text: string
  readonly via: ScanVia
}

/** `flagged`: something about it wants a person's look, or nothing could be done with it now. */
export type ScanOutcome = 'accepted' | 'duplicate' | 'flagged' | 'not_understood'

/** What the scan room says by itself, as keys below `scan.said`. */
export type ScanSaying = 'keptOut' | 'failed' | 'torn' | 'finishForm' | 'noStack'

export interface ScanAnswer {
  readonly outcome: ScanOutcome
  /** What to say besides the outcome's own word. Left out, what was read is said, or why it was not understood. */
  readonly words?: string
  readonly saying?: ScanSaying
  /** The page shows it by itself: then it is only heard, by ear and by screen reader. */
  readonly shown?: boolean
}

/** What whoever takes scans does with one. Scans come in the order in which they were read. */
export type ScanHandler = (scan: Scan) => ScanOutcome | ScanAnswer | Promise<ScanOutcome | ScanAnswer>
