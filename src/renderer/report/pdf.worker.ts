import pdfMake from 'pdfmake/build/pdfmake'
import bold from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?inline'
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?inline'
import { pdfDocument } from './pdfDocument'
import type { ReportPages } from './reportPages'

/**
 * Lays out the report beside the page, which hundreds of things would hold up for seconds. The letters are part of this
 * file, and nothing is ever fetched.
 */
self.addEventListener('message', (event: MessageEvent<ReportPages>) => {
  draw(event.data).then(
    (pdf) => self.postMessage({ pdf }),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
})

const contentOf = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1)

async function draw(pages: ReportPages): Promise<Blob> {
  pdfMake.addFontContainer({
    vfs: { 'Roboto-Regular.ttf': contentOf(regular), 'Roboto-Medium.ttf': contentOf(bold) },
    fonts: { Roboto: { normal: 'Roboto-Regular.ttf', bold: 'Roboto-Medium.ttf' } }
  })
  pdfMake.setUrlAccessPolicy(() => false)
  let told = -1
  pdfMake.setProgressCallback((progress) => {
    const percent = Math.floor(progress * 100)
    if (percent > told) self.postMessage({ percent: (told = percent) })
  })
  return pdfMake.createPdf(pdfDocument(pages)).getBlob()
}
