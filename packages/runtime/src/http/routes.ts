import { fileRoutes } from '../files/files.routes.ts'
import { liveRoute } from '../live/live.route.ts'
import { projectRoutes } from '../projects/projects.routes.ts'
import { retentionRoutes } from '../retention/retention.routes.ts'
import { starterRoutes } from '../starters/starters.routes.ts'
import { testChatRoutes } from '../test-chat/test-chat.routes.ts'
import type { Route } from './answer.ts'

/** Every route of `/api`: one line a feature. A test holds them against the contract. */
export const allRoutes: readonly Route[] = [
  ...projectRoutes,
  ...retentionRoutes,
  ...starterRoutes,
  ...testChatRoutes,
  liveRoute,
  ...fileRoutes,
]
