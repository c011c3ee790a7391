import { tuidParts, tuidSchema } from '@shared/domain/tuid'
import { describe, expect, test } from 'vitest'

describe('tuidSchema', () => {
  test.each(['TSPR04EZU31901021', 'XXXXTUID', 'A'.repeat(32), '12345678'])('accepts %s', (tuid) => {
    expect(tuidSchema.safeParse(tuid).success).toBe(true)
  })

  test.each([
    ['lower case', 'tspr04ezu31901021'],
    ['too short', 'TSPR04A'],
    ['too long', 'A'.repeat(33)],
    ['a space', 'TSPR04 EZU31901021'],
    ['a line end', 'TSPR04EZU31901021\n'],
    ['a path', '../../TSPR04EZU'],
    ['no text', 12345678]
  ])('refuses %s', (_what, tuid) => {
    expect(tuidSchema.safeParse(tuid).success).toBe(false)
  })
})

test('a TUID is shown as model code and serial number', () => {
  expect(tuidParts('TSPR04EZU31901021')).toEqual({ modelCode: 'TSPR04', serial: 'EZU31901021' })
})
