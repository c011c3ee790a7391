import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../project-root.ts'
import { debianChangelog } from './changelogs.ts'
import { metainfo, type MetainfoSubject } from './metainfo.ts'
import type { Release } from './releases.ts'

export interface DocumentedApp extends MetainfoSubject {
  /** As `Name <address>`. */
  maintainer: string
}

const kept = (file: string): Buffer => readFileSync(join(projectRoot, 'resources/linux', file))

/** Our licence, and where those of the others are found. */
function copyright(program: string): string {
  const own = readFileSync(join(projectRoot, 'LICENSE'), 'utf8')
  return `${own}
Electron, Chromium and the libraries that this program is made with have licences
of their own:
  /usr/lib/${program}/LICENSE.electron.txt
  /usr/lib/${program}/LICENSES.chromium.html
  in the app: Settings, Versions, licences and what's new
`
}

/**
 * What a package tells people and software centres about the app, by path below /usr.
 *
 * @param kind rpm keeps its changelog in its own head, and lintian reads deb alone
 */
function documents(kind: 'deb' | 'rpm', app: DocumentedApp, releases: readonly Release[]): Map<string, Buffer> {
  const { program, maintainer } = app
  const zipped = (content: string | Buffer): Buffer => gzipSync(content, { level: 9 })
  const files = new Map([
    [`share/doc/${program}/copyright`, Buffer.from(copyright(program))],
    [`share/man/man1/${program}.1.gz`, zipped(kept(`${program}.1`))],
    [`share/metainfo/${app.id}.metainfo.xml`, Buffer.from(metainfo(app, releases))]
  ])
  if (kind === 'deb') {
    files.set(`share/doc/${program}/changelog.gz`, zipped(debianChangelog(program, maintainer, releases)))
    files.set(`share/lintian/overrides/${program}`, kept('lintian-overrides'))
  }
  return files
}

/** @param usr what becomes /usr */
export function layDocuments(usr: string, kind: 'deb' | 'rpm', app: DocumentedApp, releases: readonly Release[]): void {
  for (const [path, content] of documents(kind, app, releases)) {
    const file = join(usr, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    chmodSync(file, 0o644)
  }
}
