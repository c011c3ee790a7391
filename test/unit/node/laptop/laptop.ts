import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openActionStates, type Action, type Intent } from '@shared/domain/action'
import type { StackView } from '@shared/ipc/channels'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { openSettings } from '../../../../src/main/adapters/settings/settingsFile'
import { createTransport } from '../../../../src/main/api/transport/createTransport'
import { assemble, type Assembly } from '../../../../src/main/assembly'
import type { PolicyStack } from '../../../../src/main/ports/policy'
import { keptPart } from '../../../../src/main/things/keptParts'
import type { Effect } from '../../../simulator/effects'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator'
import { RecordingLog } from '../recordingLog'
import { isDiskBusy, turn } from './eventLoop'
import { closeWhenFinished } from './leftOpen'
import { ManualClock } from './manualClock'
import { MemoryKeychain } from './memoryKeychain'
import { PlayedPresence } from './playedPresence'
import { folderToRemove } from './tempFolder'
import { WatchedTransport } from './watchedTransport'

export interface LaptopOptions extends SimulatorOptions {
  /** Slow answers and time limits follow the test's clock, and nobody waits for them in real time. */
  readonly slowByClock?: boolean
  /** The files lie in memory where the system allows: for tests of what is written, not of whether it lasts. */
  readonly inMemory?: boolean
}

/** One life of the app, from start to quit or crash. */
interface Run {
  readonly app: Assembly
  readonly folder: string
  readonly transport: WatchedTransport
  readonly end: () => void
  over: boolean
}

/**
 * A technician's laptop and the cloud it works for: the whole of the main process but Electron, real files, a real
 * server; only the keychain is kept in memory, and the clock and who is there are held by the test.
 */
export class Laptop {
  readonly cloud: Simulator
  readonly clock: ManualClock
  readonly keychain = new MemoryKeychain()
  readonly log = new RecordingLog()
  readonly presence = new PlayedPresence()
  /** Told of every action that is new or has changed, once that is on disk. */
  onActionChanged: (seq: number) => void = () => undefined
  /** What a policy names, from the next start on. */
  givenStacks: readonly PolicyStack[] = []
  /** Closes the app and the cloud for good and takes away the files, long before the test is finished. */
  readonly leave: () => Promise<void>
  readonly #slowByClock: boolean
  readonly #home: string
  #runs = 0
  #run: Run
  #stack: StackView | null = null

  private constructor(cloud: Simulator, clock: ManualClock, slowByClock: boolean, inMemory: boolean) {
    this.cloud = cloud
    this.clock = clock
    this.#slowByClock = slowByClock
    this.#home = folderToRemove(inMemory)
    this.#run = this.#open(join(this.#home, '0'))
    this.leave = closeWhenFinished(async () => {
      await this.close()
      await cloud.stop()
      rmSync(this.#home, { recursive: true, force: true })
    })
  }

  /** A laptop that knows no stack yet. */
  static async bare({ slowByClock = false, inMemory = false, ...options }: LaptopOptions = {}): Promise<Laptop> {
    const clock = new ManualClock()
    const time = { now: clock.now, ...(slowByClock && { sleep: clock.sleep }) }
    const cloud = await startSimulator({ site: 'small', echo: { mode: 'at once' }, ...time, ...options })
    return new Laptop(cloud, clock, slowByClock, inMemory)
  }

  /** A laptop that is signed in to the cloud. */
  static async signedIn(options: LaptopOptions = {}): Promise<Laptop> {
    const laptop = await Laptop.bare(options)
    laptop.#stack = await laptop.addStack('Site', laptop.cloud)
    return laptop
  }

  get app(): Assembly {
    return this.#run.app
  }

  get transport(): WatchedTransport {
    return this.#run.transport
  }

  /** Where the app of this run keeps its files. */
  get folder(): string {
    return this.#run.folder
  }

  get stackId(): string {
    if (this.#stack === null) throw new Error('this laptop knows no stack')
    return this.#stack.id
  }

  /** From now on nothing can be written where the settings are. */
  makeSettingsUnwritable(): void {
    // A folder in the place of the file cannot be replaced by one.
    const file = join(this.folder, 'config.json')
    rmSync(file, { force: true })
    mkdirSync(join(file, 'in the way'), { recursive: true })
  }

  /** The settings are damaged: the next start finds nothing in them. */
  damageSettings(): void {
    writeFileSync(join(this.folder, 'config.json'), '{"stacks": [{"na')
  }

  /** As after damaged settings beside a database of the first version, which did not know the stacks. */
  forgetStacks(): void {
    this.damageSettings()
    this.withDatabase((db) => db.exec('DELETE FROM stacks'))
  }

  /** Looks into the database, or spoils it, past the app. */
  withDatabase<T>(work: (db: DatabaseSync) => T): T {
    const db = new DatabaseSync(join(this.folder, databaseFile))
    try {
      return work(db)
    } finally {
      db.close()
    }
  }

  /** The group of a thing as it was last read, and would be shown without a connection. */
  keptGroup(tuid: string): ReturnType<typeof keptPart<'group'>> {
    return this.withDatabase((db) => keptPart(new SqliteReadModel(db, this.log), this.stackId, tuid, 'group'))
  }

  async addStack(name: string, { url, clientId, clientSecret }: Simulator): Promise<StackView> {
    const stack = await this.app.stacks.save({ id: null, name, baseUrl: url, clientId, clientSecret, keep: 'keychain' })
    await this.quiet()
    return stack
  }

  /** The TUID of one of the site's special cases. */
  role(name: string): string {
    const tuid = this.cloud.roles[name]
    if (tuid === undefined) throw new Error(`the site has no ${name}`)
    return tuid
  }

  capture(...intents: Intent[]): Action[] {
    return this.app.outbox.capture(this.stackId, intents)
  }

  /** An action as the journal has it now. */
  now({ seq }: Pick<Action, 'seq'>): Action {
    const action = this.app.outbox.action(seq)
    if (action === null) throw new Error(`action ${seq} is gone`)
    return action
  }

  /** All actions of the stack, oldest first. */
  actions(): Action[] {
    const all = { stackId: this.stackId, states: null, subject: null, search: '' }
    const { actions } = this.app.queue.list(all, { offset: 0, limit: 10_000 })
    return actions.toSorted((a, b) => a.seq - b.seq)
  }

  /** What really happened on the server by this laptop's doing, in order. */
  effects(): Effect[] {
    return this.cloud.effects.filter(({ by }) => by === 'api')
  }

  /** Whether a text stands in any file of the app. */
  filesContain(text: string): boolean {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text))
  }

