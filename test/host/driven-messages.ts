/** What the app in the host tells the test that started it. Values travel as text of page/wire.ts. */
export type FromApp =
  | { type: 'window-opened'; windowId: number; url: string }
  | { type: 'window-closed'; windowId: number }
  | { type: 'noted'; what: string; details: string }
  | { type: 'color-scheme'; scheme: 'light' | 'dark' | 'system' }
  | { type: 'ask-page'; id: number; windowId: number; request: string }
  | ({ type: 'evaluated' } & Answer)

/** What the test tells the app. */
export type ToApp =
  | { type: 'evaluate'; id: number; source: string; argument: string }
  | ({ type: 'page-answered' } & Answer)
  | { type: 'page-closed'; windowId: number }
  | { type: 'quit' }

/** `value` is text of page/wire.ts; `error` is what went wrong, in words. */
export type Answer = { id: number; ok: true; value: string } | { id: number; ok: false; error: string }
