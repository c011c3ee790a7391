import type { UpdateFault } from '@shared/domain/update'

const faultsByCode: Readonly<Record<string, UpdateFault>> = {
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'damaged',
  ERR_UPDATER_NO_CHECKSUM: 'damaged',
  ERR_UPDATER_NO_FILES_PROVIDED: 'damaged',
  ERR_UPDATER_INVALID_VERSION: 'damaged',
  ERR_UPDATER_ASSET_NOT_FOUND: 'damaged',
  ERR_UPDATER_INVALID_SIGNATURE: 'not_trusted',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'nothing_there',
  ERR_UPDATER_LATEST_VERSION_NOT_FOUND: 'nothing_there',
  ERR_UPDATER_NO_PUBLISHED_VERSIONS: 'nothing_there'
}

/** Forbidden by ourselves: an address without https. */
const forbidden = /ERR_BLOCKED_BY_CLIENT/

/** What Node and Chromium say when a server is not reached. */
const unreachable = /^(ECONN|ENOTFOUND|EAI_|ENET|EHOST|ETIMEDOUT|EPIPE|HTTP_ERROR_5)|net::ERR_|timed out|aborted/

/** What an error of electron-updater means to a person. */
export function updateFaultOf(error: unknown): UpdateFault {
  if (!(error instanceof Error)) return 'failed'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = faultsByCode[code]
  if (known !== undefined) return known
  if (forbidden.test(error.message)) return 'not_trusted'
  return unreachable.test(code) || unreachable.test(error.message) ? 'unreachable' : 'failed'
}
