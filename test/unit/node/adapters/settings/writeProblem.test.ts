import { describe, expect, it } from 'vitest'
import { writeProblem } from '../../../../../src/main/adapters/settings/writeProblem'

describe('why a file could not be written', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EROFS', 'read_only'],
    ['EACCES', 'read_only'],
    ['EPERM', 'read_only'],
    ['EIO', 'not_saved'],
    ['ENOTDIR', 'not_saved']
  ])('%s: %s', (code, kind) => {
    const error = Object.assign(new Error('write failed'), { code })
    expect(writeProblem(error, '/data/config.json').problem).toEqual({ kind, detail: `/data/config.json: ${code}` })
  })

  it('is not_saved for anything without a code', () => {
    expect(writeProblem('strange', '/f').problem).toEqual({ kind: 'not_saved', detail: '/f: unknown error' })
  })
})
