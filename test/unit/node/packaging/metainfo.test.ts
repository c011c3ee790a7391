import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metainfo } from '../../../../scripts/packaging/metainfo.ts'
import { releases } from '../../../../scripts/packaging/releases.ts'
import { tempFolder } from '../laptop/tempFolder'

const subject = {
  id: 'invalid.example.app',
  name: 'Field <Installer> & "more"',
  program: 'field-installer',
  description: 'Puts sensors & gateways into buildings. Nothing is lost.',
  homepage: 'https://example.invalid',
  licence: 'MIT',
  developer: 'Somebody'
}
const hasValidator = spawnSync('appstreamcli', ['--version'], { stdio: 'ignore' }).status === 0
if (!hasValidator) console.warn('The metainfo is not validated: appstreamcli (Debian: appstream) is not here.')

describe('what software centres show of the app', () => {
  it('is markup whatever the words are', () => {
    const text = metainfo(subject, releases())
    expect(text).toContain('<name>Field &lt;Installer&gt; &amp; &quot;more&quot;</name>')
    expect(text).toContain('<p>Puts sensors &amp; gateways into buildings. Nothing is lost.</p>')
  })

  it('tells what is new in English and Finnish, with the day', () => {
    const date = new Date('2027-01-02')
    const text = metainfo(subject, [{ version: '1.2.0', date, points: ['New.'], finnish: ['Uutta.'] }])
    expect(text).toContain('<release version="1.2.0" date="2027-01-02" type="stable">')
    expect(text).toContain('<li>New.</li>\n          <li xml:lang="fi">Uutta.</li>')
    const before = metainfo(subject, [{ version: '1.2.0-beta.1', date, points: ['New.'], finnish: ['Uutta.'] }])
    expect(before).toContain('<release version="1.2.0-beta.1" date="2027-01-02" type="development">')
  })

  it.skipIf(!hasValidator)('is what AppStream understands', () => {
    const file = join(tempFolder(), `${subject.id}.metainfo.xml`)
    writeFileSync(file, metainfo(subject, releases()))
    const { status, stdout } = spawnSync('appstreamcli', ['validate', '--no-net', file], { encoding: 'utf8' })
    expect(stdout).not.toMatch(/^[EW]:/m)
    expect(status).toBe(0)
  })
})
