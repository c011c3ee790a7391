import { parseArgs } from 'node:util'
import type { LackStatus } from './api/router.ts'
import type { SimulatorOptions } from './simulator.ts'
import { SITE_NAMES } from './site/site.ts'

export const USAGE =
  'npm run simulator -- [--port 0] [--site demo|small|empty] [--seed 1] [--token-seconds 900] [--no-group-list] [--lacking PATH=404]'

/** Reads the command line; throws an error in words for anything it does not know. */
export function readCliOptions(args: readonly string[]): SimulatorOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      site: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      'token-seconds': { type: 'string', default: '900' },
      'no-group-list': { type: 'boolean', default: false },
      lacking: { type: 'string', multiple: true, default: [] }
    }
  })
  const site = SITE_NAMES.find((name) => name === values.site)
  if (!site) throw new Error(`--site must be one of ${SITE_NAMES.join(', ')}`)
  return {
    site,
    port: wholeNumber('--port', values.port, 0, 65_535),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    tokenSeconds: wholeNumber('--token-seconds', values['token-seconds'], 1, 2 ** 31 - 1),
    groupList: !values['no-group-list'],
    ...(values.lacking.length > 0 && { lacking: Object.fromEntries(values.lacking.map(lackingPath)) })
  }
}

function lackingPath(text: string): [string, LackStatus] {
  const [path = '', status = '404'] = text.split('=')
  const lack = ([403, 404, 405] as const).find((each) => String(each) === status)
  if (!path.startsWith('/') || lack === undefined) {
    throw new Error('--lacking must be a path such as /things/{tuid}/messages, with =403, =404 or =405')
  }
  return [path, lack]
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < from || value > to) {
    throw new Error(`${name} must be a whole number from ${from} to ${to}`)
  }
  return value
}
