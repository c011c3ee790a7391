import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { quietMs } from '../../../../src/main/adapters/database/quietLog'
import { Laptop } from '../laptop/laptop'

/** The app starts again on what is on disk now, of which the log has been left behind. */
async function loseTheLog(laptop: Laptop): Promise<void> {
  const left = laptop.keep()
  for (const end of ['-wal', '-shm']) rmSync(join(left, `${databaseFile}${end}`), { force: true })
  await laptop.powerCut(left)
}

async function basement(): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  laptop.cloud.setOnline(false)
  // What signing in wrote is long in the file.
  await laptop.pass(2 * quietMs)
  return laptop
}

const wish = (laptop: Laptop) => ({ type: 'status', tuid: laptop.role('readyPresence'), status: 'installed' }) as const

it('what was saved is in the file itself once nothing was written for a while', async () => {
  const laptop = await basement()
  laptop.capture(wish(laptop))
  await laptop.pass(2 * quietMs)
  await loseTheLog(laptop)
  expect(laptop.actions().map(({ intent }) => intent)).toEqual([wish(laptop)])
})

it('the moment comes again with the next action', async () => {
  const laptop = await basement()
  laptop.capture(wish(laptop))
  await laptop.pass(2 * quietMs)
  laptop.capture({ ...wish(laptop), status: 'quarantine' })
  await laptop.pass(2 * quietMs)
  await loseTheLog(laptop)
  expect(laptop.actions()).toHaveLength(2)
})

it('nothing is worked in while something is still being written', async () => {
  const laptop = await basement()
  laptop.capture(wish(laptop))
  await laptop.pass(quietMs - 1_000)
  laptop.capture({ ...wish(laptop), status: 'quarantine' })
  await laptop.pass(quietMs - 1_000)
  await loseTheLog(laptop)
  expect(laptop.actions()).toEqual([])
})
