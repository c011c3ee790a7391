import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { buildIfStale } from './build.ts'
import { billOfMaterials, type OwnIdentity } from './packaging/bill-of-materials.ts'
import { readLockFile } from './packaging/lock-file.ts'
import { thirdPartySchema } from './packaging/third-party.ts'
import { projectRoot } from './project-root.ts'

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

/** `npm run --silent sbom [-- FILE]`: what the built app is made of, as CycloneDX JSON, to stdout or into a file. */
await buildIfStale()
const own = JSON.parse(read('package.json')) as OwnIdentity // our own, and npm refuses to run without a sound one
const parties = z.array(thirdPartySchema).parse(JSON.parse(read('out/renderer/third-party-notices.json')))
const bill = billOfMaterials(own, parties, readLockFile(read('package-lock.json')))
const [file] = process.argv.slice(2)
if (file === undefined) process.stdout.write(bill)
else writeFileSync(file, bill)
