import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import vuetify from 'vite-plugin-vuetify'

const alias = {
  '@shared': resolve(import.meta.dirname, 'src/shared'),
  '@': resolve(import.meta.dirname, 'src/renderer')
}

export default defineConfig({
  resolve: { alias },
  test: {
    // How fast a machine is says nothing about the app: what hangs is found by these too.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/unit/node/**/*.test.ts'],
          // Importing 'electron' outside Electron would download it: the host's stand-in answers instead.
          execArgv: ['--import', resolve(import.meta.dirname, 'test/host/register.ts')]
        }
      },
      {
        extends: true,
        plugins: [vue(), vuetify({ autoImport: true })],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/unit/dom/**/*.test.ts'],
          server: { deps: { inline: ['vuetify'] } }
        }
      }
    ]
  }
})
