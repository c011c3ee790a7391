import { MagicString } from 'magic-string'
import type { Plugin } from 'vite'

/** What a bundler cannot leave out without knowing what it does, among what a module's values are made by. */
const mayDoSomething = new Set(['CallExpression', 'MemberExpression', 'ObjectExpression', 'ArrayExpression'])

/**
 * Lets the bundler leave out what nobody uses of the modules in a folder.
 *
 * A schema is made by a chain of calls, any of which might do something, for all a bundler knows: it keeps them, and
 * with them the whole library that makes schemas, in a page that uses only the rules beside them. Every value made by
 * calls at the top of a module is therefore made by one call that is marked as doing nothing else.
 *
 * @param folder with slashes at both ends, of modules that do nothing but define
 */
export function leaveOutUnusedValues(folder: string): Plugin {
  return {
    name: 'leave-out-unused-values',
    transform(code, id) {
      if (!id.includes(folder)) return null
      const text = new MagicString(code)
      for (const statement of this.parse(code).body) {
        const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declaration?.type !== 'VariableDeclaration') continue
        for (const { init } of declaration.declarations) {
          if (init === null || !mayDoSomething.has(init.type)) continue
          text.appendLeft(init.start, '/* @__PURE__ */ (() => (').appendRight(init.end, '))()')
        }
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null
    }
  }
}
