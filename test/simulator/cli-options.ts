import { parseArgs } from 'node:util'
import type { SimulatorOptions } from './simulator.ts'
import { SITE_NAMES } from './site/site.ts'

export const USAGE =
  'npm run simulator -- [--port 0] [--site demo|small|empty] [--seed 1] [--token-seconds 900] [--no-group-list]'

/** Reads the command line; throws an error in words for anything it does not know. */
export function readCliOptions(args: readonly string[]): SimulatorOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      site: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      'token-seconds': { type: 'string', default: '900' },
      'no-group-list': { type: 'boolean', default: false }
    }
  })
  const site = SITE_NAMES.find((name) => name === values.site)
  if (!site) throw new Error(`--site must be one of ${SITE_NAMES.join(', ')}`)
  return {
    site,
    port: wholeNumber('--port', values.port, 0, 65_535),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    tokenSeconds: wholeNumber('--token-seconds', values['token-seconds'], 1, 2 ** 31 - 1),
    groupList: !values['no-group-list']
  }
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < from || value > to) {
    throw new Error(`${name} must be a whole number from ${from} to ${to}`)
  }
  return value
}
