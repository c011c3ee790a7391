/** What a page tells the host over its socket. `url` is the page's own address in the browser. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[]; url: string }
  | { kind: 'permission'; id: number; permission: string; details: Record<string, unknown>; url: string }
  | { kind: 'send'; channel: string; args: unknown[]; url: string }
  | { kind: 'open'; url: string }
  | { kind: 'dom-ready' }
  | { kind: 'loaded' }
  | { kind: 'painted' }
  | { kind: 'title'; title: string }
  | { kind: 'preload-error'; message: string }

/** What a page asks and waits for without letting anything else happen. */
export type SyncFromPage =
  { kind: 'send-sync'; channel: string; args: unknown[]; url: string } | { kind: 'navigate'; url: string; from: string }

/** What the host tells a page. */
export type ToPage =
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; error: string }
  | { kind: 'event'; channel: string; args: unknown[] }

/** What the page knows from the start. */
export interface Boot {
  token: string
  /** What main calls the folder of the page, for example `installer://app/`. */
  base: string
  platform: string
  arch: string
  versions: Record<string, string | undefined>
  argv: string[]
}
