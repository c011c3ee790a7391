import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { projectRoot } from '../../../scripts/project-root.ts'

/** @returns names of the built scripts and style sheets that a page of the app has loaded so far */
export async function filesLoaded(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const ofBuild = addresses.map((address) => new URL(address).pathname).filter((path) => path.includes('/assets/'))
  const names = ofBuild.map((path) => basename(path)).filter((name) => /\.(js|css)$/.test(name))
  return [...new Set(names)]
}

/** In bytes, as they are and as they would be compressed: the app itself reads them from the disk as they are. */
export function sizeOf(names: readonly string[]): { plain: number; compressed: number } {
  const files = names.map((name) => readFileSync(join(projectRoot, 'out/renderer/assets', name)))
  return {
    plain: files.reduce((sum, file) => sum + file.byteLength, 0),
    compressed: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).byteLength, 0)
  }
}
