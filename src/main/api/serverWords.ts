import { isWithinBounds } from './wire/jsonBounds'
import { oneLine } from './wire/plainText'

const longestWords = 500

/** In characters. Nobody reads a longer one, and looking through it for secrets takes time. */
const longestErrorBody = 65_536

const concealed = '•••'

/** Removes what must not be shown or logged from a text that came from outside. */
export type Conceal = (text: string) => string

/**
 * A server may quote what it was sent: the API gateway names the whole Authorization header when it dislikes it.
 *
 * @param secrets whatever went out with the request: client secret, token
 */
export function concealing(secrets: readonly string[]): Conceal {
  return (text) =>
    formsOf(secrets)
      .reduce((rest, form) => rest.replaceAll(form, concealed), text)
      .replaceAll(/\b(bearer|basic)(\s|%20)+[\w.~+/=-]{16,}/giu, `$1 ${concealed}`)
      .replaceAll(/\beyJ[\w-]{1,1000}\.[\w-]+(\.[\w-]*)?/gu, concealed)
}

/** How each of them may be quoted, the longest first. Made when there are words to look through: most answers have none. */
function formsOf(secrets: readonly string[]): string[] {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)])
    .toSorted((a, b) => b.length - a.length)
}

/**
 * The server's own message in an error body, fit to be shown: `{statusCode?, error?, message?}` (vendor fact), the
 * gateway's `Message`, or plain text.
 *
 * @returns undefined when it said nothing, only markup, or far too much
 */
export function serverWords(body: string, conceal: Conceal): string | undefined {
  if (body.length > longestErrorBody) return undefined
  // Twice: tidying may take apart what was sent, or put together what was broken up.
  const words = conceal(tidy(conceal(messageIn(body))))
  if (words === '') return undefined
  return words.length > longestWords ? `${words.slice(0, longestWords - 1).toWellFormed()}…` : words
}

/** Whether a body is a page for people or other markup: nothing this API would say. */
export function isMarkup(contentType: string, body: string): boolean {
  return /\b(html|xml)\b/i.test(contentType) || body.trimStart().startsWith('<')
}

function messageIn(body: string): string {
  const parsed = parseJson(body)
  if (parsed === undefined) return isMarkup('', body) ? '' : body
  if (typeof parsed === 'string') return parsed
  if (typeof parsed !== 'object' || parsed === null) return ''
  const said: Record<string, unknown> = { ...parsed }
  const found = [said.message, said.Message, said.error].find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof found === 'string' ? found : ''
}

/** @returns undefined when it is not JSON, or more of it than could be worked with */
export function parseJson(text: string): unknown {
  try {
    return isWithinBounds(text) ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function tidy(text: string): string {
  return oneLine(text).replaceAll(/\s+/gu, ' ').trim()
}
