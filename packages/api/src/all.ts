import * as accounts from './accounts.ts'
import * as apiKeys from './api-keys.ts'
import * as audit from './audit.ts'
import * as calls from './calls.ts'
import * as connections from './connections.ts'
import * as egress from './egress.ts'
import * as board from './board.ts'
import * as booking from './booking.ts'
import * as bookingCalendar from './booking-calendar.ts'
import * as bookingEmployees from './booking-employees.ts'
import * as bookingGroupings from './booking-groupings.ts'
import * as bookingPage from './booking-page.ts'
import * as bookingServices from './booking-services.ts'
import type { Endpoint } from './endpoint.ts'
import * as members from './members.ts'
import * as broadcasts from './broadcasts.ts'
import * as clients from './clients.ts'
import * as dialogueMessages from './dialogue-messages.ts'
import * as dialogues from './dialogues.ts'
import * as labels from './labels.ts'
import * as lists from './lists.ts'
import * as operators from './operators.ts'
import * as massActions from './mass-actions.ts'
import * as orders from './orders.ts'
import * as orderViews from './order-views.ts'
import * as payments from './payments.ts'
import * as pipelines from './pipelines.ts'
import * as files from './files.ts'
import * as leads from './leads.ts'
import * as projects from './projects.ts'
import * as publicKeys from './public-keys.ts'
import * as quickReplies from './quick-replies.ts'
import * as retention from './retention.ts'
import * as roles from './roles.ts'
import * as starters from './starters.ts'
import * as tasks from './tasks.ts'
import * as testChat from './test-chat.ts'
import * as chatLook from './chat-look.ts'
import * as webChat from './web-chat.ts'
import * as webhooks from './webhooks.ts'

/** Every endpoint of the contract; OpenAPI and the routes are held against it. */
export const allEndpoints: readonly Endpoint[] = [
  files,
  accounts,
  members,
  roles,
  apiKeys,
  publicKeys,
  audit,
  projects,
  retention,
  egress,
  webhooks,
  connections,
  calls,
  starters,
  testChat,
  webChat,
  chatLook,
  dialogues,
  dialogueMessages,
  clients,
  quickReplies,
  operators,
  tasks,
  lists,
  labels,
  broadcasts,
  pipelines,
  board,
  orders,
  massActions,
  orderViews,
  payments,
  booking,
  bookingGroupings,
  bookingServices,
  bookingEmployees,
  bookingCalendar,
  bookingPage,
  leads,
].flatMap((feature) =>
  Object.values(feature).filter(
    (value): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value,
  ),
)
