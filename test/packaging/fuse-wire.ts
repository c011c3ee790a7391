/** Where Electron keeps its fuses: this text somewhere in the binary, then version, number of fuses, one byte each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * Bytes that stand for an Electron binary.
 *
 * @param states one character per fuse: `1` on, `0` off, `r` removed
 */
export function binaryWithFuses(states: string, version = 1): Buffer {
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([version, states.length]), Buffer.from(states)])
  return Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(3000), wire, Buffer.alloc(500)])
}

/** Electron 45's fuses as they are delivered: everything a developer may need is on. */
export const deliveredFuses = '101100011'
