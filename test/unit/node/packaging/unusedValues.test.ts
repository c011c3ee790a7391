import { runInNewContext } from 'node:vm'
import { build, type Plugin, type Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { leaveOutUnusedValues } from '../../../../scripts/packaging/unused-values-plugin.ts'

/** Gives modules by their address, so that nothing has to lie on the disk. */
function modules(sources: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'modules',
    resolveId: (id) => (id in sources ? id : null),
    load: (id) => sources[id]
  }
}

/** @returns what is built of an entry that uses some of the names in `/app/shared/rules.js` */
async function builtWith(names: string, rules: string): Promise<string> {
  const sources = {
    '/app/entry.js': `import { ${names} } from '/app/shared/rules.js'\nconsole.log(${names})`,
    '/app/shared/rules.js': `import { z } from '/app/library.js'\n${rules}`,
    '/app/library.js': 'const object = (shape) => ({ shape, strict: () => object(shape) })\nexport const z = { object }'
  }
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [modules(sources), leaveOutUnusedValues('/shared/')],
    build: {
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: '/app/entry.js' }
    }
  })
  const { output: files } = output as Rolldown.RolldownOutput // one output, and nothing is watched
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
}

const rules = `
  export const thing = z.object({ tuid: 1 }).strict()
  export const kinds = thing.shape
  export const channels = { find: { input: z.object({}) } }
  export const longest = 17
`

it('leaves out what nobody uses, and the library with it', async () => {
  const built = await builtWith('longest', rules)
  expect(built).toContain('17')
  expect(built).not.toContain('strict')
})

it.each(['thing', 'kinds', 'channels'])('keeps %s where it is used, as it was', async (name) => {
  const built = await builtWith(name, rules)
  expect(built).toContain('strict')
  const said: unknown[] = []
  runInNewContext(built, { console: { log: (value: unknown) => said.push(value) } })
  const expected = { thing: { shape: { tuid: 1 } }, kinds: { tuid: 1 }, channels: { find: { input: { shape: {} } } } }
  expect(JSON.parse(JSON.stringify(said))).toEqual([expected[name as keyof typeof expected]])
})
