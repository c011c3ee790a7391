import type { Column, Content } from 'pdfmake/interfaces'
import type { PictureFault } from '@/photos/photoReading'
import type { PagePhoto, PagePhotos, PhotoGroup } from './reportPhotos'

/** Points: two beside each other on A4, and three rows of them on a page with their words. */
const widest = 250
const highest = 188
const gap = 15

const line = '#999999'
const quiet = '#444444'

/**
 * Photos under the headings of their things, two beside each other.
 *
 * @param images JPEGs as data URLs, by hash; what is not among them stands in `faults`
 */
export function photoContent(
  { title, groups, faults: words }: PagePhotos,
  images: ReadonlyMap<string, string>,
  faults: ReadonlyMap<string, PictureFault>
): Content[] {
  const drawn = (photo: PagePhoto): Column => {
    const { hash } = photo.file
    const lines = photo.lines.map(({ text, strong }) => ({ text, bold: strong, color: strong ? 'black' : quiet }))
    const picture: Content = images.has(hash)
      ? { image: hash, fit: [widest, highest], margin: [0, 0, 0, 2] }
      : lacking(words[faults.get(hash) ?? 'unreadable'])
    return { stack: [picture, ...lines], width: widest }
  }
  const headingOfAll: Content = { text: title, fontSize: 13, bold: true, margin: [0, 14, 0, 0] }
  return groups.flatMap((group, index) => rows(group, index === 0 ? [headingOfAll] : [], drawn))
}

/**
 * A row is never torn in two, and a heading never stands without the first row.
 *
 * @param before what stands above the heading
 */
function rows({ heading, photos }: PhotoGroup, before: Content[], drawn: (photo: PagePhoto) => Column): Content[] {
  const pairs = Array.from({ length: Math.ceil(photos.length / 2) }, (_, index) =>
    photos.slice(2 * index, 2 * index + 2)
  )
  return pairs.map((pair, index): Content => {
    const title: Content[] =
      index > 0 ? [] : [...before, { text: heading, fontSize: 9.5, bold: true, margin: [0, 8, 0, 3] }]
    return {
      stack: [...title, { columns: pair.map(drawn), columnGap: gap, margin: [0, 0, 0, 8] }],
      unbreakable: true
    }
  })
}

function lacking(text: string): Content {
  return {
    table: { widths: [widest - 8], body: [[{ text, bold: true, margin: [6, 24, 6, 24], alignment: 'center' }]] },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => line, vLineColor: () => line },
    margin: [0, 0, 0, 2]
  }
}
