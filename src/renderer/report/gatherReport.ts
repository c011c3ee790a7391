import { longestReportPage, type ReportedThing } from '@shared/ipc/visitChannels'
import { ask } from '@/bridge'
import { reportContent, type ReportContent } from './reportContent'

export interface GatherOptions {
  readonly signal: AbortSignal
  /** Told how many things are read so far, and of how many. */
  readonly onProgress: (read: number, total: number) => void
}

/**
 * Reads a visit with every thing and its actions, page by page, so that main stays free for scans.
 *
 * @throws {ProblemError} unknown_visit, or that it cannot be read
 * @throws {DOMException} AbortError when it was given up
 */
export async function gatherReport(visitId: string, { signal, onProgress }: GatherOptions): Promise<ReportContent> {
  const visit = await ask('visits:get', { id: visitId })
  const things: ReportedThing[] = []
  let unreadable = 0
  onProgress(0, visit.counts.things)
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof ask<'visits:report'>>> = await ask('visits:report', {
      id: visitId,
      after,
      limit: longestReportPage
    })
    signal.throwIfAborted()
    things.push(...page.things)
    unreadable += page.unreadable
    // Those that were left or taken back are reported too, and are not among the things that count.
    onProgress(things.length, Math.max(visit.counts.things, things.length))
    after = page.next
  }
  return reportContent({ visit, things, unreadable }, Date.now())
}
