/** Shortest rest between two answers to what changes by itself, in milliseconds. */
const shortestRest = 400

/** Longest, however long the answers take. */
const longestRest = 4000

/** A question rests this many times as long as its answer took, so that asking never takes more than its share. */
const restPerWork = 8

export interface PacedQuestion {
  /** Asks at once, and again if it is just being asked. Resolves when an answer to it as it is now has come. */
  now(): Promise<void>
  /** Asks as soon as the rest after the last answer is over. */
  soon(): void
  /** Asks no more by itself. */
  stop(): void
}

/**
 * A question whose answer changes by itself, up to thousands of times a minute: never asked twice at a time, at once when
 * nothing was asked for a while, otherwise at a pace that leaves main and page time for their work.
 *
 * @param ask asks and shows the answer; must not reject
 */
export function pacedQuestion(ask: () => Promise<void>): PacedQuestion {
  let asking: Promise<void> | null = null
  /** What was asked for while it was being asked. */
  const again = new Set<'now' | 'soon'>()
  let restsUntil = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  async function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    do {
      again.clear()
      const begun = performance.now()
      await ask()
      const ended = performance.now()
      restsUntil = ended + Math.min(longestRest, Math.max(shortestRest, restPerWork * (ended - begun)))
    } while (again.has('now'))
    asking = null
    if (again.has('soon')) soon()
  }

  function start(): Promise<void> {
    asking ??= run()
    return asking
  }

  function soon(): void {
    const rest = restsUntil - performance.now()
    if (asking !== null) again.add('soon')
    else if (rest <= 0) void start()
    else timer ??= setTimeout(() => void start(), rest)
  }

  return {
    now() {
      if (asking !== null) again.add('now')
      return start()
    },
    soon,
    stop() {
      again.delete('soon')
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
  }
}
