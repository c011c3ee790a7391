import type { VisitCounts } from '@shared/domain/visit'

/** Whether nothing of a visit waits for anything: for a person, the server, a first message, or the end of an alert. */
export function isAllRight({ needYou, waiting, silent, alerting }: VisitCounts): boolean {
  return needYou + waiting + silent + alerting === 0
}
