import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, dialog, Menu, session as electronSession } from 'electron'
import type { Notice } from '@shared/ipc/channels'
import { markRun } from './adapters/lastRun/runMarker'
import { openFileLog } from './adapters/log/fileLog'
import { ManagedSettings } from './adapters/policy/managedSettings'
import { policyPlace, readPolicy } from './adapters/policy/policyFile'
import { openSettings } from './adapters/settings/settingsFile'
import type { Desk } from './desk'
import { FrontDoor } from './frontDoor'
import { trustedSender } from './ipc/sender'
import type { KeptLog, Log } from './ports/log'
import { Recoveries } from './recoveries'
import { keepHeapSmall } from './smallHeap'
import { applicationMenu } from './window/applicationMenu'
import { MainWindow } from './window/mainWindow'
import { lockNavigation } from './window/navigation'
import { readDevOrigin } from './window/origin'
import { pageGoneWords } from './window/pageGoneWords'
import { limitPermissions } from './window/permissions'
import { declareScheme, servePage } from './window/scheme'

/** How long a first page may take to be drawn before the files are opened without it, in milliseconds. */
const pagePatience = 3_000

keepHeapSmall()

/** One instance owns the outbox; a second one shows the window of the first and ends. */
if (app.requestSingleInstanceLock()) {
  const devUrl = process.env['ELECTRON_RENDERER_URL']
  run(readDevOrigin(app.isPackaged, devUrl), devUrl ?? null)
} else {
  app.quit()
}

function run(devOrigin: string | null, devUrl: string | null): void {
  const dataFolder = app.getPath('userData')
  const log = openFileLog({ folder: join(dataFolder, 'logs') })
  log.info('main', 'started', {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform
  })
  process.on('uncaughtException', (error) => log.error('main', 'uncaught exception', { error }))
  process.on('unhandledRejection', (error) => log.error('main', 'unhandled rejection', { error }))

  declareScheme()
  lockNavigation(app, devOrigin, log)
  app
    .whenReady()
    .then(() => open(dataFolder, devOrigin, devUrl, log))
    .catch((error: unknown) => {
      log.error('main', 'the app could not start', { error })
      app.exit(1)
    })
}

/** The window first: its page is drawn with what the settings tell, then the files are opened. */
async function open(dataFolder: string, devOrigin: string | null, devUrl: string | null, log: KeptLog): Promise<void> {
  Menu.setApplicationMenu(applicationMenu(process.platform))
  servePage(join(import.meta.dirname, '../renderer'))

  const { settings, policy, policyNotice } = openManaged(dataFolder, log)
  const run = markRun(dataFolder, Date.now(), log)
  const recoveries = new Recoveries(run.interrupted)
  if (run.interrupted !== null) log.warn('start', 'the last run did not end in order', { ...run.interrupted })
  app.on('quit', (_event, exitCode) => {
    if (exitCode === 0) run.end()
  })
  const window = new MainWindow({
    title: app.getName(),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    // An AppImage is unknown to the desktop; on Windows and macOS the program itself carries the icon.
    icon: process.platform === 'linux' ? join(import.meta.dirname, '../../resources/icons/256x256.png') : null,
    devUrl: devOrigin === null ? null : devUrl,
    devTools: !app.isPackaged,
    settings: settings.store,
    log,
    onPageGone: () => recoveries.pageCrashed(Date.now()),
    askWhetherAgain: () => askWhetherAgain(settings.store.settings().language),
    onSessionEnd: () => run.end()
  })
  limitPermissions(electronSession.defaultSession, { ownPage: () => window.contents(), devOrigin })
  const isTrusted = trustedSender(() => window.contents(), devOrigin)
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => app.quit())
  const door = new FrontDoor(
    {
      dataFolder,
      bundles: import.meta.dirname,
      settings,
      policy,
      policyNotice,
      recoveries,
      wasInterrupted: run.interrupted !== null,
      window,
      isTrusted,
      log
    },
    // Most of the code is behind the door, and would hold up the window.
    async () => (await import('./work')).work
  )
  const quitting = new AbortController()
  app.once('before-quit', () => quitting.abort())
  window.show()
  // Both would want the processor; but what waits to be sent does not hang on a page. It asks as soon as it is drawn.
  await Promise.race([window.drawn, setTimeout(pagePatience)])
  // Work that is begun has to be ended in order.
  if (!quitting.signal.aborted) await door.open()
}

/** The settings of this laptop, with what its policy decides on top of them. */
function openManaged(dataFolder: string, log: Log): Pick<Desk, 'settings' | 'policy' | 'policyNotice'> {
  const settings = openSettings(dataFolder)
  const { policy, trouble } = readPolicy(policyPlace(process.platform, process.env, process.argv))
  if (trouble !== null) log.error('policy', 'the policy cannot be used', { trouble })
  const policyNotice: Notice | null = trouble === null ? null : { kind: 'policy_unusable', detail: trouble }
  if (policy === null) return { settings, policy, policyNotice }
  log.info('policy', 'a policy holds', { file: policy.file })
  return { settings: { ...settings, store: new ManagedSettings(settings.store, policy) }, policy, policyNotice }
}

/** Nothing else can say it, since it is the page that does not come up. */
async function askWhetherAgain(language: 'system' | 'en' | 'fi'): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: app.getName(),
    ...pageGoneWords(language, app.getLocale()),
    defaultId: 0,
    cancelId: 0,
    noLink: true
  })
  if (response !== 0) app.quit()
  return response === 0
}
