import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Offer {
  readonly version: string
  /** Per cent of the laptops that are to get it already. */
  readonly stagingPercentage?: number
  /** What the list says of the file, where it is not the truth. */
  readonly sha512?: string
  /** Where the list says that the file lies, when not beside it. */
  readonly url?: string
}

/** A server that offers versions of the app as electron-builder publishes them: a list for a channel, and the file. */
export class UpdateServer {
  readonly #server: Server
  readonly #content: string
  readonly #offers: Partial<Record<'latest' | 'beta', Offer>>
  /** What was asked for, such as `/latest-linux.yml`. */
  readonly asked: string[] = []

  private constructor(content: string, offers: Partial<Record<'latest' | 'beta', Offer>>) {
    this.#content = content
    this.#offers = offers
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://here').pathname
      this.asked.push(path)
      const answer = this.#answerTo(path)
      response.writeHead(answer === null ? 404 : 200, { 'content-type': 'application/octet-stream' })
      response.end(answer ?? undefined)
    })
  }

  /** @param content of the file that every offer is about */
  static async start(content: string, offers: Partial<Record<'latest' | 'beta', Offer>>): Promise<UpdateServer> {
    const server = new UpdateServer(content, offers)
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    // A server that listens on a port has an address of this form.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #answerTo(path: string): string | null {
    const channel = /^\/(latest|beta)-linux(-arm64)?\.yml$/.exec(path)?.[1]
    if (channel === undefined) return path.endsWith('.AppImage') ? this.#content : null
    const offer = this.#offers[channel as 'latest' | 'beta'] // the expression above lets nothing else through
    return offer === undefined ? null : this.#listOf(offer)
  }

  #listOf({ version, stagingPercentage, sha512, url }: Offer): string {
    const digest = sha512 ?? createHash('sha512').update(this.#content).digest('base64')
    const file = url ?? `Field-Installer-${version}.AppImage`
    return [
      `version: ${version}`,
      'files:',
      `  - url: ${file}`,
      `    sha512: ${digest}`,
      `    size: ${Buffer.byteLength(this.#content)}`,
      `path: ${file}`,
      `sha512: ${digest}`,
      "releaseDate: '2026-11-25T12:00:00.000Z'",
      ...(stagingPercentage === undefined ? [] : [`stagingPercentage: ${stagingPercentage}`])
    ].join('\n')
  }
}
