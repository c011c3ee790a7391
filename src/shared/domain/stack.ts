import { z } from 'zod'

/** A customer's account: base URL, client id and client secret. The secret is never part of this type. */
export const stackSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(60),
  /** Normalised by {@link readBaseUrl}: no trailing slash, no query, no credentials. */
  baseUrl: z.string(),
  clientId: z.string().min(1).max(200)
})

export type Stack = z.output<typeof stackSchema>

/** As much of the stack that is in use as the page shows of it. */
export const chosenStackSchema = z.strictObject({ id: z.uuid(), name: z.string() })

/** Where the secret of a stack is: the OS keychain, this run's memory, or nowhere. `unknown`: the keychain cannot say. */
export const secretPlaceSchema = z.enum(['keychain', 'memory', 'missing', 'unknown'])

export type SecretPlace = z.output<typeof secretPlaceSchema>

export type BaseUrlReading =
  { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly kind: 'bad_url' | 'not_https' }

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** https everywhere; plain http only where the traffic cannot leave the machine. */
export function isAllowedOrigin(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname))
}

/** Reads an API base URL as typed or pasted, with or without the trailing slash. */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return { ok: false, kind: 'bad_url' }
  const url = new URL(trimmed)
  if (!['http:', 'https:'].includes(url.protocol) || url.hostname === '') return { ok: false, kind: 'bad_url' }
  if (!isAllowedOrigin(url)) return { ok: false, kind: 'not_https' }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { ok: false, kind: 'bad_url' }
  }
  return { ok: true, baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}
