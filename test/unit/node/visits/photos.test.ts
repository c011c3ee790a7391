import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { mostPhotos, type Photo } from '@shared/domain/photo'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { Laptop } from '../laptop/laptop'
import { problemOf, problemOfPromise } from '../laptop/problemKind'

const tuid = 'TSPD04ESY93100901'
const other = 'TSPD04ESY93100902'
const jpeg = (content: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), Buffer.from(content)]))

let laptop: Laptop
let id: string

beforeEach(async () => {
  laptop = await Laptop.signedIn()
  id = laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: 'Aino' }).id
})

const add = (content: string, { to = tuid, caption = '' } = {}) =>
  laptop.app.photos.add(id, to, jpeg(content), { caption })
const photosOf = (of: string): Photo[] =>
  laptop.app.visits.things(id, 'all', { offset: 0, limit: 10 }).find((thing) => thing.tuid === of)?.photos ?? []
const folder = (): string => join(laptop.folder, 'photos')
const files = (): string[] => readdirSync(folder()).toSorted()
/** When all that was begun with the files has ended. */
const tidied = () => laptop.app.photos.usage()

describe('a photo', () => {
  it('is kept with its thing, which comes to the visit, over a restart', async () => {
    const { thing, isNew } = await add('door', { caption: 'Behind the door' })
    expect(isNew).toBe(true)
    expect(thing).toMatchObject({ tuid, no: 1, photos: [{ caption: 'Behind the door', size: 8, type: 'image/jpeg' }] })
    await laptop.restart({ patient: true })
    const [photo] = photosOf(tuid)
    expect(photo?.caption).toBe('Behind the door')
    expect(await laptop.app.photos.read({ hash: photo?.hash ?? '', type: 'image/jpeg' })).toMatchObject({
      state: 'whole'
    })
    expect(await laptop.app.photos.usage()).toEqual({ photos: 1, bytes: 8 })
  })

  it('is there once when it is added twice, also at the same time', async () => {
    const [first, second] = await Promise.all([add('door'), add('door')])
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(photosOf(tuid)).toHaveLength(1)
    await add('door', { to: other })
    expect(photosOf(other)).toHaveLength(1)
    expect(files()).toHaveLength(1)
  })

  it('gets another caption', async () => {
    const { thing } = await add('door')
    const hash = thing.photos[0]?.hash ?? ''
    expect(laptop.app.photos.caption(id, tuid, hash, 'The cabinet').photos).toMatchObject([{ caption: 'The cabinet' }])
    expect(problemOf(() => laptop.app.photos.caption(id, tuid, '0'.repeat(64), ''))).toBe('unknown_visit')
  })

  it('does not come to a visit that is gone', async () => {
    await laptop.app.photos.deleteVisit(id)
    expect(await problemOfPromise(add('door'))).toBe('unknown_visit')
    expect(await laptop.app.photos.usage()).toEqual({ photos: 0, bytes: 0 })
  })

  it('is one too many beyond the limit of a thing, and leaves nothing behind', async () => {
    const { thing } = await add('door')
    const full = JSON.stringify(Array.from({ length: mostPhotos }, () => thing.photos[0]))
    laptop.withDatabase((db) =>
      db.prepare(`UPDATE visit_things SET thing = json_set(thing, '$.photos', json(?))`).run(full)
    )
    expect(await problemOfPromise(add('one more'))).toBe('too_many_photos')
    expect(photosOf(tuid)).toHaveLength(mostPhotos)
    expect(files()).toHaveLength(1)
  })

  it('is not added when its file cannot be written', async () => {
    writeFileSync(folder(), 'in the way')
    expect(await problemOfPromise(add('door'))).toBe('not_saved')
    expect(photosOf(tuid)).toEqual([])
    rmSync(folder())
    expect((await add('door')).isNew).toBe(true)
  })

  // The database waits two seconds for another program to let go of it.
  it('leaves no file when its record cannot be written', { timeout: 30_000 }, async () => {
    const another = new DatabaseSync(join(laptop.folder, databaseFile))
    another.exec('BEGIN IMMEDIATE')
    expect(await problemOfPromise(add('door'))).toBe('not_saved')
    another.close()
    expect(photosOf(tuid)).toEqual([])
    expect(files()).toEqual([])
  })
})

describe('its file goes', () => {
  it('with the last thing that has it', async () => {
    const { thing } = await add('door')
    await add('door', { to: other })
    await add('window')
    const hash = thing.photos[0]?.hash ?? ''
    await laptop.app.photos.remove(id, tuid, hash)
    expect(files()).toHaveLength(2)
    expect((await laptop.app.photos.remove(id, other, hash)).photos).toEqual([])
    expect(files()).toHaveLength(1)
    expect(photosOf(tuid)).toHaveLength(1)
  })

  it('with the visit, unless another one has it too', async () => {
    await add('door')
    await add('window')
    laptop.app.visits.end(id)
    const first = id
    id = laptop.app.visits.start(laptop.stackId, { site: 'Annex', installer: 'Aino' }).id
    await add('door')
    await laptop.app.photos.deleteVisit(first)
    expect(files()).toEqual([`${photosOf(tuid)[0]?.hash}.jpg`])
  })

  it('not with its stack: the visit outlives that', async () => {
    await add('door')
    await laptop.app.stacks.remove(laptop.stackId)
    await laptop.restart({ patient: true })
    await tidied()
    expect(files()).toHaveLength(1)
  })

  it('and comes back with the photo, at its old moment', async () => {
    const { thing } = await add('door', { caption: 'Door' })
    const [photo] = thing.photos
    await laptop.app.photos.remove(id, tuid, photo?.hash ?? '')
    await laptop.app.photos.add(id, tuid, jpeg('door'), { caption: 'Door', at: photo?.at })
    expect(photosOf(tuid)).toEqual([photo])
  })
})

describe('after a crash', () => {
  const orphan = `${'c'.repeat(64)}.jpg`

  it('nothing is left of what was half written, or written and not recorded', async () => {
    await add('door')
    writeFileSync(join(folder(), orphan), 'written, but its record was not')
    writeFileSync(join(folder(), `${'d'.repeat(64)}-1.tmp`), 'half')
    await laptop.crash()
    await tidied()
    expect(files()).toEqual([`${photosOf(tuid)[0]?.hash}.jpg`])
  })

  it('photos of a damaged row are kept: it may be read again one day', async () => {
    await add('door')
    laptop.withDatabase((db) => db.exec(`UPDATE visit_things SET thing = thing || '}'`))
    await laptop.restart({ patient: true })
    await tidied()
    expect(files()).toHaveLength(1)
  })

  it('photos whose database is gone are put aside, not removed', async () => {
    await add('door')
    await laptop.restart({
      patient: true,
      meanwhile: (data) => {
        for (const name of readdirSync(data)) if (name.startsWith('installer.sqlite')) rmSync(join(data, name))
      }
    })
    await tidied()
    expect(files()).toEqual(['without-visit'])
    expect(readdirSync(join(folder(), 'without-visit'))).toHaveLength(1)
  })

  it('what cannot be cleared away keeps nothing from working', async () => {
    writeFileSync(folder(), 'in the way')
    await laptop.restart({ patient: true })
    await laptop.until(() => laptop.log.entries.some(({ level, area }) => level === 'warn' && area === 'photos'))
    rmSync(folder())
    expect((await add('window')).isNew).toBe(true)
  })
})
