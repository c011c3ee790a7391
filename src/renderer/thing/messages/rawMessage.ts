import type { ThingMessage } from '@shared/domain/thing'

/** A message as the API writes it, as JSON for people: what the server left out is left out. */
export function rawMessage({ key, tsmId, tsmEv, gatewayTuid, groupId, fields }: ThingMessage): string {
  // `tsmTuid:tsmId:tsmTs`: the only place where the time stands as it came.
  const [tuid = '', , ...time] = key.split(':')
  const written = Number(time.join(':'))
  const raw: Record<string, unknown> = {
    tsmId,
    ...(tsmEv !== null && { tsmEv }),
    tsmTs: Number.isFinite(written) ? written : time.join(':'),
    tsmTuid: tuid,
    ...(gatewayTuid !== null && { tsmGw: gatewayTuid }),
    ...(groupId !== null && { deploymentGroupId: groupId }),
    ...fields
  }
  return JSON.stringify(raw, null, 2)
}
