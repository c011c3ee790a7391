import { format as formatTime } from 'date-fns'
import { createTranslations, wordsOf, type Language } from '@/i18n'
import { gatherReport } from './gatherReport'
import { makePdf } from './makePdf'
import { reportCsv } from './reportCsv'
import { reportJson } from './reportJson'
import { reportPages } from './reportPages'
import type { ReportContent } from './reportContent'

export const reportFormats = ['pdf', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export type ReportStep =
  | { readonly step: 'gathering'; readonly read: number; readonly total: number }
  /** Photos made ready for print. */
  | { readonly step: 'photos'; readonly ready: number; readonly total: number }
  | { readonly step: 'drawing' }
  | { readonly step: 'writing'; readonly percent: number }

export interface ReportWish {
  readonly visitId: string
  readonly format: ReportFormat
  /** Of the PDF. */
  readonly language: Language
  readonly signal: AbortSignal
  readonly onStep: (step: ReportStep) => void
}

export interface MadeReport {
  readonly file: Blob
  readonly fileName: string
}

/**
 * Makes the report of a visit as it stands now, from what is on this laptop alone.
 *
 * @throws {ProblemError} when the visit cannot be read
 * @throws {DOMException} AbortError when it was given up; there is no file then
 */
export async function makeReport({ visitId, format, language, signal, onStep }: ReportWish): Promise<MadeReport> {
  const content = await gatherReport(visitId, {
    signal,
    onProgress: (read, total) => onStep({ step: 'gathering', read, total })
  })
  const file = await fileOf(content, format)
  signal.throwIfAborted()
  return { file, fileName: reportFileName(content, format) }

  async function fileOf(gathered: ReportContent, wanted: ReportFormat): Promise<Blob> {
    switch (wanted) {
      case 'csv':
        return new Blob([reportCsv(gathered)], { type: 'text/csv' })
      case 'json':
        return new Blob([reportJson(gathered)], { type: 'application/json' })
      case 'pdf': {
        const { global } = createTranslations(language, await wordsOf(language))
        const pages = reportPages(gathered, global, language)
        return makePdf(pages, {
          signal,
          onPhotos: (ready, total) => onStep({ step: 'photos', ready, total }),
          onDrawing: () => onStep({ step: 'drawing' }),
          onProgress: (percent) => onStep({ step: 'writing', percent })
        })
      }
    }
  }
}

/** Characters that some file system does not take in a name. */
const unsafe = /[^\p{L}\p{N}_-]+/gu

/** The site and the local time at which it was made; short enough for every file system. */
export function reportFileName({ visit, madeAt }: ReportContent, format: ReportFormat): string {
  const site = Array.from(visit.site.replaceAll(unsafe, '-')).slice(0, 50).join('')
  return `visit-${site}-${formatTime(madeAt, 'yyyy-MM-dd-HHmm')}.${format}`
}
