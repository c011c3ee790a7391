import { readLabel, longestPart, type LabelFault, type LabelWarning } from '@shared/domain/label'
import { tuidSchema } from '@shared/domain/tuid'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('labels that are understood', () => {
  test.each<[what: string, text: string, tuid: string, form: string]>([
    ['a bare TUID', 'TSPD04ESY93100802', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID typed in lower case', 'tspd04esy93100802', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID as we print it', 'TSPD04 ESY93100802', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID printed with a no-break space', 'TSPD04\u00A0ESY93100802', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID typed in groups', 'TSPD 04 ESY 931 00802', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID with the line end of a hand scanner', 'TSPD04ESY93100802\r\n', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID with the tab of a hand scanner', 'TSPD04ESY93100802\t', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID between control characters', '\u0002\u001D TSPD04ESY93100802 \u0003', 'TSPD04ESY93100802', 'tuid'],
    ['a TUID pasted with invisible characters', '\uFEFF\u200BTSPD04ESY93100802\u200E', 'TSPD04ESY93100802', 'tuid'],
    ['PSN,IMC', 'ESY93100802,TSPD04', 'TSPD04ESY93100802', 'label'],
    ['PSN,IMC in lower case', 'esy93100802,tspd04', 'TSPD04ESY93100802', 'label'],
    ['PSN,IMC with white space around', ' ESY93100802 , TSPD04 ', 'TSPD04ESY93100802', 'label'],
    ['PSN and IMC with a space between', 'ESY93100802 TSPD04', 'TSPD04ESY93100802', 'label'],
    ['PSN,IMC with an empty third part', 'ESY93100802,TSPD04,', 'TSPD04ESY93100802', 'label'],
    ['the two swapped', 'TSPD04,ESY93100802', 'TSPD04ESY93100802', 'label'],
    ['an old model code', 'X2Z74162459,XXXX03', 'XXXX03X2Z74162459', 'label'],
    ['a URL', 'https://thingsee.com/d/TSPR04EZU31901021', 'TSPR04EZU31901021', 'url'],
    ['a URL over http', 'http://thingsee.com/d/TSPR04EZU31901021', 'TSPR04EZU31901021', 'url'],
    ['a URL with a trailing slash', 'https://thingsee.com/d/TSPR04EZU31901021/', 'TSPR04EZU31901021', 'url'],
    ['a URL with query and fragment', 'https://x.io/TSPR04EZU31901021?a=TSPD04&b=/c#d/e', 'TSPR04EZU31901021', 'url'],
    [
      'a URL in the capitals of a dense QR code',
      'HTTPS://THINGSEE.COM/D/TSPR04EZU31901021',
      'TSPR04EZU31901021',
      'url'
    ],
    ['a URL in lower case', 'https://thingsee.com/d/tspr04ezu31901021', 'TSPR04EZU31901021', 'url']
  ])('%s', (_what, text, tuid, form) => {
    expect(readLabel(text)).toEqual({ ok: true, tuid, form, warnings: [] })
  })

  test.each(['TSPD04ESY9310O80I', 'TSPD04ESY93100801', 'TSPDO4ESY93100802'])('O and 0, I and 1 stay in %s', (text) => {
    expect(readLabel(text)).toMatchObject({ ok: true, tuid: text })
  })
})

describe('labels with something unusual', () => {
  test.each<[what: string, text: string, tuid: string, warnings: LabelWarning[]]>([
    ['the product with 15 characters', 'TSPR04EZU319010', 'TSPR04EZU319010', ['unusual_length']],
    ['that product as we print it', 'TSPR04 EZU319010', 'TSPR04EZU319010', ['unusual_length']],
    ['more than 17 characters', 'TSPR04EZU319010211', 'TSPR04EZU319010211', ['unusual_length']],
    ['the shortest possible', 'TSPR04AB', 'TSPR04AB', ['unusual_length']],
    ['the longest possible', `TSPR04${'1'.repeat(26)}`, `TSPR04${'1'.repeat(26)}`, ['unusual_length']],
    ['an unknown model', 'QQQQ99ABC12345678', 'QQQQ99ABC12345678', ['unknown_kind']],
    ['letters only', 'XXXXTUID', 'XXXXTUID', ['unusual_length', 'unknown_kind']],
    ['a mesh node id behind', 'ESY93100802,TSPD04,1203456', 'TSPD04ESY93100802', ['extra_parts']],
    ['anything else behind', 'ESY93100802,TSPD04,,ä b', 'TSPD04ESY93100802', ['extra_parts']],
    ['an unknown model on a label', 'ABC12345678,QQQQ99', 'QQQQ99ABC12345678', ['unknown_kind']],
    ['a short serial on a label', 'ABC1234,TSPD04', 'TSPD04ABC1234', ['unusual_length']],
    ['a model of a known family only', 'TSPR99EZU31901021', 'TSPR99EZU31901021', []]
  ])('%s', (_what, text, tuid, warnings) => {
    expect(readLabel(text)).toMatchObject({ ok: true, tuid, warnings })
  })
})

describe('labels that are not understood', () => {
  test.each<[what: string, text: string, fault: LabelFault, part: string]>([
    ['nothing', '', 'empty', ''],
    ['white space and control characters', ' \t\r\n\u0000\u200B ', 'empty', ''],
    ['a model code alone', 'tspd04', 'no_serial', 'TSPD04'],
    ['a model code without the serial of its label', ',TSPD04', 'no_serial', 'TSPD04'],
    ['a serial alone', 'ESY93100802', 'no_model_code', 'ESY93100802'],
    ['an old serial alone', 'X2Z74162459', 'no_model_code', 'X2Z74162459'],
    ['a serial without the model code of its label', 'ESY93100802,', 'no_model_code', 'ESY93100802'],
    ['a comma alone', ',', 'empty', ''],
    ['a label whose second part is no model code', 'ESY93100802,1234567', 'no_model_code', '1234567'],
    ['seven characters', 'TSPD04E', 'too_short', 'TSPD04E'],
    ['a label with too little serial', 'A,TSPD04', 'too_short', 'A'],
    ['33 characters', `TSPR04${'1'.repeat(27)}`, 'too_long', `TSPR04${'1'.repeat(27)}`],
    ['a label with too long a serial', `${'1'.repeat(27)},TSPD04`, 'too_long', '1'.repeat(27)],
    [
      'two TUIDs at once',
      'TSPD04ESY93100802 TSPR04EZU31901021',
      'bad_characters',
      'TSPD04ESY93100802 TSPR04EZU31901021'
    ],
    ['words that happen to be as long', 'Hello my little toys', 'bad_characters', 'HELLO MY LITTLE TOYS'],
    ['a hyphen', 'TSPD04-ESY93100802', 'bad_characters', 'TSPD04-ESY93100802'],
    ['a control character within', 'TSPD04\u001DESY93100802', 'bad_characters', 'TSPD04\u001DESY93100802'],
    ['an emoji', 'TSPD04ESY9310080😀', 'bad_characters', 'TSPD04ESY9310080😀'],
    ['an emoji alone', '🤖', 'bad_characters', '🤖'],
    ['a letter beyond A-Z', 'TSPD04ESÄ93100802', 'bad_characters', 'TSPD04ESÄ93100802'],
    ['letters that Unicode would turn into A-Z', 'TſPD04Eſı93100802', 'bad_characters', 'TſPD04Eſı93100802'],
    ['digits of another script', 'TSPD04ESY９３１００８０２', 'bad_characters', 'TSPD04ESY９３１００８０２'],
    ['a bad serial on a label', 'ESY-93100802,TSPD04', 'bad_characters', 'ESY-93100802'],
    ['a bad model code on a label', 'ESY93100802,TSPD-4', 'bad_characters', 'TSPD-4'],
    [
      'an address without scheme',
      'thingsee.com/d/TSPR04EZU31901021',
      'bad_characters',
      'THINGSEE.COM/D/TSPR04EZU31901021'
    ],
    ['a Wi-Fi label', 'WIFI:T:WPA;S:Office;P:secret;;', 'bad_characters', 'WIFI:T:WPA;S:OFFICE;P:SECRET;;'],
    ['a LoRaWAN label', 'LW:D0:70B3D5E75E000000:A81758', 'bad_characters', 'LW:D0:70B3D5E75E000000:A81758'],
    ['a Matter label', 'MT:Y.K90SO527JA0648G00', 'bad_characters', 'MT:Y.K90SO527JA0648G00'],
    ['a URL without a path', 'https://thingsee.com', 'url_without_tuid', 'https://thingsee.com'],
    ['a URL that ends in a word', 'https://thingsee.com/d/products', 'url_without_tuid', 'products'],
    ['a URL that ends in another number', 'https://other.com/p/AB1234567890', 'url_without_tuid', 'AB1234567890'],
    ['a URL with the TUID elsewhere', 'https://x.io/TSPR04EZU31901021/edit', 'url_without_tuid', 'edit'],
    [
      'a URL with the TUID in its query',
      'https://x.io/?t=TSPR04EZU31901021',
      'url_without_tuid',
      'https://x.io/?t=TSPR04EZU31901021'
    ],
    ['a broken URL', 'https://', 'url_without_tuid', 'https://']
  ])('%s', (_what, text, fault, part) => {
    expect(readLabel(text)).toEqual({ ok: false, fault, part })
  })

  test('10,000 characters are shown shortened', () => {
    expect(readLabel('A'.repeat(10_000))).toEqual({ ok: false, fault: 'too_long', part: `${'A'.repeat(39)}…` })
  })

  test('a character of two halves is never cut in the middle', () => {
    const reading = readLabel('😀'.repeat(1500))
    expect(reading).toEqual({ ok: false, fault: 'too_long', part: `${'😀'.repeat(19)}…` })
  })
})

describe('whatever is read', () => {
  const pieces = fc.constantFrom(
    'TSPD04',
    'ESY93100802',
    'XXXX00',
    ',',
    ' ',
    '-',
    'https://x.io/',
    '\r',
    '😀',
    'o0i1',
    'ſ'
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 8 }).map((chosen) => chosen.join(''))
  )

  test('the answer is a TUID or a fault with a part short enough to show', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readLabel(text)
        if (reading.ok) expect(tuidSchema.safeParse(reading.tuid).success).toBe(true)
        else expect(reading.part.length).toBeLessThanOrEqual(longestPart)
      }),
      { numRuns: 2000 }
    )
  })

  test('a TUID that was understood is understood again as itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readLabel(text)
        if (reading.ok) expect(readLabel(reading.tuid)).toMatchObject({ ok: true, tuid: reading.tuid, form: 'tuid' })
      }),
      { numRuns: 2000 }
    )
  })

  test('every way to write an ordinary TUID gives the same one', () => {
    const serials = fc.stringMatching(/^[A-Z][A-Z0-9][A-Z]\d{8}$/)
    const codes = fc.constantFrom('TSPD04', 'TSGW05', 'XXXX16', 'QQQQ77')
    const lines = fc.constantFrom('', '\r', '\n', '\r\n', '\t')
    fc.assert(
      fc.property(codes, serials, lines, fc.boolean(), (code, serial, line, lower) => {
        const ways = [
          `${code}${serial}`,
          `${code} ${serial}`,
          `${serial},${code}`,
          `${code},${serial}`,
          `https://t.com/d/${code}${serial}`
        ]
        for (const way of ways) {
          expect(readLabel((lower ? way.toLowerCase() : way) + line)).toMatchObject({
            ok: true,
            tuid: `${code}${serial}`
          })
        }
      })
    )
  })
})
