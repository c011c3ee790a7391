/**
 * Where installed apps look for new versions, as electron-builder is told it: UPDATE_URL, the folder of the server that
 * the packages and their lists (latest.yml and the like) are put into. Without it the packages do not update themselves.
 *
 * @throws in words for an address that the app itself would refuse
 */
export function updateServer(
  environment: Readonly<Record<string, string | undefined>>
): { provider: 'generic'; url: string } | null {
  const address = environment['UPDATE_URL'] ?? ''
  if (address === '') return null
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isLoopback = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url === undefined || (url.protocol !== 'https:' && !isLoopback) || url.username !== '' || url.password !== '') {
    throw new Error('UPDATE_URL must be an https address without a name or password in it')
  }
  return { provider: 'generic', url: url.href }
}
