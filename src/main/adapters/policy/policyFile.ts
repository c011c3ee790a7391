import { readFileSync, statSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { z } from 'zod'
import { readBaseUrl } from '@shared/domain/stack'
import { releaseChannels } from '@shared/domain/update'
import { parseJson } from '../parseJson'
import type { Policy } from '../../ports/policy'

/** Bytes: far more than any policy, far less than what would hold up a start. */
const largest = 1_000_000

const stackSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  baseUrl: z
    .string()
    .max(2000)
    .transform((text, context) => {
      const reading = readBaseUrl(text)
      if (reading.ok) return reading.baseUrl
      context.addIssue({
        code: 'custom',
        message: reading.kind === 'not_https' ? 'must begin with https://' : 'is no web address'
      })
      return z.NEVER
    }),
  clientId: z.string().trim().min(1).max(200)
})

/** Strict: a key that is not known is a mistake somebody should hear of, and a secret has no business here at all. */
const policySchema = z.strictObject({
  language: z.enum(['en', 'fi']).optional(),
  updateChannel: z.enum(releaseChannels).optional(),
  stacks: z
    .array(stackSchema)
    .max(200)
    .refine(
      (stacks) => new Set(stacks.map(({ baseUrl, clientId }) => `${baseUrl} ${clientId}`)).size === stacks.length,
      'the same stack twice'
    )
    .default([])
})

export type PolicyReading =
  | { readonly policy: Policy | null; readonly trouble: null }
  /** `trouble`: which file and what is wrong with it, for whoever wrote it. */
  | { readonly policy: null; readonly trouble: string }

export interface PolicyPlace {
  readonly file: string
  /** It was asked for by name, so it has to be there. */
  readonly named: boolean
}

/** `--policy=FILE` among the app's arguments, or else the place where administrators put it on this system. */
export function policyPlace(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  commandLine: readonly string[]
): PolicyPlace {
  const named = commandLine.findLast((argument) => argument.startsWith('--policy='))?.slice('--policy='.length)
  if (named !== undefined && named !== '') return { file: named, named: true }
  return { file: systemPlace(platform, environment), named: false }
}

function systemPlace(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') {
    return win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Thingsee Field Installer', 'policy.json')
  }
  if (platform === 'darwin') return '/Library/Application Support/Thingsee Field Installer/policy.json'
  return posix.join('/etc', 'thingsee-field-installer', 'policy.json')
}

/** Reads it whole or not at all: half a policy would be worse than none. Never throws. */
export function readPolicy({ file, named }: PolicyPlace): PolicyReading {
  const unusable = (why: string): PolicyReading => ({ policy: null, trouble: `${file}: ${why}` })
  let text: string
  try {
    if (statSync(file).size > largest) return unusable('larger than 1 MB')
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return code === 'ENOENT' && !named ? { policy: null, trouble: null } : unusable(code)
  }
  // Editors on Windows begin a file with a mark that is no JSON.
  const content = parseJson(text.replace(/^\uFEFF/, ''))
  if (content === undefined) return unusable('no JSON')
  const parsed = policySchema.safeParse(content)
  if (!parsed.success) {
    const said = parsed.error.issues
      .slice(0, 3)
      .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    return unusable(said.join('; '))
  }
  return { policy: { file, ...parsed.data }, trouble: null }
}
