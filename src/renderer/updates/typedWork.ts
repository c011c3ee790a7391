/** What is looked for, and what a person chooses from, is not work that could be lost. */
const harmless = '[type=search], [role=combobox], [type=radio], [type=checkbox]'

/** Fields in which somebody typed. */
const typedIn = new Set<HTMLInputElement | HTMLTextAreaElement>()

/** From now on what is typed is noticed, on whichever page. */
export function watchTyping(page: Document): void {
  page.addEventListener(
    'input',
    ({ target }) => {
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      if (isField && !target.matches(harmless)) typedIn.add(target)
    },
    { capture: true, passive: true }
  )
}

/** Whether a field that somebody typed in still shows that: what is saved leaves its field, or the field the page. */
export function hasTypedWork(): boolean {
  for (const field of typedIn) if (!field.isConnected || field.value === '') typedIn.delete(field)
  return typedIn.size > 0
}
