import { expect, it } from 'vitest'
import type { UpdateFault } from '@shared/domain/update'
import { updateFaultOf } from '../../../../src/main/adapters/updater/updateFault'

const coded = (code: string): Error => Object.assign(new Error('what the library says'), { code })

const cases: [what: string, error: unknown, fault: UpdateFault][] = [
  ['another digest than announced', coded('ERR_CHECKSUM_MISMATCH'), 'damaged'],
  ['a list without digests', coded('ERR_UPDATER_NO_CHECKSUM'), 'damaged'],
  ['a list that cannot be read', coded('ERR_UPDATER_INVALID_UPDATE_INFO'), 'damaged'],
  ['a signature of somebody else', coded('ERR_UPDATER_INVALID_SIGNATURE'), 'not_trusted'],
  ['an address that may not be asked', new Error('net::ERR_BLOCKED_BY_CLIENT'), 'not_trusted'],
  ['no list for this channel', coded('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'nothing_there'],
  ['nobody at that port', coded('ECONNREFUSED'), 'unreachable'],
  ['no such name', coded('ENOTFOUND'), 'unreachable'],
  ['no network, as Chromium says it', new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable'],
  ['a server in trouble', coded('HTTP_ERROR_503'), 'unreachable'],
  ['a line that was silent for too long', new Error('Request timed out'), 'unreachable'],
  ['anything else', new Error('boom'), 'failed'],
  ['what is not even an error', 'boom', 'failed']
]

it.each(cases)('%s', (_what, error, fault) => {
  expect(updateFaultOf(error)).toBe(fault)
})