  /** Waits until nothing is under way and nothing more begins by itself. No time passes. */
  async quiet(): Promise<void> {
    await this.quietUnless(() => false)
  }

  /** The same, but ends as soon as something is so. */
  async quietUnless(isSo: () => boolean): Promise<void> {
    for (let idleTurns = 0; idleTurns < 4 && !isSo(); idleTurns++) {
      if (this.#run.transport.isBusy || isDiskBusy()) idleTurns = -1
      await turn()
    }
  }

  /** Waits, without time passing, until something is so; a test that waits for ever runs into its own limit. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await turn()
  }

  /** Lets time pass, and everything happen that it brings. */
  async pass(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    await this.quiet()
    for (let next = this.clock.nextDue; next !== null && next <= end; next = this.clock.nextDue) {
      this.clock.advanceTo(next)
      await this.quiet()
    }
    this.clock.advanceTo(end)
    await this.quiet()
  }

  /** Lets time pass, as much as it takes, until something has ended. */
  async passUntil<T>(something: Promise<T>): Promise<T> {
    const isOver = whetherOver(something)
    for (;;) {
      await this.quietUnless(isOver)
      if (isOver()) return something
      this.clock.advanceTo(this.clock.nextDue ?? this.clock.now())
    }
  }

  /** Lets time pass until every action is closed or waits for a person. */
  async settle(atMost = 3_600_000): Promise<void> {
    const end = this.clock.now() + atMost
    await this.quiet()
    while (this.#waiting() > 0) {
      const next = this.clock.nextDue
      if (next === null || next > end) throw new Error(`still open: ${JSON.stringify(this.actions().filter(isOpen))}`)
      this.clock.advanceTo(next)
      await this.quiet()
    }
  }

  /** Ends the app at this very moment, with what is on disk and nothing else, and starts it again. */
  async crash(): Promise<void> {
    await this.powerCut(this.keep())
  }

  /** What is on disk at this moment. */
  keep(): string {
    const left = join(this.#home, String(++this.#runs))
    cpSync(this.#run.folder, left, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    return left
  }

  /** The same as a crash, but the disk has kept nothing that was written after that moment. */
  async powerCut(left: string): Promise<void> {
    this.#run.transport.isCut = true
    await this.#quit(false)
    this.#run = this.#open(left, true)
  }

  /**
   * Quits in order and starts the app again. Only without patience may something be left that is under way.
   *
   * @param meanwhile what happens to the files while the app does not run
   */
  async restart({ patient, meanwhile }: { patient: boolean; meanwhile?: (folder: string) => void }): Promise<void> {
    const { folder } = this.#run
    await this.#quit(patient)
    meanwhile?.(folder)
    this.#run = this.#open(folder)
  }

  async close(): Promise<void> {
    await this.#quit(false)
  }

  async #quit(patient: boolean): Promise<void> {
    const { app, end, over } = this.#run
    if (over) return
    this.#run.over = true
    const stopped = app.stop(patient ? 3_600_000 : 0)
    if (patient) await this.passUntil(stopped)
    // The end of an impatient wait.
    else this.clock.advanceTo(this.clock.now())
    await stopped
    // A server that keeps somebody waiting has to notice that nobody is there any more.
    if (this.#slowByClock) await this.until(() => this.cloud.stuck === 0)
    end()
  }

  #open(folder: string, wasInterrupted = false): Run {
    const { timing, end } = this.clock.run()
    const slow = { after: timing.after, stuck: () => this.cloud.stuck }
    const transport = new WatchedTransport(createTransport(), this.#slowByClock ? slow : null)
    const app = assemble({
      dataFolder: folder,
      settings: openSettings(folder),
      log: this.log,
      timing,
      keychain: this.keychain,
      transport,
      presence: this.presence,
      wasInterrupted,
      givenStacks: this.givenStacks,
      onActionChanged: (seq) => {
        if (!transport.isCut) this.onActionChanged(seq)
      },
      onThingChanged: () => undefined,
      onSessionChanged: () => undefined,
      onVisitChanged: () => undefined
    })
    app.start()
    return { app, folder, transport, end, over: false }
  }

  #waiting(): number {
    return this.app.outbox.counts(this.stackId).waiting
  }
}

function whetherOver(something: Promise<unknown>): () => boolean {
  let over = false
  const end = (): void => void (over = true)
  something.then(end, end)
  return () => over
}

function isOpen({ state }: Action): boolean {
  return (openActionStates as readonly string[]).includes(state)
}
