/** A field as it was before keys went into it, so that it can be as before. */
export interface KeptField {
  readonly element: HTMLInputElement | HTMLTextAreaElement
  readonly value: string
  readonly selection: readonly [start: number, end: number] | null
}

/** Keys that do not go into a text field but mean something all the same: a list is searched by them. */
const listening = 'select, [role=combobox], [role=listbox], [role=menu]'
const notText: ReadonlySet<string> = new Set([
  'radio',
  'checkbox',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file'
])

export function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && !notText.has(element.type)
}

/** Whether letters mean something where the focus is, although no text field is there. */
export function listensToLetters(element: Element | null): boolean {
  return element?.closest(listening) != null
}

export function keepField(element: HTMLInputElement | HTMLTextAreaElement): KeptField {
  // Null where the kind of field knows no selection, e.g. a number.
  const { value, selectionStart, selectionEnd } = element
  return {
    element,
    value,
    selection: selectionStart === null ? null : [selectionStart, selectionEnd ?? selectionStart]
  }
}

/** Puts back what was there, and tells whoever follows the field. */
export function restoreField({ element, value, selection }: KeptField): void {
  if (!element.isConnected || element.value === value) return
  element.value = value
  if (selection !== null) element.setSelectionRange(...selection)
  element.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Types a text where the caret is, as the browser would have done. */
export function typeInto(element: HTMLInputElement, text: string): void {
  element.focus()
  const at = element.selectionStart ?? element.value.length
  element.setRangeText(text, at, element.selectionEnd ?? at, 'end')
  element.dispatchEvent(new Event('input', { bubbles: true }))
}
