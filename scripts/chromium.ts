import { existsSync } from 'node:fs'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium, or CHROMIUM_PATH; undefined where Playwright's own has to do. */
export function chromiumPath(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') return chosen
  return usualPlaces.find((path) => existsSync(path))
}

/** For the browser that tests start: nothing of its own goes out to the network. */
export function chromiumArguments(): string[] {
  const closedNetwork = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run'
  ]
  // Chromium refuses to start its sandbox as root. Only this browser is meant: the app itself never runs without.
  return process.getuid?.() === 0 ? [...closedNetwork, '--no-sandbox'] : closedNetwork
}
