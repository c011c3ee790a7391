import { execFileSync } from 'node:child_process'
import type { RunningApp } from './running-app.ts'

/** The disk of a running app, which can be taken away and given back. Linux only. */
export async function diskOf(app: RunningApp): Promise<(bytes: '0' | 'unlimited') => void> {
  // The kernel would end the app for writing beyond the limit; a full disk only says no.
  await app.evaluate(() => void process.on('SIGXFSZ', () => undefined))
  return (bytes) => void execFileSync('prlimit', ['--pid', String(app.pid), `--fsize=${bytes}:`])
}
