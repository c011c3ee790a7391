import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import vue from '@vitejs/plugin-vue'
import vuetify from 'vite-plugin-vuetify'
import { noticesPlugins } from './scripts/packaging/notices-plugin.ts'
import { leaveOutUnusedValues } from './scripts/packaging/unused-values-plugin.ts'

const shared = resolve(import.meta.dirname, 'src/shared')
const renderer = resolve(import.meta.dirname, 'src/renderer')

// Whose work ends up in the app, over all its parts: the renderer is built last.
const notices = noticesPlugins(import.meta.dirname)

export default defineConfig({
  main: {
    resolve: { alias: { '@shared': shared } },
    plugins: [notices.gather()],
    build: {
      // Packages leave the maps out, and what is in them points to none.
      sourcemap: 'hidden',
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          // The keychain runs in a process of its own: a locked keyring can hang or crash whoever asks it.
          keychain: resolve(import.meta.dirname, 'src/main/adapters/keychain/process.ts')
        }
      }
    }
  },
  preload: {
    resolve: { alias: { '@shared': shared } },
    plugins: [notices.gather()],
    build: {
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file, although the package is of type module.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'index.cjs' } }
    }
  },
  renderer: {
    resolve: { alias: { '@shared': shared, '@': renderer } },
    plugins: [
      vue(),
      vuetify({ autoImport: true }),
      leaveOutUnusedValues('/src/shared/'),
      notices.gather(),
      notices.write()
    ],
    worker: { plugins: () => [notices.gather()] },
    build: {
      sourcemap: 'hidden',
      minify: true,
      rolldownOptions: {
        output: {
          codeSplitting: {
            // What the first screen needs comes as one file, since each further one costs it more than its size; and
            // in one file alone is it sure that trustedTypes.ts, which is imported first, runs before all else.
            groups: [
              { name: 'page', tags: ['$initial'], priority: 2 },
              // What follows at once comes as one file too.
              { name: 'soon', test: /\/(laterSteps\.ts|FrameDialogs\.vue)$/, priority: 1 }
            ]
          }
        }
      }
    }
  }
})
