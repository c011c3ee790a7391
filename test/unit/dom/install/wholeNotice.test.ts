import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { ProblemKind } from '@shared/domain/problem'
import { ok, sessionOf, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { willingInstaller } from './bench'
import { enter, field, fill, region, scan, showBench } from './benchPage'
import { failed, remembered, tuid } from './fixtures'

const parts = ['general', 'installations', 'group', 'alerts', 'messages'] as const
const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ') ?? ''
const notice = (kind: string): string => text(document.querySelector(`[data-notice=${kind}]`))

function failAll(installer: InstallerStandIn, kind: ProblemKind, status?: number): void {
  const reading = () => ok(failed(kind, status === undefined ? {} : { status }))
  for (const part of parts) installer.answers[`things:${part}`] = reading
}

async function scanInFinnish(): Promise<void> {
  await showBench('fi')
  await fill(field('Skannaa tarra tai kirjoita sen teksti'), tuid)
  await enter()
}

describe('a thing never seen before, of which nothing can be read', () => {
  test.each<[ProblemKind, string, string]>([
    ['offline', 'The server cannot be reached.', 'You can go on; everything is saved here'],
    ['timeout', 'The server did not answer in time.', 'Try again in a moment'],
    ['server_error', 'The server answered with an error.', 'Try again later.'],
    ['bad_credentials', 'The server does not accept the sign-in of this stack.', 'Put its client ID and secret right'],
    ['secret_missing', 'The client secret of this stack is not here.', 'Enter the secret again in Settings'],
    ['refused', 'The server refused.', 'Read what the server said'],
    ['busy', 'The server is busy.', 'Wait a little'],
    ['unreadable', 'The server’s answer could not be read.', 'Try again.']
  ])('says why (%s), and what to do next', async (kind, why, next) => {
    const installer = willingInstaller()
    failAll(installer, kind)
    await showBench()
    await scan(tuid)
    expect(notice('never_seen')).toContain(`Nothing is known of ${tuid} here.`)
    expect(notice('never_seen')).toContain(why)
    expect(notice('never_seen')).toContain(next)
    if (kind !== 'offline') expect(text(region('See it'))).not.toContain('cannot be reached')
    expect(text(region('See it')).split(why.slice(0, -1))).toHaveLength(2)
  })

  test.each<[ProblemKind, string, string]>([
    ['server_error', 'Palvelin vastasi virheellä.', 'Yritä myöhemmin uudelleen.'],
    ['bad_credentials', 'Palvelin ei hyväksy asiakasympäristön kirjautumista.', 'Korjaa asiakastunnus ja salaisuus']
  ])('says why in Finnish, too (%s)', async (kind, why, next) => {
    const installer = willingInstaller()
    failAll(installer, kind)
    await scanInFinnish()
    expect(notice('never_seen')).toContain(why)
    expect(notice('never_seen')).toContain(next)
    expect(notice('never_seen')).not.toContain('ei saada yhteyttä')
  })

  test('shows the details for support', async () => {
    failAll(willingInstaller(), 'server_error', 502)
    await showBench()
    await scan(tuid)
    expect(text(document.querySelector('[data-notice=never_seen] pre'))).toContain('HTTP 502')
  })

  test('leads to the stack where the sign-in is refused', async () => {
    failAll(willingInstaller(), 'bad_credentials')
    await showBench()
    await scan(tuid)
    expect(button('Open the stack').getAttribute('href')).toBe('/settings/stacks')
  })

  test('is read again by itself when the connection is back', async () => {
    const installer = willingInstaller()
    const answers = { ...installer.answers }
    failAll(installer, 'offline')
    await showBench()
    await scan(tuid)
    installer.emit('session:changed', sessionOf({ connection: 'offline' }))
    await flushPromises()
    Object.assign(installer.answers, answers)
    installer.emit('session:changed', sessionOf())
    await flushPromises()
    expect(text(region('General'))).toContain('86 %, good')
    expect(notice('never_seen')).toBe('')
  })
})

test('a thing seen before is shown as it was, with the true reason', async () => {
  const installer = willingInstaller()
  failAll(installer, 'server_error', 502)
  installer.answers['things:group'] = () => ok(remembered({ groupId: 'prfi00hq' }, undefined, 'server_error'))
  await showBench()
  await scan(tuid)
  expect(notice('last_seen')).toMatch(/The server answered with an error\..*last seen on this laptop.*Try again later/)
  expect(text(region('Group'))).toMatch(/as of .*prfi00hq/)
  expect(text(region('See it')).match(/answered with an error/g)).toHaveLength(1)
})

describe('a part that the server does not have', () => {
  test('is said of that part alone', async () => {
    const installer = willingInstaller()
    installer.answers['things:installations'] = () => ok(failed('not_found', { status: 404 }))
    await showBench()
    await scan(tuid)
    expect(text(region('Installation status'))).toContain('Not available. The server has no such part of this thing.')
    expect(text(region('See it'))).not.toContain('does not know')
    expect(text(region('General'))).toContain('86 %')
  })

  test('is said in Finnish, too', async () => {
    const installer = willingInstaller()
    installer.answers['things:installations'] = () => ok(failed('not_found'))
    await scanInFinnish()
    expect(text(region('Asennustila'))).toContain('Ei saatavilla. Palvelimella ei ole tätä osaa laitteen tiedoista.')
    expect(document.body.textContent).not.toContain('ei tunne')
  })

  test('raises no second look when saving', async () => {
    const installer = willingInstaller({ groupId: 'prfi00hq', status: 'installed' })
    installer.answers['things:installations'] = () => ok(failed('not_found'))
    await showBench()
    await scan(tuid)
    await enter()
    expect(installer.inputsOf('outbox:capture')).toHaveLength(1)
  })
})

describe('while waiting for a thing to be heard', () => {
  test.each<['offline' | 'signed_out' | 'no_secret', string]>([
    ['offline', 'Paused: the server cannot be reached'],
    ['signed_out', 'Paused: the server does not accept the sign-in'],
    ['no_secret', 'Paused: the client secret is missing']
  ])('it is said why nothing is looked up: %s', async (connection, words) => {
    const installer = willingInstaller({ groupId: 'prfi00hq', status: 'installed' })
    await showBench()
    await scan(tuid)
    await enter()
    installer.emit('session:changed', sessionOf({ connection }))
    await flushPromises()
    expect(text(region('Verify'))).toContain(words)
  })
})
