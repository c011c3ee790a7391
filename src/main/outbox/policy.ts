/** Every waiting time of the outbox in one place, in milliseconds. Tests pass shorter ones. */
export interface OutboxPolicy {
  /** Actions of one stack under way at once. */
  readonly lanes: number
  /** A belief older than this is checked against the server before it is overwritten. */
  readonly lookWhenOlderThan: number
  /** After an unclear answer: the first look at the server. */
  readonly firstLook: number
  /**
   * How long a request may still take effect although we heard nothing, counted from its start when the app was
   * interrupted: the gateway in front of the API gives up after 29 s (vendor fact: it is an AWS API gateway).
   */
  readonly inFlightAfterInterruption: number
  /** The same, counted from the end of an attempt whose connection broke. */
  readonly inFlightAfterNoAnswer: number
  /** The same, counted from the end of an attempt to which the server answered without a clear word. */
  readonly inFlightAfterAnswer: number
  /** Backoff after a failed attempt: doubles from the first to the cap, with jitter. */
  readonly backoffFirst: number
  readonly backoffCap: number
}

export const defaultPolicy: OutboxPolicy = {
  lanes: 6,
  lookWhenOlderThan: 30_000,
  firstLook: 1_000,
  inFlightAfterInterruption: 30_000,
  inFlightAfterNoAnswer: 8_000,
  inFlightAfterAnswer: 2_000,
  backoffFirst: 2_000,
  backoffCap: 300_000
}

/**
 * @param failures how many attempts in a row have failed, from 1
 * @param random a number from 0 to 1; spreads laptops that lost the same server at the same moment
 * @returns between half and the whole of the doubled time, never above the cap
 */
export function backoff(policy: OutboxPolicy, failures: number, random: number): number {
  const whole = Math.min(policy.backoffCap, policy.backoffFirst * 2 ** Math.min(failures - 1, 30))
  return Math.round(whole * (0.5 + random / 2))
}
