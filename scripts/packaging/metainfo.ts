import { desktopWords } from './desktop-entry.ts'
import type { Release } from './releases.ts'

export interface MetainfoSubject {
  /** In the form of a domain name, the other way round. */
  id: string
  /** What a person reads. */
  name: string
  /** The command, and the name of the desktop entry. */
  program: string
  /** Whole sentences. */
  description: string
  homepage: string
  /** SPDX. */
  licence: string
  developer: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

function release({ version, date, points, finnish }: Release): string {
  // A version before a release is one that a software centre offers to nobody.
  const type = version.includes('-') ? 'development' : 'stable'
  const list = [
    ...points.map((point) => `          <li>${escaped(point)}</li>`),
    ...finnish.map((point) => `          <li xml:lang="fi">${escaped(point)}</li>`)
  ]
  return `    <release version="${version}" date="${date.toISOString().slice(0, 10)}" type="${type}">
      <description>
        <ul>
${list.join('\n')}
        </ul>
      </description>
    </release>`
}

/** What software centres of Linux show of an installed package (freedesktop.org's AppStream 1.0). */
export function metainfo(subject: MetainfoSubject, releases: readonly Release[]): string {
  const { id, name, program, description, homepage, licence, developer } = subject
  // AppStream's form of a domain name knows no hyphen.
  const developerId = id.split('.').slice(0, 2).join('.').replaceAll('-', '_')
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${escaped(id)}</id>
  <metadata_license>${escaped(licence)}</metadata_license>
  <project_license>${escaped(licence)}</project_license>
  <name>${escaped(name)}</name>
  <summary>${escaped(desktopWords.Comment)}</summary>
  <summary xml:lang="fi">${escaped(desktopWords['Comment[fi]'])}</summary>
  <description>
    <p>${escaped(description)}</p>
  </description>
  <developer id="${escaped(developerId)}">
    <name>${escaped(developer)}</name>
  </developer>
  <url type="homepage">${escaped(homepage)}</url>
  <launchable type="desktop-id">${escaped(program)}.desktop</launchable>
  <provides>
    <binary>${escaped(program)}</binary>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
${releases.map(release).join('\n')}
  </releases>
</component>
`
}
