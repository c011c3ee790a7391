/** Every waiting time of the outbox in one place, in milliseconds. Tests pass shorter ones. */
export interface OutboxPolicy {
  /** Actions of one stack under way at once. */
  readonly lanes: number
  /**
   * What the server answered to the action before, on the same subject, is built upon unlooked for so long. Everything
   * else is looked at right before it is overwritten.
   */
  readonly lookWhenOlderThan: number
  /** After an unclear answer: the first look at the server. Those after it follow at ever longer distances. */
  readonly firstLook: number
  /**
   * How long a request may still take effect, and that go unseen, after we stopped hearing of it: the gateway in front of
   * the API gives up on what stands behind it after 29 s (vendor fact: it is an AWS API gateway), and what came of it may
   * show as late as after an answer.
   */
  readonly inFlightAfterNoAnswer: number
  /**
   * How long a server that has answered may go on showing what was before: what it did is done by then, but it need not
   * read where it has just written. Until then no look is believed that does not show our own doing.
   */
  readonly shownWithin: number
  /** No attempt lasts longer: a token and the request, and both once more after a 401. */
  readonly longestAttempt: number
  /** Backoff after a failed attempt: doubles from the first to the cap, with jitter. */
  readonly backoffFirst: number
  readonly backoffCap: number
  /** Longest that a server is left alone with an action at its own wish (Retry-After). */
  readonly longestRest: number
  /** Longest that it is left alone with all others, of which it has said nothing. */
  readonly longestStackRest: number
}

export const defaultPolicy: OutboxPolicy = {
  lanes: 6,
  lookWhenOlderThan: 2_000,
  firstLook: 1_000,
  inFlightAfterNoAnswer: 40_000,
  shownWithin: 10_000,
  longestAttempt: 110_000,
  backoffFirst: 2_000,
  backoffCap: 300_000,
  longestRest: 3_600_000,
  longestStackRest: 60_000
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

/**
 * How long to wait for the next look while a request may still be acting: as long as was waited already, so that what
 * shows up late is soon seen, and a server in trouble is asked a handful of times.
 *
 * @param left how long the request may still be acting
 */
export function untilNextLook(policy: OutboxPolicy, left: number): number {
  const whole = left > policy.shownWithin ? policy.inFlightAfterNoAnswer : policy.shownWithin
  return Math.max(policy.firstLook, whole - left)
}
