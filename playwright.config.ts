import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './scripts/chromium.ts'

const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/global-setup.ts',
  // Several apps at once would share the machine's keychain and the person's patience.
  workers: 1,
  // How fast a machine is says nothing about the app.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    // A control that is hidden or covered ends its test with words, and not with the time of the whole test.
    actionTimeout: 30_000,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-US',
    // The film of each test would cost a third of the run; what a page holds is recorded all the same.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArguments(), ...(executablePath === undefined ? {} : { executablePath }) }
  }
})
