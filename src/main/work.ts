import { app } from 'electron'
import { channels } from '@shared/ipc/channels'
import { watchWake } from './adapters/network/wake'
import { openUpdater } from './adapters/updater/openUpdater'
import type { Desk } from './desk'
import type { Work } from './frontDoor'
import { createInstaller, type Installer } from './installer'
import { ChangeFeed } from './ipc/changeFeed'
import { createHandlers } from './ipc/handlers'
import { registerIpc } from './ipc/register'
import { sendEvent } from './ipc/sendEvent'
import type { Timing } from './outbox/timing'
import type { KeptLog, Log } from './ports/log'
import type { SettingsStore } from './ports/settingsStore'
import { storageTroubleOf } from './storageTrouble'
import { Updates } from './updates/updates'

/** How long a quit waits for what is under way, in milliseconds; the rest is found again on the next start. */
const quitPatience = 5_000

/** How long changes are gathered before the page hears of them, in milliseconds. */
const feedPause = 100

const timing: Timing = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random()
}

/** Opens the files, answers the page, and does what there is to do. */
export const work: Work = (desk, before) => storageTroubleOf(desk.dataFolder, () => begin(desk, before))

/** @throws ProblemError newer_database, read_only, disk_full, not_saved when the database cannot be opened */
function begin(desk: Desk, before: () => void): void {
  const { dataFolder, bundles, settings, policy, policyNotice, recoveries, wasInterrupted, window, isTrusted, log } =
    desk
  const installer = createInstaller({
    dataFolder,
    bundles,
    settings,
    policy,
    policyNotice,
    recoveries,
    wasInterrupted,
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
  registerIpc(channels, createHandlers({ ...features, updates }), isTrusted, log)
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
