import type { Problem } from '@shared/domain/problem'
import type { Transport } from './transport/transport'

const probeTimeoutMs = 5_000

export type Reachability =
  { readonly reachable: true; readonly httpStatus: number } | { readonly reachable: false; readonly problem: Problem }

/**
 * Whether a stack's own address answers at all; an IP address of the laptop says nothing. Any HTTP answer will do, a
 * refusal is the normal one: no credentials are sent.
 */
export async function probe(baseUrl: string, transport: Transport, signal?: AbortSignal): Promise<Reachability> {
  const { origin, pathname } = new URL(baseUrl)
  const request = { method: 'GET', origin, path: pathname, headers: {}, timeoutMs: probeTimeoutMs, signal } as const
  const result = await transport.send(request)
  if (result.type === 'response') return { reachable: true, httpStatus: result.status }
  if (result.status !== null) return { reachable: true, httpStatus: result.status }
  return { reachable: false, problem: result.problem }
}
