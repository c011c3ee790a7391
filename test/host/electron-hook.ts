import { registerHooks } from 'node:module'

// The second form is how Vitest asks: it has resolved the package to its file before. That file would download Electron.
const electronSpecifier = /^electron(\/main|\/common)?$|\/node_modules\/electron\/index\.js$/

/** Answers `import` and `require` of 'electron' with the module at `url`: both go through the same synchronous hooks. */
export function resolveElectronTo(url: URL): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      electronSpecifier.test(specifier) ? { url: url.href, shortCircuit: true } : next(specifier, context)
  })
}
