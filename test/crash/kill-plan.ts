/** Where a run of the app is cut off. Each is a place at which a crash leaves different things half-done. */
export type KillPlan =
  /** At any moment after the first capture. */
  | { readonly at: 'moment'; readonly afterMs: number }
  /** Around the n-th commit of the journal: just before it, so that nothing is on disk, or just after. */
  | { readonly at: 'commit'; readonly nth: number; readonly side: 'before' | 'after' }
  /** When the n-th write has reached the server: before it takes effect, or after it, before the answer. */
  | { readonly at: 'request'; readonly nth: number; readonly side: 'before effect' | 'after effect' }
  /** When the n-th look has reached the server. */
  | { readonly at: 'look'; readonly nth: number }

/**
 * Where a run is cut off, and perhaps where it is once more after the restart, and once more after that.
 * @param random from 0 up to 1
 */
export function choosePlans(random: () => number): KillPlan[] {
  const plans = [choosePlan(random)]
  while (plans.length < 3 && random() < 0.4) plans.push(choosePlan(random))
  return plans
}

function choosePlan(random: () => number): KillPlan {
  const whole = (below: number): number => Math.floor(random() * below)
  switch (whole(4)) {
    case 0:
      return { at: 'moment', afterMs: whole(250) }
    case 1:
      return { at: 'commit', nth: 1 + whole(14), side: random() < 0.5 ? 'before' : 'after' }
    case 2:
      return { at: 'look', nth: 1 + whole(4) }
    default:
      return { at: 'request', nth: 1 + whole(6), side: random() < 0.5 ? 'before effect' : 'after effect' }
  }
}
