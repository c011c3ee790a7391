import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import vuetify from 'vite-plugin-vuetify'

const source = join(import.meta.dirname, 'bare-app')

/**
 * Builds an app that does nothing but show a field and a button, with the same tools and libraries as ours.
 *
 * @param folder in which it then lies as an app does: package.json and out/
 */
export async function buildBareApp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'out/main'), { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', type: 'module', main: './out/main/index.js' })
  )
  copyFileSync(join(source, 'main.js'), join(folder, 'out/main/index.js'))
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [vue(), vuetify({ autoImport: true })],
    build: { outDir: join(folder, 'out/renderer'), emptyOutDir: true }
  })
}
