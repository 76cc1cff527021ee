import { broadcastRoutes } from '../broadcasts/broadcasts.routes.ts'
import { clientRoutes } from '../clients/clients.routes.ts'
import { fileRoutes } from '../files/files.routes.ts'
import { labelRoutes } from '../labels/labels.routes.ts'
import { listRoutes } from '../lists/lists.routes.ts'
import { liveRoute } from '../live/live.route.ts'
import { operatorRoutes } from '../operators/operators.routes.ts'
import { projectRoutes } from '../projects/projects.routes.ts'
import { retentionRoutes } from '../retention/retention.routes.ts'
import { starterRoutes } from '../starters/starters.routes.ts'
import { taskRoutes } from '../tasks/tasks.routes.ts'
import { testChatRoutes } from '../test-chat/test-chat.routes.ts'
import type { Route } from './answer.ts'

/** Every route of `/api`: one line a feature. A test holds them against the contract. */
export const allRoutes: readonly Route[] = [
  ...broadcastRoutes,
  ...clientRoutes,
  ...fileRoutes,
  ...labelRoutes,
  ...listRoutes,
  liveRoute,
  ...operatorRoutes,
  ...projectRoutes,
  ...retentionRoutes,
  ...starterRoutes,
  ...taskRoutes,
  ...testChatRoutes,
]
