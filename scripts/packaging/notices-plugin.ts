import type { Plugin } from 'vite'
import { ThirdParties } from './third-parties.ts'

/** Beside index.html, so that the page can fetch it when somebody asks. */
const noticesFile = 'third-party-notices.json'

/**
 * Two plugins over one memory: `gather` for every part of the build, `write` for the last one, the renderer. They stop
 * a build that holds what we may not ship.
 *
 * @param root the project's folder; this file cannot know it, since electron-vite bundles its configuration
 */
export function noticesPlugins(root: string): { gather: () => Plugin; write: () => Plugin } {
  const parties = new ThirdParties(root)
  return {
    gather: () => ({
      name: 'gather-third-parties',
      apply: 'build',
      generateBundle() {
        for (const id of this.getModuleIds()) parties.note(id)
      }
    }),
    write: () => ({
      name: 'write-third-party-notices',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler() {
          this.emitFile({
            type: 'asset',
            fileName: noticesFile,
            source: `${JSON.stringify(parties.list(), null, 1)}\n`
          })
        }
      }
    })
  }
}
