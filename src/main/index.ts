import { join } from 'node:path'
import { app, dialog, Menu, session as electronSession } from 'electron'
import type { AppInfo, Notice, StorageTrouble } from '@shared/ipc/channels'
import { markRun } from './adapters/lastRun/runMarker'
import { openFileLog } from './adapters/log/fileLog'
import { watchWake } from './adapters/network/wake'
import { ManagedSettings } from './adapters/policy/managedSettings'
import { policyPlace, readPolicy } from './adapters/policy/policyFile'
import { openSettings, type OpenedSettings } from './adapters/settings/settingsFile'
import { openUpdater } from './adapters/updater/openUpdater'
import { appInfo } from './appInfo'
import { createInstaller, type Installer } from './installer'
import { ChangeFeed } from './ipc/changeFeed'
import { createFrontHandlers } from './ipc/frontHandlers'
import { createHandlers } from './ipc/handlers'
import { registerIpc } from './ipc/register'
import { trustedSender } from './ipc/sender'
import { sendEvent } from './ipc/sendEvent'
import type { Timing } from './outbox/timing'
import type { KeptLog, Log } from './ports/log'
import type { Policy } from './ports/policy'
import type { SettingsStore } from './ports/settingsStore'
import { Recoveries } from './recoveries'
import { keepHeapSmall } from './smallHeap'
import { storageTroubleOf } from './storageTrouble'
import { Updates } from './updates/updates'
import { MainWindow } from './window/mainWindow'
import { lockNavigation } from './window/navigation'
import { readDevOrigin } from './window/origin'
import { pageGoneWords } from './window/pageGoneWords'
import { limitPermissions } from './window/permissions'
import { declareScheme, servePage } from './window/scheme'

/** How long a quit waits for what is under way, in milliseconds; the rest is found again on the next start. */
const quitPatience = 5_000

/** How long changes are gathered before the page hears of them, in milliseconds. */
const feedPause = 100

const timing: Timing = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random()
}

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

/** What there is of the app before its database is open, and when that cannot be opened. */
interface Desk {
  readonly dataFolder: string
  readonly settings: OpenedSettings
  readonly policy: Policy | null
  readonly policyNotice: Notice | null
  readonly recoveries: Recoveries
  readonly window: MainWindow
  readonly isTrusted: ReturnType<typeof trustedSender>
  readonly log: KeptLog
}

function open(dataFolder: string, devOrigin: string | null, devUrl: string | null, log: KeptLog): void {
  Menu.setApplicationMenu(null)
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
  workOrTell({ dataFolder, settings, policy, policyNotice, recoveries, window, isTrusted, log })
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

/** Where the database cannot be opened, the page says why and lets the person try again; nothing else answers then. */
function workOrTell(desk: Desk): void {
  const { dataFolder, settings, policyNotice, window, isTrusted, log } = desk
  let stopTelling = (): void => undefined
  const openStorage = (): StorageTrouble | null => {
    const trouble = storageTroubleOf(dataFolder, () => work(desk, stopTelling))
    if (trouble !== null) log.error('main', 'the database could not be opened', { ...trouble })
    return trouble
  }
  if (openStorage() === null) return
  const info = (): AppInfo =>
    appInfo(
      dataFolder,
      [policyNotice, settings.notice].filter((notice) => notice !== null)
    )
  stopTelling = registerIpc(createFrontHandlers({ info, settings: settings.store, log, openStorage }), isTrusted, log)
  window.show()
}

/** @param before called once the files are open, before anything is answered */
function work(desk: Desk, before: () => void): void {
  const { dataFolder, settings, policy, policyNotice, recoveries, window, isTrusted, log } = desk
  const installer = createInstaller({
    dataFolder,
    settings,
    policy,
    policyNotice,
    recoveries,
    log,
    timing,
    onActionChanged: (seq) => feed.actionChanged(seq),
    onThingChanged: (stackId, tuid) => feed.thingChanged(stackId, tuid),
    onSessionChanged: () => feed.sessionChanged(),
    onVisitChanged: (id) => feed.visitChanged(id)
  })
  const { features } = installer
  const feed: ChangeFeed = new ChangeFeed({
    gatherMs: feedPause,
    session: () => features.session.view(),
    sendChanged: (seqs) => sendEvent(window.contents(), 'outbox:changed', seqs, log),
    sendThings: (things) => sendEvent(window.contents(), 'things:changed', things, log),
    sendVisit: (id) => sendEvent(window.contents(), 'visits:changed', { id }, log),
    sendSession: (session) => sendEvent(window.contents(), 'session:changed', session, log),
    after: timing.after
  })

  features.alerts.listen({
    detail: (detail) => sendEvent(window.contents(), 'alerts:detail', detail, log),
    changed: (stackId) => sendEvent(window.contents(), 'alerts:changed', { stackId }, log),
    notices: (stackId, notices) => sendEvent(window.contents(), 'alerts:noticed', { stackId, notices }, log)
  })
  features.answers.listen({
    changed: (stackId, tuid) => sendEvent(window.contents(), 'answers:changed', { stackId, tuid }, log),
    news: (stackId, news) => sendEvent(window.contents(), 'answers:told', { stackId, news }, log)
  })

  const updates = new Updates({
    updater: openUpdater(log),
    channel: () => settings.store.settings().releaseChannel,
    isSending: () => features.outbox.isSending(),
    quit: () => app.quit(),
    timing,
    log,
    onChanged: (state) => sendEvent(window.contents(), 'updates:changed', state, log)
  })

  rememberFirstVersion(settings.store, log)
  before()
  registerIpc(createHandlers({ ...features, updates }), isTrusted, log)
  window.show()
  installer.start()
  updates.start()
  const stopWatchingWake = watchWake(() => installer.wake())
  const whenQuitting = (): void => {
    log.info('main', 'quits')
    stopWatchingWake()
    feed.stop()
    updates.stop()
  }
  quitInOrder(installer, whenQuitting, () => endWith(updates, log))
}

/** So that the first update is known as one. */
function rememberFirstVersion(settings: SettingsStore, log: Log): void {
  if (settings.settings().newsSeen !== null) return
  try {
    settings.changeSettings({ newsSeen: app.getVersion() })
  } catch (error) {
    log.warn('start', 'the version could not be remembered', { error })
  }
}

/**
 * The first wish to quit is held back until nothing is half-done, then granted.
 * @param end called once the files are closed
 */
function quitInOrder(installer: Installer, before: () => void, end: () => void): void {
  let stopping = false
  app.on('before-quit', (event) => {
    if (stopping) return
    stopping = true
    event.preventDefault()
    before()
    void installer.stop(quitPatience).finally(end)
  })
}

/** Ends the app, and before that puts an update in its place where a person wants that. */
function endWith(updates: Updates, log: KeptLog): void {
  if (updates.atEnd === null) {
    app.exit(0)
    return
  }
  // The new version may be started before this one has gone, and would give way to it.
  app.releaseSingleInstanceLock()
  if (updates.install()) return
  log.error('updates', 'the update could not be put in place')
  if (updates.atEnd === 'start_again') app.relaunch()
  app.exit(0)
}
