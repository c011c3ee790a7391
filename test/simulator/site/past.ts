import { kindOf } from '../devices/kinds.ts'
import { readingsAt } from '../devices/readings.ts'
import { applySettings } from '../devices/settings.ts'
import { type Command, deliver, groupOf, type Thing } from '../model.ts'
import type { CommandRequest } from '../world.ts'

export const DAY = 86_400

/** Days of readings a thing of the site has, at the latest since it was installed. */
const DAYS_OF_READINGS = 3
const READING_EVERY = 900
const DAYS_OF_BATTERY = 14

/** Gives a thing the messages it would have sent from its installation to `until` (Unix seconds). */
export function addPastMessages(thing: Thing, installedAt: number, until: number): void {
  if (until < installedAt) return
  const { kind } = kindOf(thing.tuid)
  const sender = { tsmTuid: thing.tuid, tsmGw: thing.traits.gateway ?? thing.tuid, deploymentGroupId: groupOf(thing) }
  const since = Math.max(installedAt, until - DAYS_OF_READINGS * DAY)
  addBattery(thing, Math.max(installedAt, until - DAYS_OF_BATTERY * DAY), since, sender)
  const [modelCode, psn] = [thing.tuid.slice(0, 6), thing.tuid.slice(6)]
  deliver(thing, { tsmId: 1100, tsmEv: 11, tsmTs: since, ...sender, swVersion: '5.2.1', modelCode, psn })
  const first = until - Math.floor((until - since) / READING_EVERY) * READING_EVERY
  for (let at = first; at <= until; at += READING_EVERY) {
    for (const reading of readingsAt(kind, at, READING_EVERY, thing.traits)) {
      deliver(thing, { ...reading, tsmTs: at, ...sender })
    }
  }
  markGaps(thing)
}

/** The level falls by about one percent in three weeks. */
function addBattery(thing: Thing, from: number, to: number, sender: { tsmTuid: string }): void {
  const level = thing.traits.battery
  if (level === null) return
  for (let at = from; at < to; at += DAY / 2) {
    const batl = Math.min(100, Math.round(level + (to - at) / (21 * DAY)))
    deliver(thing, { tsmId: 1110, tsmEv: 10, tsmTs: at, ...sender, batl, chrg: 0 })
  }
}

/** Some messages arrive without their event or group, and with a time in fractions: seen in the field. */
function markGaps(thing: Thing): void {
  for (const [place, message] of thing.messages.entries()) {
    if (place % 37 === 5) delete message['tsmEv']
    if (place % 41 === 7) delete message['deploymentGroupId']
    if (place % 43 === 11) message.tsmTs += 0.25
  }
}

export function addPastCommand(
  thing: Thing,
  request: CommandRequest,
  at: number,
  by: string | null,
  answered: boolean
): void {
  const command: Command = { ...request, tsmTs: at, tsmDstTuid: thing.tuid }
  thing.commands.push({ command, timestamp: at, responsible: by, writtenAt: Number.NEGATIVE_INFINITY })
  thing.commands.sort((a, b) => a.timestamp - b.timestamp)
  if (!answered) return
  const applied = applySettings(thing, command, false)
  deliver(thing, {
    tsmId: command.tsmId,
    tsmEv: 31,
    tsmTs: at + 17,
    tsmTuid: thing.tuid,
    deploymentGroupId: groupOf(thing),
    ...(command['transactionId'] === undefined ? {} : { transactionId: command['transactionId'] }),
    ...applied
  })
}
