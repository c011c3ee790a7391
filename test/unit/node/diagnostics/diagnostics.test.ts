import { expect, it } from 'vitest'
import { diagnosticsSchema } from '@shared/ipc/diagnosticsChannels'
import { collectDiagnostics } from '../../../../src/main/diagnostics'
import { Laptop } from '../laptop/laptop'

const info = {
  version: '1.2.3',
  platform: 'linux',
  electron: '45.0.0',
  systemLanguage: 'fi-FI',
  dataFolder: '/data',
  notices: [{ kind: 'settings_reset', detail: 'config.json' }] as const
}

async function collect(laptop: Laptop) {
  const { settings, stacks, session } = laptop.app
  const log = [{ name: 'main.log', text: 'a line' }]
  return collectDiagnostics({
    info: () => ({ ...info, notices: [...info.notices] }),
    settings,
    stacks,
    session,
    logFiles: () => log
  })
}

it('tells of the app, its settings, its stacks and its log, as the table has it', async () => {
  const laptop = await Laptop.signedIn()
  const collected = await collect(laptop)
  expect(diagnosticsSchema.safeParse(collected).error).toBeUndefined()
  expect(collected).toMatchObject({
    versions: { app: '1.2.3', node: process.versions.node, language: 'fi-FI' },
    stacks: [{ name: 'Site', baseUrl: laptop.cloud.url, secret: 'keychain', active: true }],
    session: { connection: 'online' },
    notices: [{ kind: 'settings_reset' }],
    log: [{ name: 'main.log', text: 'a line' }]
  })
})

it('holds no secret and no token', async () => {
  const laptop = await Laptop.signedIn({ clientSecret: 'a-canary-secret' })
  const text = JSON.stringify(await collect(laptop))
  expect(laptop.cloud.issuedTokens.length).toBeGreaterThan(0)
  for (const secret of ['a-canary-secret', ...laptop.cloud.issuedTokens]) expect(text).not.toContain(secret)
})

it('is collected as well while the keychain is in trouble', async () => {
  const laptop = await Laptop.signedIn()
  await laptop.restart({ patient: true })
  laptop.keychain.trouble = 'keychain_locked'
  expect((await collect(laptop)).stacks).toMatchObject([{ name: 'Site', secret: 'unknown' }])
})
