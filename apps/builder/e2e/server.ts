/**
 * A server of its own for every browser test, with an owner whom `server.api` calls as and whom every page is signed in as, also those of
 * `browser.newContext()`. For a page where nobody is signed in: `test.use({ storageState: { cookies: [], origins: [] } })`, or the same to `newContext`.
 */
import { test as base } from '@playwright/test'
import { startServer } from './start-server.ts'
import type { Server } from './start-server.ts'

export type { Server } from './start-server.ts'

export const test = base.extend<{ server: Server }>({
  server: async ({ locale }, use) => {
    const server = await startServer({ language: locale?.startsWith('en') ? 'en' : 'ru' })
    await use(server)
    await server.stop()
  },
  storageState: async ({ server }, use) => use(server.storageState),
  baseURL: async ({ server }, use) => use(server.url),
})

export { expect } from '@playwright/test'
