import type { PhotoFile } from '@shared/domain/photo'
import { wordsIn } from '@/domainWords'
import type { Language, Translator } from '@/i18n'
import { pictureFaults, type PictureFault } from '@/photos/photoReading'
import { visitThingWordsIn } from '@/visits/visitThingWords'
import type { LineWriter, PageLine } from './pageLine'
import type { ReportContent } from './reportContent'
import { localWords } from './reportTimes'

/** The photos of one thing, with what stands above and below them. */
export interface PhotoGroup {
  readonly heading: string
  readonly photos: readonly PagePhoto[]
}

export interface PagePhoto {
  readonly file: PhotoFile
  /** Its caption, if it has one, and when it was added. */
  readonly lines: readonly PageLine[]
}

export interface PagePhotos {
  readonly title: string
  /** Of the things that have photos, in their order. */
  readonly groups: readonly PhotoGroup[]
  /** What stands in the place of a photo that cannot be shown. */
  readonly faults: Readonly<Record<PictureFault, string>>
}

/** @param i18n translations into `language` */
export function reportPhotos(
  { things }: ReportContent,
  i18n: Translator,
  language: Language,
  write: LineWriter
): PagePhotos {
  const { t } = i18n
  const words = visitThingWordsIn(i18n, wordsIn(i18n, language))
  const groups = things
    .filter(({ thing }) => thing.photos.length > 0)
    .map(({ thing }): PhotoGroup => {
      const photos = thing.photos.map(({ hash, type, caption, at }): PagePhoto => {
        const time = write.plain(t('report.photoAdded', { time: localWords(at, language) }))
        return { file: { hash, type }, lines: caption === '' ? [time] : [write.strong(caption), time] }
      })
      const place = words.place(thing.place)
      const heading = t('report.photosOf', { no: thing.no, tuid: thing.tuid })
      return { heading: write.text(place === '' ? heading : `${heading}, ${place}`), photos }
    })
  const faults = Object.fromEntries(pictureFaults.map((fault) => [fault, t(`report.photoFaults.${fault}`)]))
  // Made from the list of all faults.
  return { title: t('report.photosTitle'), groups, faults: faults as Record<PictureFault, string> }
}

/** Each file once, however many things have it. */
export function photoFilesIn({ groups }: PagePhotos): PhotoFile[] {
  const all = groups.flatMap(({ photos }) => photos.map(({ file }) => file))
  return [...new Map(all.map((file) => [file.hash, file])).values()]
}
