import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PhotoFile } from '@shared/domain/photo'
import { asideFolder, PhotoFolder } from '../../../../../src/main/adapters/photos/photoFolder'
import { problemOfPromise } from '../../laptop/problemKind'
import { tempFolder } from '../../laptop/tempFolder'

const jpeg = (content: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), Buffer.from(content)])
const nameOf = ({ hash }: PhotoFile): string => `${hash}.jpg`

let folder: string
let photos: PhotoFolder
beforeEach(() => {
  folder = join(tempFolder(), 'photos')
  photos = new PhotoFolder(folder)
})

describe('keeping', () => {
  it('writes a photo under its hash, for its owner alone', async () => {
    const bytes = jpeg('door')
    const file = await photos.keep(bytes)
    expect(file).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), type: 'image/jpeg' })
    expect(readdirSync(folder)).toEqual([nameOf(file)])
    expect(readFileSync(join(folder, nameOf(file)))).toEqual(Buffer.from(bytes))
    if (process.platform !== 'win32') expect(statSync(join(folder, nameOf(file))).mode & 0o777).toBe(0o600)
  })

  it('keeps the same photo once, and mends a file that was changed', async () => {
    const file = await photos.keep(jpeg('door'))
    writeFileSync(join(folder, nameOf(file)), 'something else')
    await photos.keep(jpeg('door'))
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await photos.read(file)).toMatchObject({ state: 'whole' })
  })

  it('says why it could not, and leaves nothing', async () => {
    // A file stands where the folder should be made.
    writeFileSync(folder, '')
    expect(await problemOfPromise(photos.keep(jpeg('door')))).toBe('not_saved')
  })

  it('leaves no half of a file when it cannot take its place', async () => {
    const { hash } = await photos.keep(jpeg('door'))
    await photos.remove({ hash, type: 'image/jpeg' })
    mkdirSync(join(folder, `${hash}.jpg`, 'in the way'), { recursive: true })
    expect(await problemOfPromise(photos.keep(jpeg('door')))).toBe('not_saved')
    expect(readdirSync(folder)).toEqual([`${hash}.jpg`])
  })

  it('is not for what is no photo', async () => {
    await expect(photos.keep(Buffer.from('%PDF'))).rejects.toThrow('no photo')
  })
})

describe('reading', () => {
  it('gives back what was kept', async () => {
    const bytes = jpeg('door')
    expect(await photos.read(await photos.keep(bytes))).toEqual({ state: 'whole', bytes: Buffer.from(bytes) })
  })

  it('notices a single byte that is another one', async () => {
    const file = await photos.keep(jpeg('door'))
    writeFileSync(join(folder, nameOf(file)), jpeg('poor'))
    expect(await photos.read(file)).toEqual({ state: 'changed' })
  })

  it('does not read what is far too large to be ours', async () => {
    const file = await photos.keep(jpeg('door'))
    writeFileSync(join(folder, nameOf(file)), Buffer.alloc(12_000_001))
    expect(await photos.read(file)).toEqual({ state: 'changed' })
  })

  it('says that a file is missing, also where there never was one', async () => {
    const file = { hash: '0'.repeat(64), type: 'image/png' } as const
    expect(await photos.read(file)).toEqual({ state: 'missing' })
    await photos.keep(jpeg('door'))
    expect(await photos.read(file)).toEqual({ state: 'missing' })
  })
})

describe('what lies in the folder', () => {
  it('is nothing before there was a photo', async () => {
    expect(await photos.all()).toEqual([])
    await photos.removeUnfinished()
  })

  it('is counted as far as it is ours', async () => {
    const file = await photos.keep(jpeg('door'))
    for (const name of ['notes.txt', `${'g'.repeat(64)}.jpg`, `${file.hash}.jpg.bak`, `${file.hash}.gif`, 'a.jpg']) {
      writeFileSync(join(folder, name), 'x')
    }
    mkdirSync(join(folder, `${'e'.repeat(64)}.jpg`))
    expect(await photos.all()).toEqual([{ ...file, size: 8 }])
  })

  it('loses what a crash left half written, and nothing else', async () => {
    const file = await photos.keep(jpeg('door'))
    writeFileSync(join(folder, `${'b'.repeat(64)}-1234.tmp`), 'half a ph')
    await photos.removeUnfinished()
    expect(readdirSync(folder)).toEqual([nameOf(file)])
  })

  it('is put aside without being lost', async () => {
    const file = await photos.keep(jpeg('door'))
    await photos.putAside(file)
    expect(await photos.all()).toEqual([])
    expect(readdirSync(join(folder, asideFolder))).toEqual([nameOf(file)])
  })
})
