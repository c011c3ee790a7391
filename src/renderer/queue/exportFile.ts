import { format } from 'date-fns'
import type { ChannelOutput } from '@shared/ipc/channels'
import { saveFile } from '@/saveFile'

/** Characters that some file system does not take in a name. */
const unsafe = /[^\p{L}\p{N}_-]+/gu

/** @param now milliseconds since 1970 UTC; the name carries the local time, as a person would say it */
export function exportFileName(stackName: string, now: number): string {
  return `queue-${stackName.replaceAll(unsafe, '-')}-${format(now, 'yyyy-MM-dd-HHmm')}.json`
}

/** Hands the rows to the person as a file; where it goes is asked by the system. */
export function saveExport(rows: ChannelOutput<'outbox:export'>, fileName: string): void {
  saveFile(new Blob([JSON.stringify(rows, null, 2)], { type: 'application/json' }), fileName)
}
