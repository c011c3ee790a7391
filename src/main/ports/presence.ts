/** Whether anybody is at the laptop. */
export interface Presence {
  /** As far as the system can tell at this moment; where it cannot, somebody is. */
  readonly isSomebodyThere: () => boolean
  /**
   * Tells when there is a sign that somebody has come back. There may be none: `isSomebodyThere` has the last word.
   * @returns a function that stops watching
   */
  readonly onSign: (tell: () => void) => () => void
  /** Somebody has done what the system counts as no input, such as holding a label in front of the camera. */
  readonly seen: () => void
}
