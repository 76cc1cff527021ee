import { chromium, type Browser } from '@playwright/test'

/** Headless Chromium without a graphics card. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.VORONKA_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
