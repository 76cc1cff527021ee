import { bookingRoutes } from '../booking/booking.routes.ts'
import { connectionRoutes } from '../connections/connections.routes.ts'
import { callRoutes } from '../calls/calls.routes.ts'
import { broadcastRoutes } from '../broadcasts/broadcasts.routes.ts'
import { clientRoutes } from '../clients/clients.routes.ts'
import { fileRoutes } from '../files/files.routes.ts'
import { labelRoutes } from '../labels/labels.routes.ts'
import { listRoutes } from '../lists/lists.routes.ts'
import { operatorRoutes } from '../operators/operators.routes.ts'
import { accountRoutes } from '../accounts/accounts.routes.ts'
import { apiKeyRoutes } from '../api-keys/api-keys.routes.ts'
import { egressRoutes } from '../egress/egress.routes.ts'
import { auditRoutes } from '../audit/audit.routes.ts'
import { liveRoute } from '../live/live.route.ts'
import { memberRoutes } from '../members/members.routes.ts'
import { orderRoutes } from '../orders/orders.routes.ts'
import { paymentRoutes } from '../payments/payments.routes.ts'
import { pipelineRoutes } from '../orders/pipelines.routes.ts'
import { projectRoutes } from '../projects/projects.routes.ts'
import { leadRoutes } from '../leads/leads.routes.ts'
import { retentionRoutes } from '../retention/retention.routes.ts'
import { publicKeyRoutes } from '../public-api/public-keys.routes.ts'
import { roleRoutes } from '../roles/roles.routes.ts'
import { starterRoutes } from '../starters/starters.routes.ts'
import { taskRoutes } from '../tasks/tasks.routes.ts'
import { testChatRoutes } from '../test-chat/test-chat.routes.ts'
import { chatLookRoutes } from '../web-chat/chat-look.routes.ts'
import { webhookRoutes } from '../webhooks/webhooks.routes.ts'
import type { Route } from './answer.ts'

/** Every route of `/api`: one line a feature. A test holds them against the contract. */
export const allRoutes: readonly Route[] = [
  ...bookingRoutes,
  ...broadcastRoutes,
  ...callRoutes,
  ...clientRoutes,
  ...fileRoutes,
  ...egressRoutes,
  ...webhookRoutes,
  ...connectionRoutes,
  ...labelRoutes,
  ...leadRoutes,
  ...listRoutes,
  liveRoute,
  ...operatorRoutes,
  ...accountRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...apiKeyRoutes,
  ...publicKeyRoutes,
  ...auditRoutes,
  ...projectRoutes,
  ...pipelineRoutes,
  ...orderRoutes,
  ...paymentRoutes,
  ...retentionRoutes,
  ...starterRoutes,
  ...taskRoutes,
  ...testChatRoutes,
  ...chatLookRoutes,
]
