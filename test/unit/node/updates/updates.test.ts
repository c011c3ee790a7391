import { describe, expect, it } from 'vitest'
import type { ReleaseChannel, UpdateState } from '@shared/domain/update'
import { UpdateError, type Updater } from '../../../../src/main/ports/updater'
import { busyLookMs, firstLookMs, nextLookMs, Updates } from '../../../../src/main/updates/updates'
import { ManualClock } from '../laptop/manualClock'
import { turn } from '../laptop/eventLoop'
import { RecordingLog } from '../recordingLog'

/** An update server's end on this laptop, which does what the test says. */
class Source implements Updater {
  installsQuietly = true
  found: string | null = null
  trouble: UpdateError | null = null
  damaged = false
  readonly asked: ReleaseChannel[] = []
  readonly installed: boolean[] = []
  willInstall = true

  check(channel: ReleaseChannel): Promise<string | null> {
    this.asked.push(channel)
    return this.trouble === null ? Promise.resolve(this.found) : Promise.reject(this.trouble)
  }

  download(onProgress: (percent: number) => void): Promise<void> {
    for (const percent of [0, 40, 40, 100]) onProgress(percent)
    return this.damaged ? Promise.reject(new UpdateError('damaged')) : Promise.resolve()
  }

  install(startAgain: boolean): boolean {
    this.installed.push(startAgain)
    return this.willInstall
  }
}

class Desk {
  readonly clock = new ManualClock()
  readonly source = new Source()
  readonly told: UpdateState[] = []
  channel: ReleaseChannel = 'stable'
  sending = false
  quits = 0
  readonly updates: Updates

  constructor(off = false) {
    this.updates = new Updates({
      updater: off ? { off: 'not_set_up' } : this.source,
      channel: () => this.channel,
      isSending: () => this.sending,
      quit: () => void (this.quits += 1),
      timing: this.clock.run().timing,
      log: new RecordingLog(),
      onChanged: (state) => this.told.push(state)
    })
  }

  async pass(ms: number): Promise<void> {
    this.clock.advanceTo(this.clock.now() + ms)
    await turn()
  }

  /** Looks, and waits until what was found is there. */
  async ready(version = '2.0.0'): Promise<void> {
    this.source.found = version
    await this.updates.check()
    await turn()
    expect(this.updates.state()).toMatchObject({ kind: 'ready', version })
  }
}

const idle = (fault: string | null): object => ({ kind: 'idle', fault })

describe('looking for updates', () => {
  it('waits until the app has begun its work, and then comes again all day', async () => {
    const desk = new Desk()
    const { source, updates } = desk
    updates.start()
    await desk.pass(firstLookMs - 1)
    expect(source.asked).toEqual([])
    await desk.pass(1)
    expect(source.asked).toEqual(['stable'])
    await desk.pass(nextLookMs)
    expect(source.asked).toHaveLength(2)
    updates.stop()
    await desk.pass(10 * nextLookMs)
    expect(source.asked).toHaveLength(2)
  })

  it('gives way to what is being sent', async () => {
    const desk = new Desk()
    desk.sending = true
    desk.updates.start()
    await desk.pass(firstLookMs + busyLookMs)
    expect(desk.source.asked).toEqual([])
    desk.sending = false
    await desk.pass(busyLookMs)
    expect(desk.source.asked).toHaveLength(1)
  })

  it('goes by the channel that is chosen at the time', async () => {
    const desk = new Desk()
    await desk.updates.check()
    desk.channel = 'beta'
    await desk.updates.check()
    expect(desk.source.asked).toEqual(['stable', 'beta'])
  })

  it('is one look, however often it is asked for meanwhile', async () => {
    const { source, updates } = new Desk()
    await Promise.all([updates.check(), updates.check(), updates.check()])
    expect(source.asked).toHaveLength(1)
  })

  it('says nothing of a server that is not reached, unless a person asked', async () => {
    const desk = new Desk()
    const { source, updates } = desk
    source.trouble = new UpdateError('unreachable')
    updates.start()
    await desk.pass(firstLookMs)
    expect(updates.state()).toMatchObject(idle(null))
    expect(await updates.check()).toMatchObject(idle('unreachable'))
  })

  it('says of everything else what it was, and looks again in its time', async () => {
    const desk = new Desk()
    const { source, updates } = desk
    source.trouble = new UpdateError('not_trusted')
    updates.start()
    await desk.pass(firstLookMs)
    expect(updates.state()).toMatchObject(idle('not_trusted'))
    source.trouble = null
    await desk.pass(nextLookMs)
    expect(updates.state()).toMatchObject(idle(null))
  })

  it('does nothing where somebody else brings the updates', async () => {
    const desk = new Desk(true)
    const { source, updates } = desk
    updates.start()
    await desk.pass(nextLookMs)
    expect(await updates.check()).toEqual({ kind: 'off', why: 'not_set_up' })
    expect([updates.restart(), updates.install(), source.asked]).toEqual(['not_ready', false, []])
  })
})

describe('a newer version', () => {
  it('is got at once, each step told once', async () => {
    const desk = new Desk()
    await desk.ready('2.0.0')
    expect(desk.told.map(({ kind }) => kind)).toEqual([
      'checking',
      'downloading',
      'downloading',
      'downloading',
      'ready'
    ])
  })

  it('is thrown away when it is not what was announced', async () => {
    const { source, updates } = new Desk()
    source.found = '2.0.0'
    source.damaged = true
    await updates.check()
    await turn()
    expect(updates.state()).toMatchObject(idle('damaged'))
    expect(updates.restart()).toBe('not_ready')
  })

  it('takes its place only by a person’s word', async () => {
    const desk = new Desk()
    await desk.ready()
    expect([desk.updates.atEnd, desk.quits]).toEqual([null, 0])
    expect(desk.updates.restart()).toBe('begun')
    expect([desk.updates.atEnd, desk.quits]).toEqual(['start_again', 1])
    desk.updates.install()
    expect(desk.source.installed).toEqual([true])
  })

  it('never takes its place while something is being sent', async () => {
    const desk = new Desk()
    await desk.ready()
    desk.sending = true
    expect(desk.updates.restart()).toBe('sending')
    expect([desk.updates.atEnd, desk.quits]).toEqual([null, 0])
    desk.sending = false
    expect(desk.updates.restart()).toBe('begun')
  })

  it('may wait until the app is closed', async () => {
    const desk = new Desk()
    await desk.ready()
    expect(desk.updates.later()).toMatchObject({ kind: 'ready', later: true, atQuit: true })
    expect(desk.updates.atEnd).toBe('put_in_place')
    desk.updates.install()
    expect(desk.source.installed).toEqual([false])
  })

  it('is not put in place at the end where a password would be asked for', async () => {
    const desk = new Desk()
    desk.source.installsQuietly = false
    await desk.ready()
    expect(desk.updates.later()).toMatchObject({ later: true, atQuit: false })
    expect(desk.updates.atEnd).toBeNull()
  })

  it('is told when it cannot take its place', async () => {
    const desk = new Desk()
    desk.source.willInstall = false
    await desk.ready()
    desk.updates.restart()
    expect(desk.updates.install()).toBe(false)
  })
})
