import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '../../../../src')

/** Ways in which a text becomes markup or code. None is needed to show a text. */
const doors = [
  'v-html',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'DOMParser',
  'srcdoc',
  'document.write',
  'eval(',
  'new Function',
  'javascript:'
]

it('nothing in the app makes markup or code of a text', () => {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const found = files.flatMap(({ parentPath, name }) => {
    const text = readFileSync(join(parentPath, name), 'utf8')
    return doors
      .filter((door) => text.includes(door))
      .map((door) => `${door} in ${relative(source, join(parentPath, name))}`)
  })
  expect(files.length).toBeGreaterThan(300)
  expect(found).toEqual([])
})
