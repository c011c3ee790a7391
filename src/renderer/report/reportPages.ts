import type { Language, Translator } from '@/i18n'
import { lineWriter, type LineWriter, type PageLine } from './pageLine'
import type { ReportContent, ReportTotals } from './reportContent'
import { thingMarks, unconfirmed } from './reportMarks'
import { reportPhotos, type PagePhotos } from './reportPhotos'
import { reportRows } from './reportRows'
import { localWords, utcWords } from './reportTimes'

type Named = readonly [name: string, value: string]

/** The text of the printed report in one language, without anything about its looks, so that it can go to a worker. */
export interface ReportPages {
  readonly language: Language
  readonly title: string
  readonly site: string
  readonly facts: readonly Named[]
  /** What the whole comes to; strong when not everything is confirmed. */
  readonly verdict: PageLine
  readonly totals: readonly Named[]
  /** How many things came to which result, for a chart; empty where all came to the same. */
  readonly bars: readonly { readonly name: string; readonly count: number }[]
  readonly summary: string
  readonly results: string
  readonly columns: readonly string[]
  /** For each thing and each column, lines. */
  readonly rows: readonly (readonly (readonly PageLine[])[])[]
  readonly photos: PagePhotos
  readonly remarks: readonly string[]
  /** "Page {page} of {pages}", to be filled in when they are counted. */
  readonly pageWords: string
}

/** @param i18n translations into `language` */
export function reportPages(content: ReportContent, i18n: Translator, language: Language): ReportPages {
  const { t } = i18n
  const { visit, totals, things, timeZone } = content
  const write = lineWriter()
  const rows = reportRows(content, i18n, language, write)
  const photos = reportPhotos(content, i18n, language, write)
  const facts = factsOf(content, i18n, language, write)
  const site = write.text(visit.site)
  const bars = thingMarks.flatMap((kind) => {
    const count = totals.byMark[kind]
    return count === 0 ? [] : [{ name: t(`report.bars.${kind}`), count }]
  })
  return {
    language,
    title: t('report.heading'),
    site,
    facts,
    verdict: verdictOf(totals, i18n, write),
    totals: totalsOf(totals, i18n),
    bars: bars.length > 1 ? bars : [],
    summary: t('report.summary'),
    results: t('report.results'),
    columns: ['no', 'thing', 'place', 'done', 'heard'].map((column) => t(`report.columns.${column}`)),
    rows,
    photos,
    remarks: [
      ...(things.length === 0 ? [t('report.noThings')] : []),
      ...(totals.unreadable === 0 ? [] : [t('report.unreadable', totals.unreadable)]),
      t('report.timesAre', { zone: timeZone }),
      ...(write.hasReplaced() ? [t('report.notShown')] : [])
    ],
    pageWords: t('report.page', { page: '{page}', pages: '{pages}' })
  }
}

function factsOf({ visit, madeAt }: ReportContent, { t }: Translator, language: Language, write: LineWriter): Named[] {
  const time = (at: number): string => `${localWords(at, language)} (${utcWords(at)})`
  return [
    [t('report.stack'), write.text(visit.stackName)],
    [t('report.installer'), visit.installer === '' ? t('report.notGiven') : write.text(visit.installer)],
    [t('report.started'), time(visit.startedAt)],
    [t('report.ended'), visit.endedAt === null ? t('report.underWay') : time(visit.endedAt)],
    [t('report.made'), time(madeAt)],
    ...(visit.note === '' ? [] : [[t('report.note'), write.text(visit.note)] as const])
  ]
}

function notConfirmed({ byMark }: ReportTotals): number {
  return unconfirmed.reduce((sum, kind) => sum + byMark[kind], 0)
}

function verdictOf(totals: ReportTotals, { t }: Translator, write: LineWriter): PageLine {
  const { byMark, unreadable } = totals
  const isOpen = notConfirmed(totals) + byMark.needs_you + byMark.held + byMark.decided + unreadable > 0
  if (isOpen) return write.strong(t('report.notAllConfirmed'))
  return write.plain(byMark.confirmed > 0 ? t('report.allConfirmed') : t('report.nothingSent'))
}

function totalsOf(totals: ReportTotals, { t }: Translator): Named[] {
  const { byMark } = totals
  const counts = {
    things: totals.things,
    installed: totals.installed,
    confirmed: byMark.confirmed,
    notConfirmed: notConfirmed(totals),
    needYou: byMark.needs_you + byMark.held,
    heard: totals.heard,
    silent: totals.silent,
    alerting: totals.alerting,
    photos: totals.photos,
    left: byMark.left,
    undone: byMark.undone
  }
  return Object.entries(counts).map(([name, count]) => [t(`report.totals.${name}`), String(count)])
}
