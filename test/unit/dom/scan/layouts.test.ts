import { describe, expect, test } from 'vitest'
import { readLabel } from '@shared/domain/label'
import { layoutMismatch, type LayoutMismatch } from '@/scan/wedge/layouts'

const nordicLaptop: LayoutMismatch = { scanner: 'us', laptop: 'nordic' }
const nordicScanner: LayoutMismatch = { scanner: 'nordic', laptop: 'us' }
const azertyLaptop: LayoutMismatch = { scanner: 'us', laptop: 'azerty' }
const azertyScanner: LayoutMismatch = { scanner: 'azerty', laptop: 'us' }

describe('a label that came through the wrong keyboard layout', () => {
  test.each<[what: string, text: string, mismatch: LayoutMismatch]>([
    ['an address, US scanner on a Finnish laptop', 'httpsÖ--thingsee.com-d-TSPR04EZU31901021', nordicLaptop],
    ['the same with Caps Lock on', 'HTTPSö--THINGSEE.COM-D-tspr04ezu31901021', nordicLaptop],
    ['an address, Finnish scanner on a US laptop', 'https>&&thingsee.com&d&TSPR04EZU31901021', nordicScanner],
    ['a label, US scanner on a French laptop', 'ESYç"&àà_àé;TSPDà\'', azertyLaptop],
    ['a TUID, US scanner on a French laptop', 'TSPDà\'ESYç"&àà_àé', azertyLaptop],
    ['an address, US scanner on a French laptop', 'httpsM!!thingsee:co,!d!TSPRà\'EWU"&çà&àé&', azertyLaptop],
    ['a label, French scanner on a US laptop', 'ESY(#!))*)@mTSPD)$', azertyScanner],
    ['a TUID, French scanner on a US laptop', 'TSPD)$ESY(#!))*)@', azertyScanner],
    ['a label, French scanner on a Finnish laptop', 'ESY)#!==(="mTSPD=¤', { scanner: 'azerty', laptop: 'nordic' }]
  ])('%s', (_what, text, mismatch) => {
    expect(readLabel(text).ok).toBe(false)
    expect(layoutMismatch(text)).toEqual(mismatch)
  })
})

describe('no wrong layout is suspected in', () => {
  test.each([
    ['a label', 'ESY93100802,TSPD04'],
    ['a label with Caps Lock on, which is understood', 'esy93100802,tspd04'],
    ['an address', 'https://thingsee.com/d/TSPR04EZU31901021'],
    ['a label of another make', 'LW:D0:70B3D5E75E000000:A81758'],
    ['a Wi-Fi label', 'WIFI:T:WPA;S:Office;P:secret;;'],
    ['a number', '4006381333931'],
    ['another address', 'https://example.com/products'],
    ['nothing', '']
  ])('%s', (_what, text) => {
    expect(layoutMismatch(text)).toBeNull()
  })
})
