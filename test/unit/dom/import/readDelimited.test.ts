import { describe, expect, test, vi } from 'vitest'
import { decodeText } from '@/import/decodeText'
import { delimiterOf, readDelimited } from '@/import/readDelimited'

const list = 'TUID;Ryhmä;Huomautus\nTSPD04ESY93100802;prfi00hq;Päätyseinä\n'

const bytes = (text: string): number[] => [...new TextEncoder().encode(text)]
const utf16 = (text: string, bigEndian = false): number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
    bigEndian ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8]
  )
/** The letters of `list` have the same numbers there as in Unicode. */
const windows1252 = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0))

describe('the bytes of a file', () => {
  test.each<[encoding: string, bytes: number[]]>([
    ['UTF-8', bytes(list)],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...bytes(list)]],
    ['UTF-16 little-endian with a mark', [0xff, 0xfe, ...utf16(list)]],
    ['UTF-16 big-endian with a mark', [0xfe, 0xff, ...utf16(list, true)]],
    ['UTF-16 little-endian', utf16(list)],
    ['UTF-16 big-endian', utf16(list, true)],
    ['Windows-1252', windows1252(list)]
  ])('in %s are understood', (_encoding, content) => {
    expect(decodeText(Uint8Array.from(content))).toBe(list)
  })

  test('with both UTF-8 and Windows-1252 in it lose no letter', () => {
    expect(decodeText(Uint8Array.from([...bytes('ä;'), ...windows1252('ö')]))).toBe('Ã¤;ö')
  })

  test('that are none are an empty text', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })
})

describe('what separates the cells', () => {
  test.each<[what: string, text: string, delimiter: string]>([
    ['semicolons', 'a;b;c\n1;2;3', ';'],
    ['commas', 'a,b,c\n1,2,3', ','],
    ['tabs, as pasted from a spreadsheet', 'a\tb\n1\t2', '\t'],
    ['semicolons around words with commas', 'TUID;note\nTSPD04ESY93100802;left, behind\n', ';'],
    ['nothing around labels, which have commas of their own', 'ESY93100802,TSPD04\nEZU31901021,TSPR04', '\u001F'],
    ['nothing around labels below a heading', 'Label\nESY93100802,TSPD04\nEZU31901021,TSPR04', '\u001F'],
    ['nothing in one column', 'one\ntwo', '\u001F'],
    ['nothing in nothing', '', '\u001F']
  ])('%s', (_what, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('a list', () => {
  test('has its lines as an editor counts them, also after empty ones and line breaks in quotes', async () => {
    const text = 'TUID;note\n\nA;"two\nlines"\nB;"says ""hello"""\n;\nC;=1+1\n'
    expect((await readDelimited(text)).rows).toEqual([
      { line: 1, cells: ['TUID', 'note'] },
      { line: 3, cells: ['A', 'two\nlines'] },
      { line: 5, cells: ['B', 'says "hello"'] },
      { line: 7, cells: ['C', '=1+1'] }
    ])
  })

  test.each(['\n', '\r\n', '\r'])('may end its lines with %j', async (end) => {
    const { rows, width } = await readDelimited(['A;1', 'B;2', 'C;3'].join(end))
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'A', '1'],
      [2, 'B', '2'],
      [3, 'C', '3']
    ])
    expect(width).toBe(2)
  })

  test('keeps a lone quote within a cell to itself', async () => {
    const { rows } = await readDelimited('A;19" rack\nB;fine')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['A', '19" rack'],
      ['B', 'fine']
    ])
  })

  test.each([
    ['opened and never closed', 'A;"north side\nB;fine\nC;"too"', ['A;"north side', 'B;fine', 'C;"too"']],
    ['closed within its cell', 'A;"north" wall\nB;fine\n', ['A;"north" wall', 'B;fine']]
  ])('loses no line to a quote that is %s', async (_, text, lines) => {
    const { rows } = await readDelimited(text)
    expect(rows.map(({ cells }) => cells.join(';'))).toEqual(lines)
  })

  const long = Array.from(
    { length: 50_000 },
    (_, index) => `TSPD04${String(index).padStart(11, '0')};prfi00hq;"note; ${index}"`
  )

  test('of 50,000 lines is read in pieces, between which the page may draw, and loses none', async () => {
    const progress = vi.fn<(share: number) => void>()
    const { rows } = await readDelimited(long.join('\r\n'), { onProgress: progress })
    expect(rows).toHaveLength(50_000)
    expect(rows.at(-1)).toEqual({ line: 50_000, cells: ['TSPD0400000049999', 'prfi00hq', 'note; 49999'] })
    expect(progress.mock.calls.length).toBeGreaterThan(5)
    expect(progress.mock.lastCall).toEqual([1])
  })

  test('is given up on demand', async () => {
    const abort = new AbortController()
    const reading = readDelimited(long.join('\n'), { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(reading).rejects.toThrow()
  })
})
