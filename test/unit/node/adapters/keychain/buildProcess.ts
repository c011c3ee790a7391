import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../../../..')

export interface BuiltProcess {
  readonly entry: string
  remove(): void
}

/** Bundles the real keychain process as the app's build does, somewhere from where it finds the real keytar. */
export async function buildKeychainProcess(): Promise<BuiltProcess> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'keychain-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/main/adapters/keychain/process.ts'),
      outDir,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'keychain.mjs' } }
    }
  })
  return { entry: join(outDir, 'keychain.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
