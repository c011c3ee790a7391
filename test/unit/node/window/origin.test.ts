import { describe, expect, it } from 'vitest'
import { readDevOrigin } from '../../../../src/main/window/origin'

describe('the dev server', () => {
  it.each<[boolean, string | undefined, string | null]>([
    [false, 'http://localhost:5173', 'http://localhost:5173'],
    [false, 'http://localhost:5173/some/page', 'http://localhost:5173'],
    [false, 'http://127.0.0.1:5173/', 'http://127.0.0.1:5173'],
    [false, 'http://[::1]:5173/', 'http://[::1]:5173'],
    [false, undefined, null],
    [false, '', null],
    [false, 'nonsense', null],
    [false, 'http://example.com:5173/', null],
    [false, 'http://192.168.1.7:5173/', null],
    [false, 'https://localhost:5173/', null],
    [false, 'file:///index.html', null],
    [true, 'http://localhost:5173', null]
  ])('packaged %s, address %s: %s', (isPackaged, address, origin) => {
    expect(readDevOrigin(isPackaged, address)).toBe(origin)
  })
})
