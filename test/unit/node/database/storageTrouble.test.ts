import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { databaseFile, openDatabase } from '../../../../src/main/adapters/database/openDatabase'
import { storageTroubleOf } from '../../../../src/main/storageTrouble'
import { tempFolder } from '../laptop/tempFolder'
import { withoutPrivileges } from '../laptop/withoutPrivileges'
import { openJournal, rawDatabase } from './journalFixture'

const opening = (folder: string) => storageTroubleOf(folder, () => openDatabase(folder).db.close())

it('a file of a newer app is named, and where it lies', () => {
  const { folder, db } = openJournal()
  db.close()
  const newer = rawDatabase(folder)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(opening(folder)).toEqual({
    kind: 'newer_database',
    detail: expect.stringContaining('schema 99') as string,
    folder,
    file: join(folder, databaseFile)
  })
})

it('a folder in which nothing can be written is named; what was never there is not spoken of', () => {
  const folder = tempFolder()
  withoutPrivileges(folder, () => expect(opening(folder)).toMatchObject({ kind: 'read_only', folder, file: null }))
  expect(opening(folder)).toBeNull()
})

it('a damaged file is none: it is mended', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, databaseFile), 'garbage '.repeat(1_000))
  expect(opening(folder)).toBeNull()
})

it('anything else is a mistake of the app, and is not put down to the files', () => {
  const throwing = (error: Error) => () =>
    storageTroubleOf('/data', () => {
      throw error
    })
  expect(throwing(new TypeError('a bug'))).toThrow('a bug')
  expect(throwing(new ProblemError({ kind: 'unknown_stack' }))).toThrow('unknown_stack')
})
