import { expect, test } from 'vitest'
import { probe } from '../../../../src/main/api/probe'
import { freePort, httpServer, rawServer } from './servers'
import { transport } from './stack'

test.each([200, 302, 401, 403, 404, 500, 503])(
  'an answer of %i means that the stack can be reached',
  async (status) => {
    const origin = await httpServer((_request, response) => response.writeHead(status).end())
    expect(await probe(`${origin}/prod/v1`, transport())).toEqual({ reachable: true, httpStatus: status })
  }
)

test('no credentials go out', async () => {
  const server = await rawServer((_request, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
  await probe(`${server.origin}/prod/v1`, transport())
  expect(server.requests).toMatchObject([{ method: 'GET', path: '/prod/v1', body: '' }])
  expect(server.requests[0]?.head).not.toContain('authorization')
})

test('nobody there', async () => {
  expect(await probe(`http://127.0.0.1:${await freePort()}`, transport())).toMatchObject({
    reachable: false,
    problem: { kind: 'offline' }
  })
})

test('somebody there who says nothing, and a person who will not wait', async () => {
  const leave = new AbortController()
  const server = await rawServer(() => leave.abort())
  expect(await probe(server.origin, transport(), leave.signal)).toMatchObject({
    reachable: false,
    problem: { kind: 'cancelled' }
  })
})

test('it waits 5 seconds at most', async () => {
  const waits: number[] = []
  const answer = { type: 'response', status: 403, headers: {}, body: '' } as const
  const way = transport()
  await probe('https://api.example.invalid', {
    ...way,
    send: ({ timeoutMs }) => {
      waits.push(timeoutMs)
      return Promise.resolve(answer)
    }
  })
  expect(waits).toEqual([5_000])
})
