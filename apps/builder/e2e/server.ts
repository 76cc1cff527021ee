/** A server of its own for every browser test. */
import { test as base } from '@playwright/test'
import { startServer } from './start-server.ts'
import type { Server } from './start-server.ts'

export type { Server } from './start-server.ts'

export const test = base.extend<{ server: Server }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants this pattern where a fixture uses no other.
  server: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.stop()
  },
  baseURL: async ({ server }, use) => use(server.url),
})

export { expect } from '@playwright/test'
