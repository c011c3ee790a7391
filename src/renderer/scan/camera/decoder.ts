import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
// The decoder is a file of ours: nothing is downloaded, so it works without a connection.
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { SeenCode } from './sightings'

/** Reads the QR and DataMatrix codes in the picture that a video shows. */
export type Decoder = (video: HTMLVideoElement) => Promise<SeenCode[]>

/** @throws when the decoder cannot be loaded */
export async function openDecoder(): Promise<Decoder> {
  await prepareZXingModule({
    overrides: { locateFile: (path: string, folder: string) => (path.endsWith('.wasm') ? wasmUrl : folder + path) },
    fireImmediately: true
  })
  const detector = new BarcodeDetector({ formats: ['qr_code', 'data_matrix'] })
  return async (video) => {
    const codes = await detector.detect(video)
    return codes.map(({ rawValue, cornerPoints }) => ({ text: rawValue, corners: cornerPoints }))
  }
}
