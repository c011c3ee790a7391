import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'

/** Bytes of all sheets together: no list of things has more, and a small file could claim to. */
const largestContent = 500_000_000

/**
 * Reads the first sheet of an Excel file beside the page, which a large one would hold up for seconds. In one worker, of a
 * file of ours: the library would unpack in workers made from text, which the page's policy refuses. What is packed
 * without being compressed it takes as it is.
 */
self.addEventListener('message', (event: MessageEvent<Blob>) => {
  read(event.data).then(
    (rows) => self.postMessage({ rows }),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
})

async function read(file: Blob) {
  let content = 0
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter: ({ originalSize }) => {
      content += originalSize
      if (content > largestContent) throw new Error('too much is packed into this file')
      return true
    }
  })
  return readSheet(new Blob([zipSync(files, { level: 0 })]), 1, { trim: false })
}
