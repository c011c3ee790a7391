import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { PageLine } from './pageLine'
import type { PictureFault } from '@/photos/photoReading'
import { photoContent } from './pdfPhotos'
import type { ReportPages } from './reportPages'

/** Points: an A4 sheet is 595 wide. */
const margin = 40
const longestBar = 220
const quiet = '#444444'
const line = '#999999'

/**
 * How the report looks on A4: black on white, nothing told by a colour alone.
 *
 * @param images photos as data URLs, by hash; why others are not among them stands in `faults`
 */
export function pdfDocument(
  pages: ReportPages,
  images: ReadonlyMap<string, string>,
  faults: ReadonlyMap<string, PictureFault>
): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [margin, margin, margin, 52],
    info: { title: `${pages.title}: ${pages.site}` },
    language: pages.language,
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.15 },
    footer: (page, count) => ({
      columns: [
        { text: `${pages.title}: ${shortened(pages.site)}`, width: '*' },
        {
          text: pages.pageWords.replace('{page}', String(page)).replace('{pages}', String(count)),
          width: 110,
          alignment: 'right'
        }
      ],
      margin: [margin, 16, margin, 0],
      fontSize: 8,
      color: quiet
    }),
    images: Object.fromEntries(images),
    content: [
      { text: pages.title, fontSize: 10, color: quiet },
      { text: pages.site, fontSize: 20, bold: true, margin: [0, 0, 0, 8] },
      named(pages.facts, 10),
      ...verdict(pages.verdict),
      { text: pages.summary, fontSize: 13, bold: true, margin: [0, 6, 0, 4] },
      named(pages.totals, 9.5),
      ...chart(pages),
      ...pages.remarks.map((text): Content => ({ text, color: quiet, margin: [0, 0, 0, 3] })),
      ...table(pages),
      ...photoContent(pages.photos, images, faults)
    ]
  }
}

/** Of a name for the foot of the page: it stands in full at the beginning. */
function shortened(text: string): string {
  const letters = Array.from(text)
  return letters.length <= 70 ? text : `${letters.slice(0, 69).join('')}…`
}

function named(facts: readonly (readonly [string, string])[], fontSize: number): Content {
  return {
    table: {
      widths: [160, '*'],
      body: facts.map(([name, value]): TableCell[] => [{ text: name, color: quiet }, { text: value }])
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingTop: () => 1,
      paddingBottom: () => 1
    },
    fontSize,
    margin: [0, 0, 0, 8]
  }
}

function verdict({ text, strong }: PageLine): Content[] {
  const border = strong ? 1.5 : 0.5
  return [
    {
      table: { widths: ['*'], body: [[{ text, bold: strong, fontSize: 10.5, margin: [4, 3, 4, 3] }]] },
      layout: { hLineWidth: () => border, vLineWidth: () => border },
      margin: [0, 0, 0, 8]
    }
  ]
}

/** A bar for each result with its number beside it: how much of the visit is settled, at a glance. */
function chart({ bars, results }: ReportPages): Content[] {
  if (bars.length === 0) return []
  const most = Math.max(...bars.map(({ count }) => count))
  return [
    { text: results, fontSize: 13, bold: true, margin: [0, 6, 0, 4] },
    {
      table: {
        widths: [170, 30, '*'],
        body: bars.map(({ name, count }): TableCell[] => [
          { text: name },
          { text: String(count), alignment: 'right' },
          {
            canvas: [{ type: 'rect', x: 0, y: 1, w: Math.max((count / most) * longestBar, 1), h: 8, color: '#666666' }]
          }
        ])
      },
      layout: 'noBorders',
      fontSize: 9.5,
      margin: [0, 0, 0, 8]
    }
  ]
}

function table({ columns, rows }: ReportPages): Content[] {
  if (rows.length === 0) return []
  const heading = columns.map((text): TableCell => ({ text, bold: true, fillColor: '#e6e6e6' }))
  return [
    {
      table: {
        headerRows: 1,
        // A row that fits on a page is not torn in two; one that is longer than a page is.
        dontBreakRows: rows.every((cells) => cells.every(isShort)),
        widths: [22, 100, 112, '*', 88],
        body: [heading, ...rows.map((cells) => cells.map(cellOf))]
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0,
        hLineColor: () => line,
        paddingLeft: () => 3,
        paddingRight: () => 3,
        paddingTop: () => 3,
        paddingBottom: () => 3
      },
      margin: [0, 6, 0, 0]
    }
  ]
}

const isShort = (cell: readonly PageLine[]): boolean =>
  cell.reduce((length, { text }) => length + text.length + 30, 0) < 700

function cellOf(lines: readonly PageLine[]): TableCell {
  return { stack: lines.map(({ text, strong }) => ({ text, bold: strong })) }
}
