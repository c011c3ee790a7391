import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { useNoStrayDrops } from '@/frame/strayDrops'

const Page = defineComponent(() => {
  useNoStrayDrops()
  return () => [
    h('p', 'words'),
    h('input'),
    h('div', { class: 'place', onDrop: (event: Event) => event.preventDefault() })
  ]
})

let page: ReturnType<typeof show>
const show = () => mount(Page, { attachTo: document.body })
afterEach(() => page.unmount())

/** @returns whether the drop is left to the browser */
function drop(selector: string, type: string): boolean {
  page = show()
  const event = new Event('drop', { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types: [type], dropEffect: 'copy' } })
  return page.get(selector).element.dispatchEvent(event)
}

describe('what is dropped', () => {
  test.each([
    ['a file', 'beside every place', 'p', 'Files', false],
    ['an address', 'beside every place', 'p', 'text/uri-list', false],
    ['a file', 'into a field', 'input', 'Files', false],
    ['text', 'into a field', 'input', 'text/plain', true],
    ['a file', 'where it is wanted', '.place', 'Files', false]
  ])('%s %s', (_what, _where, selector, type, isLeft) => {
    expect(drop(selector, type)).toBe(isLeft)
  })

  test('is the browser’s again once the page has gone', () => {
    page = show()
    page.unmount()
    const event = new Event('drop', { bubbles: true, cancelable: true })
    expect(document.body.dispatchEvent(event)).toBe(true)
  })
})
