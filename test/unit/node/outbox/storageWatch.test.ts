import { describe, expect, it } from 'vitest'
import { ProblemError, problemKinds, type ProblemKind } from '@shared/domain/problem'
import { StorageWatch } from '../../../../src/main/outbox/storageWatch'
import { installed, openJournal, rawDatabase } from '../database/journalFixture'
import { ManualClock } from '../laptop/manualClock'

const pause = 2_000

class Disk {
  readonly clock = new ManualClock()
  /** What every write fails with, until it is null again. */
  trouble: Error | null = null
  readonly said: (ProblemKind | null)[] = []
  looks = 0
  readonly watch = new StorageWatch({
    touch: () => {
      this.looks++
      if (this.trouble !== null) throw this.trouble
    },
    timing: this.clock.run().timing,
    pause,
    onChanged: () => this.said.push(this.watch.problem?.kind ?? null)
  })

  write(): string {
    try {
      return this.watch.guard(() => {
        if (this.trouble !== null) throw this.trouble
        return 'written'
      })
    } catch {
      return 'not written'
    }
  }

  fail(kind: ProblemKind | null): void {
    this.trouble = kind === null ? null : new ProblemError({ kind })
  }
}

describe('whether anything can be recorded', () => {
  it.each(['disk_full', 'read_only', 'not_saved'] as const)('is learnt from a write that ends with %s', (kind) => {
    const disk = new Disk()
    disk.fail(kind)
    expect(disk.write()).toBe('not written')
    expect([disk.watch.problem?.kind, disk.said]).toEqual([kind, [kind]])
  })

  it.each(problemKinds.filter((kind) => !['disk_full', 'read_only', 'not_saved'].includes(kind)))(
    'is not told by %s',
    (kind) => {
      const disk = new Disk()
      disk.fail(kind)
      expect(disk.write()).toBe('not written')
      expect([disk.watch.problem, disk.said, disk.clock.nextDue]).toEqual([null, [], null])
    }
  )

  it('is not told by a mistake either', () => {
    const disk = new Disk()
    disk.trouble = new TypeError('a bug')
    disk.write()
    expect(disk.watch.problem).toBeNull()
  })

  it('is found out by itself, as often as it takes, and said once', () => {
    const disk = new Disk()
    disk.fail('disk_full')
    disk.write()
    for (let looks = 1; looks <= 5; looks++) {
      disk.clock.advanceTo(disk.clock.now() + pause)
      expect(disk.looks).toBe(looks)
    }
    disk.fail(null)
    disk.clock.advanceTo(disk.clock.now() + pause)
    expect(disk.said).toEqual(['disk_full', null])
    expect(disk.clock.nextDue).toBeNull()
  })

  it('is said anew when the reason becomes another', () => {
    const disk = new Disk()
    disk.fail('disk_full')
    disk.write()
    disk.fail('read_only')
    disk.clock.advanceTo(disk.clock.now() + pause)
    expect(disk.said).toEqual(['disk_full', 'read_only'])
  })

  it('is so again after any write that works', () => {
    const disk = new Disk()
    disk.fail('disk_full')
    disk.write()
    disk.fail(null)
    expect(disk.write()).toBe('written')
    expect([disk.said, disk.clock.nextDue]).toEqual([['disk_full', null], null])
  })

  it('is not given up for ever because looking itself has a bug', () => {
    const disk = new Disk()
    disk.fail('disk_full')
    disk.write()
    disk.trouble = new TypeError('a bug')
    disk.clock.advanceTo(disk.clock.now() + pause)
    expect(disk.watch.problem).toBeNull()
  })

  it('is asked no more once the app ends', () => {
    const disk = new Disk()
    disk.fail('disk_full')
    disk.write()
    disk.watch.stop()
    disk.write()
    expect(disk.clock.nextDue).toBeNull()
  })
})

describe('a write that is on disk only later', () => {
  const later = (disk: Disk, write: () => Promise<void>) => disk.watch.guardMeanwhile(write).catch(() => 'not written')
  const full = new ProblemError({ kind: 'disk_full' })

  it('tells with its end, whether that is good or not', async () => {
    const disk = new Disk()
    await later(disk, () => Promise.reject(full))
    expect(disk.said).toEqual(['disk_full'])
    const { promise, resolve } = Promise.withResolvers<void>()
    const written = later(disk, () => promise)
    expect(disk.said).toEqual(['disk_full'])
    resolve()
    await written
    expect(disk.said).toEqual(['disk_full', null])
  })

  it('tells at once when it does not even begin', () => {
    const disk = new Disk()
    const begin = (): Promise<void> => {
      throw full
    }
    expect(() => disk.watch.guardMeanwhile(begin)).toThrow(full)
    expect(disk.said).toEqual(['disk_full'])
  })
})

describe('a touch of the journal', () => {
  it('writes to the file, and changes nothing', () => {
    const { folder, journal } = openJournal()
    journal.capture([installed()])
    const other = rawDatabase(folder)
    const look = (sql: string): unknown[] => other.prepare(sql).all()
    const [commits, version, actions] = ['PRAGMA data_version', 'PRAGMA user_version', 'SELECT * FROM actions'] as const
    const before = [look(commits), look(version), look(actions)]
    journal.touch()
    expect(look(commits)).not.toEqual(before[0])
    expect([look(version), look(actions)]).toEqual(before.slice(1))
  })

  it('fails as any other write would', () => {
    const { db, journal } = openJournal()
    db.exec('PRAGMA query_only = ON')
    expect(() => journal.touch()).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'read_only' }) as unknown })
    )
  })

  it('does not wait for another program that holds the file', () => {
    const { folder, db, journal } = openJournal()
    const other = openJournal(folder)
    other.db.exec('BEGIN IMMEDIATE')
    const startedAt = performance.now()
    expect(() => journal.touch()).toThrow()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(db.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 2_000 })
    other.db.exec('ROLLBACK')
    journal.touch()
  })
})
