/** What Electron hands to listeners that may say no. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function preventable<Details extends object>(details: Details): Details & PreventableEvent {
  let prevented = false
  const verdict: PreventableEvent = {
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    }
  }
  return Object.defineProperties(verdict, Object.getOwnPropertyDescriptors(details)) as Details & PreventableEvent // both were just put together
}
