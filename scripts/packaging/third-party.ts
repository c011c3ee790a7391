import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isAllowedLicence } from './licences.ts'

/** Somebody else's work that we ship, as `out/renderer/third-party-notices.json` lists it. */
export const thirdPartySchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  /** SPDX expression. */
  licence: z.string().min(1),
  /** The licence in full, with whose it is, as the package brings it. */
  text: z.string().min(1)
})

export type ThirdParty = z.output<typeof thirdPartySchema>

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).default({})
})

/** @throws when the folder is none of a package */
export function readPackage(folder: string): z.output<typeof packageSchema> {
  return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
}

/** Packages whose package.json forgets what their file LICENSE says. */
const saidInFileOnly = new Map([['png-js@1.1.0', 'MIT']])

const licenceFile = /^(licen[cs]e|copying|notice)/i

/**
 * A licence whose text we keep ourselves, for works that come without it.
 *
 * @param root the project's folder
 */
export function keptLicence(licence: 'Apache-2.0' | 'MIT' | 'OFL-1.1', root: string): string {
  return readFileSync(join(root, `resources/licences/${licence}.txt`), 'utf8').trim()
}

/**
 * Reads who made a package and under which licence.
 *
 * @param folder of the package
 * @param root the project's folder
 * @throws in words when we may not ship it, or it does not say so in full
 */
export function readThirdParty(folder: string, root: string): ThirdParty {
  const { name, version, author, license } = readPackage(folder)
  const licence = license ?? saidInFileOnly.get(`${name}@${version}`)
  if (licence === undefined || !isAllowedLicence(licence)) {
    throw new Error(`${name} ${version} may not be shipped: its licence is ${licence ?? 'not said'}`)
  }
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => entry.name)
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.length > 0) return { name, version, licence, text: texts.join('\n\n') }
  const holder = typeof author === 'string' ? author : author?.name
  if (licence !== 'MIT' || holder === undefined) {
    throw new Error(`${name} ${version} brings no text of its licence (${licence})`)
  }
  return { name, version, licence, text: `Copyright (c) ${holder}\n\n${keptLicence('MIT', root)}` }
}
