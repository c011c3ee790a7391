import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RunningApp } from './app/running-app.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { StacksScreen } from './screens/stacks-screen.ts'
import { UpdateServer, type Offer } from './update-server.ts'

test.skip(
  process.platform !== 'linux',
  'the place of an AppImage can be taken by any file; updates of Windows and macOS need a signed installer'
)

const oldVersion = '#!/bin/sh\n'

/** An app that lies in a scratch folder as an AppImage does, and a server of updates for it. */
class Updating {
  readonly page: Page
  readonly app: RunningApp
  readonly server: UpdateServer
  readonly #folder: string

  constructor(page: Page, app: RunningApp, server: UpdateServer, folder: string) {
    this.page = page
    this.app = app
    this.server = server
    this.#folder = folder
  }

  get banner() {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Later' }) })
  }

  get state() {
    return this.page.getByRole('main')
  }

  /** What lies where the app was started from. */
  get installed(): string {
    return readFileSync(join(this.#folder, 'app.AppImage'), 'utf8')
  }

  /** How the new version was started; null when it was not. */
  get started(): string | null {
    const file = join(this.#folder, 'started')
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  }

  async look(): Promise<void> {
    await new Frame(this.page).goTo('Settings')
    await this.page.getByRole('button', { name: 'Look for updates' }).click()
  }
}

interface Fixtures {
  /** Starts the app where these versions are offered. */
  updating: (offers: Partial<Record<'latest' | 'beta', Offer>>) => Promise<Updating>
}

const it = test.extend<Fixtures>({
  updating: async ({ launchApp, userData }, use) => {
    const folder = join(userData, 'laptop')
    mkdirSync(folder)
    writeFileSync(join(folder, 'app.AppImage'), oldVersion)
    chmodSync(join(folder, 'app.AppImage'), 0o755)
    const started: UpdateServer[] = []
    await use(async (offers) => {
      const server = await UpdateServer.start(newVersion(folder), offers)
      started.push(server)
      const config = join(folder, 'update.yml')
      writeFileSync(config, `provider: generic\nurl: ${server.url}\nupdaterCacheDirName: field-installer-updates\n`)
      const app = await launchApp({
        environment: {
          FIELD_INSTALLER_UPDATE_CONFIG: config,
          APPIMAGE: join(folder, 'app.AppImage'),
          XDG_CACHE_HOME: join(folder, 'cache')
        }
      })
      return new Updating(await app.firstWindow(), app, server, folder)
    })
    for (const server of started) await server.stop()
  }
})

/** A new version that only says that it was started, and why. */
function newVersion(folder: string): string {
  return `#!/bin/sh\necho "\${APPIMAGE_EXIT_AFTER_INSTALL:-to stay}" > ${join(folder, 'started.new')}\nmv ${join(folder, 'started.new')} ${join(folder, 'started')}\n`
}

it('a newer version is got ready, takes its place with a restart, and asks before typed work is lost', async ({
  updating
}) => {
  const laptop = await updating({ latest: { version: '9.9.9' } })
  const { banner, page } = laptop
  await laptop.look()
  await expect(banner).toContainText('Version 9.9.9 is ready')
  expect(laptop.installed, 'nothing is replaced before a person wants it').toBe(oldVersion)

  const stacks = new StacksScreen(page)
  await stacks.open()
  await stacks.button('Add a stack').click()
  await stacks.form.fill({ name: 'Harbour' })
  await banner.getByRole('button', { name: 'Restart now' }).click()
  const question = page.getByRole('alertdialog', { name: 'Restart now?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await expect(stacks.form.name).toHaveValue('Harbour')

  await stacks.form.fill({ name: '' })
  laptop.app.mayEnd()
  await banner.getByRole('button', { name: 'Restart now' }).click()
  await expect.poll(() => laptop.started, { timeout: 30_000 }).toBe('to stay')
  expect(laptop.installed).not.toBe(oldVersion)
})

it('what may wait takes its place when the app is closed', async ({ updating }) => {
  const laptop = await updating({ latest: { version: '9.9.9' } })
  await laptop.look()
  await laptop.banner.getByRole('button', { name: 'Later' }).click()
  await expect(laptop.banner).toBeHidden()
  await expect(laptop.state).toContainText('Version 9.9.9 takes its place when you close the app.')
  expect(laptop.installed).toBe(oldVersion)
  await laptop.app.close()
  expect(laptop.started, 'started only to settle in').toBe('true')
  expect(laptop.installed).not.toBe(oldVersion)
})

it('nothing takes the place of this version when nobody said anything', async ({ updating }) => {
  const laptop = await updating({ latest: { version: '9.9.9' } })
  await laptop.look()
  await expect(laptop.banner).toBeVisible()
  await laptop.app.close()
  expect(laptop.installed).toBe(oldVersion)
})

it('trial versions come only to who wants them', async ({ updating }) => {
  const laptop = await updating({ latest: { version: '0.0.1' }, beta: { version: '9.9.9-beta.1' } })
  await laptop.look()
  await expect(laptop.state).toContainText('This is the newest version')
  await laptop.page.getByRole('radio', { name: 'Trial versions too' }).check()
  await laptop.look()
  await expect(laptop.banner).toContainText('Version 9.9.9-beta.1 is ready')
})

const wrong = createHash('sha512').update('something else').digest('base64')
const unwelcome: { title: string; offer: Offer; words: string }[] = [
  { title: 'an older version', offer: { version: '0.0.1' }, words: 'This is the newest version' },
  {
    title: 'a version that is not for this laptop yet',
    offer: { version: '9.9.9', stagingPercentage: 0 },
    words: 'This is the newest version'
  },
  {
    title: 'a file that is not the announced one',
    offer: { version: '9.9.9', sha512: wrong },
    words: 'What came is not what was announced'
  },
  {
    title: 'a file at an address without https',
    offer: { version: '9.9.9', url: 'http://updates.invalid/Field-Installer-9.9.9.AppImage' },
    words: 'The update does not come from the makers of this app'
  }
]

for (const { title, offer, words } of unwelcome) {
  it(`${title} is not taken`, async ({ updating }) => {
    const laptop = await updating({ latest: offer })
    await laptop.look()
    await expect(laptop.state).toContainText(words)
    await laptop.app.close()
    expect(laptop.installed).toBe(oldVersion)
    expect(laptop.started).toBeNull()
  })
}

it('a server that is not there is said to who asked', async ({ updating }) => {
  const laptop = await updating({})
  await laptop.server.stop()
  await laptop.look()
  await expect(laptop.state).toContainText('The update server cannot be reached')
})

it('a server without a list of versions is said too', async ({ updating }) => {
  const laptop = await updating({})
  await laptop.look()
  await expect(laptop.state).toContainText('The update server has no list of versions')
})
