import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** Writes an answer to a request on a bare connection, where anything at all can be said. */
type HostileAnswer = (socket: Socket) => void

const head = (...lines: string[]): string => `HTTP/1.1 ${lines.join('\r\n')}\r\n\r\n`
const json = 'content-type: application/json'

const whole =
  (body: string | Buffer, type = json, status = '200 OK', ...more: string[]): HostileAnswer =>
  (socket) => {
    socket.write(head(status, type, ...more, `content-length: ${Buffer.byteLength(body)}`))
    socket.write(body)
  }

/** Goes on writing for as long as somebody reads. */
function endless(socket: Socket, piece: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', more)
  more()
}

/** One byte after another, never long without one, never to an end. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 5)
  socket.on('close', () => clearInterval(timer))
}

const nested = (depth: number): string => `{"data":${'['.repeat(depth)}${']'.repeat(depth)}}`
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`

/** Answers with far more than was asked for. Each is a success by its status, so that the body counts. */
export const tooMuch: Readonly<Record<string, HostileAnswer>> = {
  'a body that never ends': (socket) => {
    socket.write(head('200 OK', json))
    endless(socket, 'x'.repeat(65_536))
  },
  'chunks that never end': (socket) => {
    socket.write(head('200 OK', json, 'transfer-encoding: chunked'))
    endless(socket, chunk(' '.repeat(32_768)))
  },
  'headers that never end': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    endless(socket, `x-more: ${'x'.repeat(1_000)}\r\n`)
  },
  'a length beyond all memory': (socket) => {
    socket.write(head('200 OK', json, 'content-length: 9007199254740991'))
    endless(socket, ' '.repeat(65_536))
  },
  'arrays nested 100 000 deep': whole(nested(100_000)),
  'arrays nested 5 000 000 deep and never closed': whole('['.repeat(5_000_000)),
  'objects nested 100 000 deep': whole(`{"data":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`),
  'millions of little objects': whole(`{"data":[${'{},'.repeat(5_000_000)}{}]}`),
  'what unpacks to a gigabyte': whole(gzipSync(Buffer.alloc(1_000_000)), json, '200 OK', 'content-encoding: gzip')
}

/** Answers that never come to an end, although something always happens. */
export const tooSlow: Readonly<Record<string, HostileAnswer>> = {
  silence: () => undefined,
  'a status line that drips': (socket) => {
    socket.write('HTTP/1.1 200 ')
    drip(socket, 'O')
  },
  'headers that drip': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
    drip(socket, 'x')
  },
  'a body that drips': (socket) => {
    socket.write(head('200 OK', json))
    drip(socket, ' ')
  },
  'chunks that drip': (socket) => {
    socket.write(head('200 OK', json, 'transfer-encoding: chunked'))
    drip(socket, chunk(' '))
  },
  'hints and nothing after them': (socket) => drip(socket, head('103 Early Hints'))
}

/** Answers that are no answers. */
export const nonsense: Readonly<Record<string, HostileAnswer>> = {
  'another protocol': (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'a header broken in two': (socket) => socket.end('HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n{}'),
  'two lengths': whole('{"data":{}}', json, '200 OK', 'content-length: 5'),
  'a length that is none': (socket) => socket.end(head('200 OK', json, 'content-length: -1')),
  'a switch to another protocol': (socket) => socket.end(head('101 Switching Protocols', 'upgrade: websocket')),
  'a web page': whole('<!doctype html><title>Welcome</title>', 'content-type: text/html'),
  'a web page that calls itself JSON': whole('<!doctype html><title>Welcome</title>'),
  'JSON that calls itself a web page': whole('{"data":{"token":"t"}}', 'content-type: text/html'),
  'a picture': whole(Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'content-type: image/png'),
  'JSON with a comma too many': whole('{"data":{"token":"t"},}'),
  'JSON in UTF-16': whole(Buffer.from('{"data":{"token":"t"}}', 'utf16le')),
  'a script': whole('alert(1)', 'content-type: text/javascript'),
  null: whole('null'),
  'an own prototype': whole('{"__proto__":{"data":{"token":"t"}}}')
}
