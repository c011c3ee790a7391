import { choosePlans } from './kill-plan.ts'
import { crashOnce, type CrashReport } from './crash-run.ts'
import { seededRandom } from './seeded-random.ts'

export interface CrashTotals {
  kills: number
  captured: number
  lost: number
  doubled: number
  waiting: number
}

/**
 * Kills the app again and again, each time somewhere else, and counts what was lost or done twice.
 * @param onReport called after every run, for progress and for what went wrong
 */
export async function crashTest(
  runs: number,
  seed: number,
  atOnce: number,
  onReport: (run: number, report: CrashReport) => void
): Promise<CrashTotals> {
  const totals: CrashTotals = { kills: 0, captured: 0, lost: 0, doubled: 0, waiting: 0 }
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < runs) {
      const run = next++
      const random = seededRandom(seed + run)
      const report = await crashOnce(choosePlans(random), random)
      totals.kills += report.plans.length
      totals.captured += report.captured
      totals.lost += report.lost
      totals.doubled += report.doubled + report.outOfOrder
      totals.waiting += report.waiting
      onReport(run, report)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, worker))
  return totals
}
