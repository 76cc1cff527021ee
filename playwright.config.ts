import { defineConfig } from '@playwright/test'

const browser = process.env.VORONKA_BROWSER ?? '/usr/bin/chromium'

/** Whole jobs that a person does, in a real browser against the real server. Every test brings its own server on a free port. */
export default defineConfig({
  testDir: 'apps',
  testMatch: '**/e2e/**/*.e2e.ts',
  outputDir: '.voronka/browser-tests',
  fullyParallel: true,
  workers: 2,
  // Two browsers and two servers on two cores: what takes a person seconds takes a minute at the worst.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    // A click that cannot be done says so long before the test runs out of time.
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser,
      // Chromium refuses its sandbox to root, and looks for its makers' servers at every start unless told not to.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
