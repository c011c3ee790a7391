import type { ExportFormat } from './exportFile'

/** What a person may do with the whole queue. */
export type QueueDeed = 'sync' | 'retryAll' | 'pause' | 'resume' | ExportFormat
