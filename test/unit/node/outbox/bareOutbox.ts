import { onTestFinished } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { ProblemKind } from '@shared/domain/problem'
import { openDatabase } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import { SqliteQueue } from '../../../../src/main/adapters/database/sqliteQueue'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import type { Courier, LookOutcome, Parcel, SendOutcome } from '../../../../src/main/outbox/courier'
import { Outbox, type OutboxOptions } from '../../../../src/main/outbox/outbox'
import { defaultPolicy } from '../../../../src/main/outbox/policy'
import { isDiskBusy, turn } from '../laptop/eventLoop'
import { ManualClock } from '../laptop/manualClock'
import { tempFolder } from '../laptop/tempFolder'

export const stackId = '11111111-1111-4111-8111-111111111111'

export const accepted: SendOutcome = { type: 'accepted', httpStatus: 200, responsible: null }

/** A way to the server that answers as told and remembers what it carried. */
export class ScriptedCourier implements Courier {
  readonly sent: Parcel[] = []
  readonly looked: Parcel[] = []
  answerSend: (parcel: Parcel) => Promise<SendOutcome> = () => Promise.resolve(accepted)
  answerLook: (parcel: Parcel) => Promise<LookOutcome> = () => Promise.reject(new Error('nobody expected a look'))

  send(parcel: Parcel): Promise<SendOutcome> {
    this.sent.push(parcel)
    return this.answerSend(parcel)
  }

  look(parcel: Parcel): Promise<LookOutcome> {
    this.looked.push(parcel)
    return this.answerLook(parcel)
  }
}

/** The outbox alone: on a real file, with a scripted courier and the gate in the test's hand. */
export class BareOutbox {
  readonly clock = new ManualClock()
  readonly courier = new ScriptedCourier()
  readonly problems: string[] = []
  /** Why nothing could be recorded, each time that changed; null when it could again. */
  readonly storageChanges: (ProblemKind | null)[] = []
  readonly db
  readonly outbox: Outbox

  constructor(folder = tempFolder(), options: Partial<OutboxOptions> = {}) {
    const { timing, end } = this.clock.run()
    this.db = openDatabase(folder, timing.now).db
    onTestFinished(() => {
      end()
      if (this.db.isOpen) this.db.close()
    })
    this.outbox = new Outbox({
      journal: new SqliteJournal(this.db, timing.now),
      courier: this.courier,
      lastSeen: { base: () => noBelief },
      policy: defaultPolicy,
      timing,
      endsMayBeMissing: false,
      onGateClosed: () => undefined,
      onChanged: () => undefined,
      onProblem: (what) => this.problems.push(what),
      onStorageChanged: () => this.storageChanges.push(this.outbox.storageProblem?.kind ?? null),
      ...options
    })
  }

  /** Nothing can be written from now on, or it can again. */
  set readOnly(value: boolean) {
    this.db.exec(`PRAGMA query_only = ${value ? 'ON' : 'OFF'}`)
  }

  actions(): Action[] {
    return new SqliteQueue(this.db).after(stackId, 0, 1_000).flatMap((seq) => this.outbox.action(seq) ?? [])
  }

  states(): string[] {
    return this.actions().map(({ state }) => state)
  }

  /** Lets everything happen that needs no time, and then what is due within `ms`. */
  async pass(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    await turns()
    for (let next = this.clock.nextDue; next !== null && next <= end; next = this.clock.nextDue) {
      this.clock.advanceTo(next)
      await turns()
    }
    this.clock.advanceTo(end)
    await turns()
  }
}

async function turns(): Promise<void> {
  for (let idleTurns = 0; idleTurns < 8; idleTurns++) {
    if (isDiskBusy()) idleTurns = -1
    await turn()
  }
}
