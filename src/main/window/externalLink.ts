import { shell } from 'electron'
import { ProblemError } from '@shared/domain/problem'

const longestLink = 2000

/** Where a link of ours may lead: a page that was taken over can send nobody anywhere else. */
const knownHosts: ReadonlySet<string> = new Set(['www.openstreetmap.org'])

/**
 * Reads an address that is to be opened outside the app.
 *
 * @returns the address, normalised
 * @throws ProblemError not_an_external_link for anything but a plain https address of a host we link to
 */
export function readExternalLink(address: string): string {
  const isWeb = address.length <= longestLink && /^https:\/\/[^/\\]/i.test(address) && URL.canParse(address)
  if (!isWeb) throw new ProblemError({ kind: 'not_an_external_link' })
  const url = new URL(address)
  // A name before the host is how one site passes for another.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || !knownHosts.has(url.host)) {
    throw new ProblemError({ kind: 'not_an_external_link' })
  }
  return url.href
}

/**
 * Opens an https address in the system's browser.
 *
 * @throws ProblemError not_an_external_link
 */
export async function openExternal(address: string): Promise<void> {
  await shell.openExternal(readExternalLink(address))
}
