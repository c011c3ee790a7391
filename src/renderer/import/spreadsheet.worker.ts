import { readSheet } from 'read-excel-file/web-worker'

/** Reads the first sheet of an Excel file beside the page, which a large one would hold up for seconds. */
self.addEventListener('message', (event: MessageEvent<Blob>) => {
  readSheet(event.data, 1, { trim: false }).then(
    (rows) => self.postMessage({ rows }),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
})
