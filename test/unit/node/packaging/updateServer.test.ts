import { describe, expect, it } from 'vitest'
import { updateServer } from '../../../../scripts/packaging/update-server.ts'

describe('where installed apps look for new versions', () => {
  it.each([{}, { UPDATE_URL: '' }])('is nowhere with %j', (environment) => {
    expect(updateServer(environment)).toBeNull()
  })

  it.each(['https://updates.invalid/app/', 'http://127.0.0.1:8080/', 'http://localhost/'])('may be %s', (url) => {
    expect(updateServer({ UPDATE_URL: url })).toEqual({ provider: 'generic', url })
  })

  it.each(['http://updates.invalid/', 'file:///srv', 'updates.invalid', 'https://me:secret@updates.invalid/'])(
    'may not be %s',
    (url) => {
      expect(() => updateServer({ UPDATE_URL: url })).toThrow('UPDATE_URL must be an https address')
    }
  )
})
