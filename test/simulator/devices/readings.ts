import type { Json, Traits } from '../model.ts'
import { noise } from '../random.ts'
import type { Kind } from './kinds.ts'

export interface Reading {
  tsmId: number
  tsmEv: number
  [field: string]: Json
}

const HALF_A_DAY = 12 * 3600

/**
 * What a device of that kind says at a moment (Unix seconds), having last spoken `interval` seconds before. Fields
 * and units are the vendor's; the curves follow an office day. The same moment always gives the same reading.
 */
export function readingsAt(kind: Kind, at: number, interval: number, traits: Traits): Reading[] {
  return [...measured(kind, at, interval, traits), ...signal(kind, at, traits), ...battery(at, interval, traits)]
}

function measured(kind: Kind, at: number, interval: number, { seed }: Traits): Reading[] {
  const busy = activity(at) * (0.6 + 0.8 * noise(seed, at / 900))
  switch (kind) {
    case 'gateway':
    case 'gateway lan':
      return [{ tsmId: 11200, tsmEv: 10 }]
    case 'environment':
      return [environment(at, seed, 21.5, 2)]
    case 'rugged':
      return [environment(at, seed, 4.5, 1), hall(at, interval, seed)]
    case 'air':
      return [
        environment(at, seed, 22, 2),
        { tsmId: 24100, tsmEv: 10, carbonDioxide: Math.round(430 + 620 * busy + 20 * noise(seed + 5, at / 300)) },
        { tsmId: 24101, tsmEv: 10, tvoc: Math.round(40 + 160 * busy) }
      ]
    case 'presence':
      return [
        { tsmId: 2100, tsmEv: 7, state: busy > 0.3 ? 1 : 0 },
        { tsmId: 13100, tsmEv: 10, moveCount: Math.round((busy * interval) / 12) }
      ]
    case 'count':
      return [passages(at, interval, seed)]
    case 'beam': {
      const count = Math.round((busy * interval) / 20)
      return [{ tsmId: 13102, tsmEv: 10, count, duration: round(count * (1.1 + noise(seed, at)), 1) }]
    }
    case 'distance':
      return [{ tsmId: 17100, tsmEv: 10, dist: Math.round(350 + 1900 * sawtooth(at, seed)) }]
    case 'leakage':
      return [{ tsmId: 12102, tsmEv: 10, resistance: Math.round(900_000 + 90_000 * noise(seed, at / 600)) }]
    case 'angle':
      return [{ tsmId: 18100, tsmEv: 10, angle: round(1.5 + 88 * (noise(seed, at / 7200) > 0.7 ? 1 : 0), 1) }]
    case 'unknown':
      return [{ tsmId: 26100, tsmEv: 10, value: round(100 * noise(seed, at / 600), 2), quality: 'good' }]
  }
}

function environment(at: number, seed: number, warmth: number, swing: number): Reading {
  const day = Math.sin(((hourOfDay(at) - 9) / 24) * 2 * Math.PI)
  return {
    tsmId: 12100,
    tsmEv: 10,
    airp: round(101_200 + 900 * Math.sin(at / 190_000 + seed) + 40 * noise(seed, at / 1800), 1),
    humd: round(38 + 7 * Math.sin(at / 90_000 + seed) + 2 * noise(seed + 1, at / 600), 1),
    temp: round(warmth + (noise(seed, 1) - 0.5) * 2 + swing * day * 0.7 + 0.3 * noise(seed + 2, at / 600), 1),
    lght: Math.round(activity(at) * (260 + 220 * noise(seed + 3, at / 900)))
  }
}

function hall(at: number, interval: number, seed: number): Reading {
  const openings = (moment: number) => Math.floor(120 * worked(moment) + 3 * noise(seed, 2))
  return {
    tsmId: 12101,
    tsmEv: openings(at) === openings(at - interval) ? 10 : 7,
    hall: noise(seed, at / 300) > 0.15 ? 1 : 0,
    hallCount: openings(at) % 100_000
  }
}

function passages(at: number, interval: number, seed: number): Reading {
  const total = (moment: number) => Math.floor((380 + 80 * noise(seed, 3)) * worked(moment))
  // People come in half an hour, on average, before they are counted out.
  const [totalIn, totalOut] = [total(at), total(at - 1800)]
  return {
    tsmId: 13103,
    tsmEv: 10,
    in: totalIn - total(at - interval),
    out: totalOut - total(at - 1800 - interval),
    totalIn: totalIn % 1_000_000,
    totalOut: totalOut % 1_000_000
  }
}

function signal(kind: Kind, at: number, { seed, rssiDbm }: Traits): Reading[] {
  const now = Math.round(rssiDbm + 6 * (noise(seed + 7, at / 600) - 0.5))
  if (kind === 'gateway lan') return []
  if (kind === 'gateway') {
    return [{ tsmId: 1211, tsmEv: 10, cellRssi: now, cellRsrp: now - 26, cellRsrq: -11, cellSinr: 9, cellRat: 'LTE-M' }]
  }
  const raw = Math.round(((now + 128) * 255) / 128)
  // Some firmware sends the raw number only: a reader must be able to work it out.
  return [{ tsmId: 1202, tsmEv: 10, rssi: raw, ...(seed % 3 === 0 ? {} : { rssiDbm: now }) }]
}

/** Twice a day, however often the device reports otherwise. */
function battery(at: number, interval: number, { seed, battery: level }: Traits): Reading[] {
  const slot = (moment: number) => Math.floor((moment + seed * 977) / HALF_A_DAY)
  if (level === null || slot(at) === slot(at - interval)) return []
  return [{ tsmId: 1110, tsmEv: 10, batl: level, chrg: 0 }]
}

/** 0 at night, 1 in the middle of the working day (UTC), little at weekends. */
function activity(at: number): number {
  const hour = hourOfDay(at)
  const day = new Date(at * 1000).getUTCDay()
  const shape = Math.max(0, Math.sin(((hour - 5.5) / 12) * Math.PI))
  return hour < 5.5 || hour > 17.5 ? 0 : shape * (day === 0 || day === 6 ? 0.15 : 1)
}

/** Working days since 1970, growing between 5:00 and 18:00 only: what a counter that never runs backwards counts. */
function worked(at: number): number {
  const part = Math.min(1, Math.max(0, (hourOfDay(at) - 5) / 13))
  return Math.floor(at / 86_400) - 19_000 + part * part * (3 - 2 * part)
}

/** A container that fills up and is emptied every two days or so. */
function sawtooth(at: number, seed: number): number {
  const period = 150_000 + 60_000 * noise(seed, 4)
  return 1 - ((at + seed * 9173) % period) / period
}

function hourOfDay(at: number): number {
  return (at % 86_400) / 3600
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
