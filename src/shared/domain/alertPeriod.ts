import type { AlertPeriod, Instant } from './thing'

/** How the server writes an open alert is not documented: no end and an end still to come both count as active. */
export function isActive(period: AlertPeriod, now: Instant): boolean {
  return period.to === null || period.to > now
}

/** Servers have written such a period; when it was, nobody can say, and it is shown as it was written, marked. */
export function endsBeforeItBegins({ from, to }: AlertPeriod): boolean {
  return from !== null && to !== null && to < from
}

/**
 * Those that touch a stretch of time, in their order.
 * @param window without an end it reaches to where time begins or ends
 */
export function periodsWithin(
  periods: readonly AlertPeriod[],
  { from = -Infinity, to = Infinity }: { readonly from?: Instant; readonly to?: Instant }
): AlertPeriod[] {
  return periods.filter((period) => {
    const [begin, end] = [period.from ?? -Infinity, period.to ?? Infinity]
    return Math.min(begin, end) <= to && Math.max(begin, end) >= from
  })
}

/** A sorted copy: active ones before ended ones, each newest first. "Since before records began" is the oldest. */
export function sortAlerts(periods: readonly AlertPeriod[], now: Instant): AlertPeriod[] {
  return periods.toSorted(
    (a, b) =>
      Number(isActive(b, now)) - Number(isActive(a, now)) ||
      descending(a.from ?? -Infinity, b.from ?? -Infinity) ||
      descending(a.to ?? Infinity, b.to ?? Infinity) ||
      descending(b.alertType, a.alertType)
  )
}

/** Compares without subtracting, which is no number for two infinities. */
function descending<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? 1 : -1
}
