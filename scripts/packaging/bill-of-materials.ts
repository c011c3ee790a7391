import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import type { LockFile } from './lock-file.ts'
import type { ThirdParty } from './third-party.ts'

export interface OwnIdentity {
  name: string
  version: string
  description: string
  license: string
}

function licence(expression: string): Models.LicenseExpression | Models.SpdxLicense {
  return / (OR|AND) /.test(expression) ? new Models.LicenseExpression(expression) : new Models.SpdxLicense(expression)
}

/** SHA-512 of the package as npm downloads it, by name and version; a work inside a package has none. */
function hashes(lock: LockFile, party: ThirdParty): Models.HashDictionary {
  const found = Object.entries(lock.packages).find(
    ([path, { version }]) =>
      version === party.version && (path.endsWith(`node_modules/${party.name}`) || aliasOf(path) === party.name)
  )
  const sum = found?.[1].integrity?.replace(/^sha512-/, '')
  if (sum === undefined) return new Models.HashDictionary()
  return new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], Buffer.from(sum, 'base64').toString('hex')]])
}

/** The lock file lists an alias under its own name: package.json, dependencies. */
function aliasOf(path: string): string | undefined {
  return path === 'node_modules/keytar' ? '@github/keytar' : undefined
}

function component(lock: LockFile, party: ThirdParty): Models.Component {
  const slash = party.name.indexOf('/')
  const group = slash < 0 ? undefined : party.name.slice(0, slash)
  const name = party.name.slice(slash + 1)
  const known = hashes(lock, party)
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${name}@${party.version}`
  return new Models.Component(Enums.ComponentType.Library, name, {
    ...(group === undefined ? {} : { group }),
    version: party.version,
    licenses: new Models.LicenseRepository([licence(party.licence)]),
    hashes: known,
    // Only what npm delivers has an address there.
    ...(known.size === 0 ? { bomRef: `${party.name}@${party.version}` } : { purl, bomRef: purl })
  })
}

/**
 * The software bill of materials of what we ship: CycloneDX 1.6 as JSON. It has no date and no number of its own, so
 * that the same sources give the same file.
 */
export function billOfMaterials(own: OwnIdentity, parties: readonly ThirdParty[], lock: LockFile): string {
  const bom = new Models.Bom()
  bom.metadata.component = new Models.Component(Enums.ComponentType.Application, own.name, {
    version: own.version,
    description: own.description,
    licenses: new Models.LicenseRepository([licence(own.license)]),
    bomRef: own.name
  })
  for (const party of parties) {
    const part = component(lock, party)
    bom.components.add(part)
    bom.metadata.component.dependencies.add(part.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}
