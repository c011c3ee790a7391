import type { AlertPeriod, Instant } from './thing'

/** How the server writes an open alert is not documented: no end and an end still to come both count as active. */
export function isActive(period: AlertPeriod, now: Instant): boolean {
  return period.to === null || period.to > now
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
