import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { debianChangelog, rpmChangelog } from '../../../../scripts/packaging/changelogs.ts'
import { linuxVersion, releaseDays, releases, type Release } from '../../../../scripts/packaging/releases.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'

const two: readonly Release[] = [
  {
    version: '1.2.0-beta.1',
    date: new Date('2027-01-02'),
    points: [
      'Short.',
      'A sentence that says so much that the lines of a changelog, of 80 signs, are too short: 100 %.'
    ],
    finnish: ['Lyhyt.', 'Pitkä.']
  },
  { version: '1.1.0', date: new Date('2026-12-31'), points: ['The first.'], finnish: ['Ensimmäinen.'] }
]

describe('what changed from version to version', () => {
  it('has a day for every version that the app tells of, and for no other', () => {
    expect(Object.keys(releaseDays)).toEqual(releases().map(({ version }) => version))
    for (const day of Object.values(releaseDays)) expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
  })

  it('begins with this version, the newest first', () => {
    // Our own package.json: npm itself refuses to run without a sound one.
    const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
    expect(releases()[0]?.version).toBe(own.version)
    const days = releases().map(({ date }) => date.getTime())
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  it('says the same in both languages', () => {
    for (const { points, finnish } of releases()) {
      expect(points.length).toBeGreaterThan(0)
      expect(finnish).toHaveLength(points.length)
    }
  })
})

const orders: [earlier: string, later: string][] = [
  ['1.2.0-beta.1', '1.2.0'],
  ['1.2.0-beta.2', '1.2.0-beta.10'],
  ['1.2.0-alpha.3', '1.2.0-beta.1'],
  ['1.1.9', '1.2.0-beta.1'],
  ['1.2.0', '1.2.1-rc-2.1']
]
const hasDpkg = spawnSync('dpkg', ['--version'], { stdio: 'ignore' }).status === 0
const hasRpm = spawnSync('rpm', ['--version'], { stdio: 'ignore' }).status === 0
if (!hasDpkg) console.warn('The order of versions is not compared as dpkg does: it is not here.')
if (!hasRpm) console.warn('The order of versions is not compared as rpm does: it is not here.')

describe('a version as deb and rpm write it', () => {
  it.each([
    ['1.2.0', '1.2.0'],
    ['1.2.0-beta.1', '1.2.0~beta.1'],
    ['1.2.0-rc-2.1', '1.2.0~rc.2.1']
  ])('%s is %s', (version, written) => expect(linuxVersion(version)).toBe(written))

  it.skipIf(!hasDpkg).each(orders)('is renewed from %s to %s, says dpkg', (earlier, later) => {
    const { status } = spawnSync('dpkg', ['--compare-versions', linuxVersion(earlier), 'lt', linuxVersion(later)])
    expect(status).toBe(0)
  })

  it.skipIf(!hasRpm).each(orders)('is renewed from %s to %s, says rpm', (earlier, later) => {
    const compare = `%{lua:print(rpm.vercmp("${linuxVersion(earlier)}", "${linuxVersion(later)}"))}`
    expect(spawnSync('rpm', ['--eval', compare]).stdout.toString().trim()).toBe('-1')
  })
})

describe('the changelog', () => {
  it('of a deb is one of a native package', () => {
    expect(debianChangelog('field', 'Somebody <at@home.invalid>', two))
      .toBe(`field (1.2.0~beta.1) stable; urgency=medium

  * Short.
  * A sentence that says so much that the lines of a changelog, of 80 signs, are
    too short: 100 %.

 -- Somebody <at@home.invalid>  Sat, 02 Jan 2027 00:00:00 +0000

field (1.1.0) stable; urgency=medium

  * The first.

 -- Somebody <at@home.invalid>  Thu, 31 Dec 2026 00:00:00 +0000
`)
  })

  it('of an rpm stands in its description, where a percent sign has a meaning of its own', () => {
    expect(rpmChangelog('Somebody <at@home.invalid>', 1, two))
      .toBe(`* Sat Jan 02 2027 Somebody <at@home.invalid> - 1.2.0~beta.1-1
- Short.
- A sentence that says so much that the lines of a changelog, of 80 signs, are
  too short: 100 %%.

* Thu Dec 31 2026 Somebody <at@home.invalid> - 1.1.0-1
- The first.
`)
  })
})
