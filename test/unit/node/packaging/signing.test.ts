import { describe, expect, it } from 'vitest'
import { dropEmptyVariables, isNotarized, isSigned, signingNotices } from '../../../../scripts/packaging/signing.ts'

const certificate = { CSC_LINK: 'file.p12' }
const appleId = { APPLE_ID: 'a@b.invalid', APPLE_APP_SPECIFIC_PASSWORD: 'x', APPLE_TEAM_ID: 'T' }
const apiKey = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'K', APPLE_API_ISSUER: 'I' }

describe('signing', () => {
  it.each([
    ['win32', {}, false],
    ['win32', { CSC_LINK: '' }, false],
    ['win32', certificate, true],
    ['win32', { WIN_CSC_LINK: 'file.pfx' }, true],
    ['win32', { CSC_NAME: 'somebody' }, false],
    ['darwin', {}, false],
    ['darwin', certificate, true],
    ['darwin', { CSC_NAME: 'somebody' }, true],
    ['darwin', { WIN_CSC_LINK: 'file.pfx' }, false],
    ['linux', certificate, false]
  ])('on %s with %j: %s', (platform, environment, signed) => {
    expect(isSigned(platform, environment)).toBe(signed)
  })

  it.each([
    [{}, false],
    [certificate, false],
    [{ ...certificate, ...appleId }, true],
    [{ ...certificate, ...apiKey }, true],
    [{ ...certificate, ...appleId, APPLE_TEAM_ID: '' }, false],
    [appleId, false]
  ])('notarises with %j: %s', (environment, notarized) => {
    expect(isNotarized(environment)).toBe(notarized)
  })
})

it('takes an empty variable for none', () => {
  const environment = { CSC_LINK: '', APPLE_ID: '', CSC_NAME: 'somebody', PATH: '' }
  dropEmptyVariables(environment)
  expect(environment).toEqual({ CSC_NAME: 'somebody', PATH: '' })
})

describe('whoever makes the packages is told', () => {
  it.each([
    ['win32', {}, /^Not signed: WIN_CSC_LINK/],
    ['darwin', {}, /^Not signed: CSC_LINK/],
    ['darwin', certificate, /^Not notarised: set APPLE_API_KEY/]
  ])('on %s with %j', (platform, environment, words) => {
    expect(signingNotices(platform, environment)).toEqual([expect.stringMatching(words)])
  })

  it.each([
    ['win32', certificate],
    ['darwin', { ...certificate, ...apiKey }],
    ['linux', {}]
  ])('nothing on %s with %j', (platform, environment) => {
    expect(signingNotices(platform, environment)).toEqual([])
  })
})
