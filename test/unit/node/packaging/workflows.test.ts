import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { projectRoot } from '../../../../scripts/project-root.ts'

const stepSchema = z
  .strictObject({
    name: z.string().optional(),
    id: z.string().optional(),
    if: z.string().optional(),
    uses: z.string().optional(),
    with: z.record(z.string(), z.unknown()).optional(),
    run: z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
    'working-directory': z.string().optional()
  })
  .refine((step) => (step.uses === undefined) !== (step.run === undefined), 'either uses or runs something')

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']))

const jobSchema = z.strictObject({
  name: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.unknown()) }).optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  environment: z.string().optional(),
  permissions: permissionsSchema.optional(),
  defaults: z.object({ run: z.object({ shell: z.string() }) }).optional(),
  steps: z.array(stepSchema).min(1)
})

/** A job that is another workflow of ours. It runs with what that one may do, and is given no secret. */
const calledSchema = z.strictObject({
  uses: z.string().regex(/^\.\/\.github\/workflows\/[\w-]+\.yml$/),
  needs: z.string().optional()
})

/** What we use of GitHub's workflow syntax; a word outside of it is a mistake until it is added here. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissionsSchema,
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(z.string(), z.union([calledSchema, jobSchema]))
})

const folder = join(projectRoot, '.github/workflows')
const files = globSync('*.{yml,yaml}', { cwd: folder }).toSorted()
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

function workflow(file: string): z.output<typeof workflowSchema> {
  const document = parseDocument(textOf(file), { strict: true, uniqueKeys: true })
  expect([...document.errors, ...document.warnings].map(({ message }) => message)).toEqual([])
  return workflowSchema.parse(document.toJS())
}

/** The jobs that do something themselves. */
function jobsOf(file: string): Record<string, z.output<typeof jobSchema>> {
  const jobs = Object.entries(workflow(file).jobs)
  return Object.fromEntries(jobs.flatMap(([name, job]) => ('steps' in job ? [[name, job]] : [])))
}

const stepsOf = (file: string) => Object.values(jobsOf(file)).flatMap(({ steps }) => steps)

const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')))

it('there are two workflows', () => {
  expect(files).toEqual(['ci.yml', 'release.yml'])
})

describe.each(files)('%s', (file) => {
  it('is a workflow, in words that we know', () => {
    expect(() => workflow(file)).not.toThrow()
  })

  it('uses only actions pinned by the hash of a commit, with the version beside it', () => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line))
    expect(lines.length).toBe(stepsOf(file).filter(({ uses }) => uses !== undefined).length)
    for (const line of lines) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may read, and write only where the job says so', () => {
    expect(workflow(file).permissions).toEqual({ contents: 'read' })
  })

  it('runs scripts that exist', () => {
    const named = stepsOf(file).flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '')
    )
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })

  it('puts nothing that others can choose into the text of a script', () => {
    const runs = stepsOf(file).map(({ run = '' }) => run)
    const expressions = runs.flatMap((run) =>
      [...run.matchAll(/\$\{\{\s*(.+?)\s*\}\}/g)].map(([, inside]) => inside ?? '')
    )
    expect(expressions.filter((inside) => !/^(matrix|runner)\./.test(inside))).toEqual([])
  })

  it('leaves no credentials in the folder it checks out', () => {
    const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@') === true)
    expect(checkouts).toHaveLength(1)
    for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false })
  })
})

describe('ci.yml', () => {
  const [job] = Object.values(jobsOf('ci.yml'))

  it('tests on Windows, macOS and Linux, end to end in real Electron', () => {
    expect(job?.strategy?.matrix['os']).toEqual([
      expect.stringMatching(/^ubuntu-/),
      expect.stringMatching(/^windows-/),
      expect.stringMatching(/^macos-/)
    ])
    const e2e = job?.steps.find(({ run }) => run?.includes('npm run test:e2e') === true)
    expect(e2e?.env).toEqual({ E2E_RUNTIME: 'electron' })
    expect(e2e?.run).toContain('xvfb-run')
  })

  it('does what .ci/run does', () => {
    const runs = job?.steps.map(({ run }) => run) ?? []
    for (const command of ['npm ci', 'npm run lint', 'npm run typecheck', 'npm run build', 'npm run test:unit']) {
      expect(runs).toContain(command)
    }
  })

  it('sees no secret', () => {
    expect(textOf('ci.yml')).not.toContain('secrets.')
  })
})

describe('release.yml', () => {
  const { on, jobs: all } = workflow('release.yml')
  const jobs = jobsOf('release.yml')

  it('builds nothing before all of CI has passed on the very commit, in real Electron on every system', () => {
    expect(all['test']).toEqual({ uses: './.github/workflows/ci.yml' })
    expect(workflow('ci.yml').on).toHaveProperty('workflow_call')
    expect(jobs['build']?.needs).toBe('test')
    expect(jobs['draft']?.needs).toBe('build')
  })

  it('starts from a tag and ends in a draft', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } })
    expect(jobs['draft']?.steps.at(-1)?.run).toMatch(/^gh release create "\$TAG" .*--draft --verify-tag/)
  })

  it('lets only a job that runs no code of ours write', () => {
    expect(jobs['build']?.permissions).toBeUndefined()
    expect(jobs['draft']?.permissions).toEqual({ contents: 'write' })
    expect(jobs['draft']?.steps.map(({ run = '' }) => run).join('\n')).not.toMatch(/npm|node/)
  })

  it('checks fuses and content of every package before anything is uploaded', () => {
    const steps = jobs['build']?.steps ?? []
    const at = (words: string): number =>
      steps.findIndex(({ run, uses }) => `${run ?? ''}${uses ?? ''}`.includes(words))
    expect(at('npm run dist')).toBeGreaterThan(0)
    expect(at('npm run check:fuses')).toBeGreaterThan(at('npm run dist'))
    expect(at('npm run check:packed')).toBeGreaterThan(at('npm run dist'))
    expect(at('actions/upload-artifact')).toBeGreaterThan(at('npm run check:packed'))
    expect(at('npm run sbom')).toBeGreaterThan(0)
    expect(jobs['draft']?.steps.some(({ run }) => run?.includes('sha256sum') === true)).toBe(true)
  })

  it('gives a secret to the step that signs and to no other', () => {
    const withSecrets = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter((step) => JSON.stringify(step).includes('secrets.'))
    )
    expect(withSecrets.map(({ name }) => name)).toEqual(['Pack and sign'])
  })
})
