import type { Endpoint } from './endpoint.ts'
import * as projects from './projects.ts'
import * as starters from './starters.ts'
import * as testChat from './test-chat.ts'
import * as webChat from './web-chat.ts'

/** Every endpoint of the contract; OpenAPI and the routes are held against it. */
export const allEndpoints: readonly Endpoint[] = [projects, starters, testChat, webChat].flatMap((feature) =>
  Object.values(feature).filter(
    (value): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value,
  ),
)
