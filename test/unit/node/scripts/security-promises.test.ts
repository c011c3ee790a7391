import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise') && !line.startsWith('| --'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('there are promises', () => {
  expect(rows.length).toBeGreaterThan(20)
})

test.each(rows.map(([, promise = '', tests = '']) => [promise, tests]))('%s: has a test', (_promise, tests) => {
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  expect(files).not.toEqual([])
  for (const file of files) {
    expect(file).toMatch(/\.(test|spec)\.ts$/)
    expect(existsSync(join(root, file)), file).toBe(true)
  }
})
