/** `node --import test/bench/register.ts`: lets plain Node import the sources of the main process as they are. */
import { registerHooks } from 'node:module'
import { resolveElectronTo } from '../host/electron-hook.ts'

const shared = new URL('../../src/shared/', import.meta.url)

/** The sources leave endings to the bundler and name one folder by an alias; Node knows neither. */
function sourceUrl(specifier: string, parent: string | undefined): string | null {
  if (specifier.startsWith('@shared/')) return new URL(`${specifier.slice('@shared/'.length)}.ts`, shared).href
  const isSource = /^\.{1,2}\//.test(specifier) && !/\.(ts|js|json)$/.test(specifier)
  return isSource && parent?.endsWith('.ts') ? new URL(`${specifier}.ts`, parent).href : null
}

registerHooks({
  resolve: (specifier, context, next) => next(sourceUrl(specifier, context.parentURL) ?? specifier, context)
})
resolveElectronTo(new URL('../host/electron/ready-at-once.ts', import.meta.url))
