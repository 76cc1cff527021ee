/** Every text of the builder in Russian, by feature: a new feature is one line among the imports and one in the list. */
import ruAccount from './ru/account.json' with { type: 'json' }
import ruApp from './ru/app.json' with { type: 'json' }
import ruAudience from './ru/audience.json' with { type: 'json' }
import ruBooking from './ru/booking.json' with { type: 'json' }
import ruBroadcasts from './ru/broadcasts.json' with { type: 'json' }
import ruCalculator from './ru/calculator.json' with { type: 'json' }
import ruCanvas from './ru/canvas.json' with { type: 'json' }
import ruClients from './ru/clients.json' with { type: 'json' }
import ruConnections from './ru/connections.json' with { type: 'json' }
import ruCrm from './ru/crm.json' with { type: 'json' }
import ruFiles from './ru/files.json' with { type: 'json' }
import ruInstallation from './ru/installation.json' with { type: 'json' }
import ruIntegrations from './ru/integrations.json' with { type: 'json' }
import ruLeads from './ru/leads.json' with { type: 'json' }
import ruLists from './ru/lists.json' with { type: 'json' }
import ruMessages from './ru/messages.json' with { type: 'json' }
import ruNotifications from './ru/notifications.json' with { type: 'json' }
import ruOperators from './ru/operators.json' with { type: 'json' }
import ruOrderSettings from './ru/order-settings.json' with { type: 'json' }
import ruOrders from './ru/orders.json' with { type: 'json' }
import ruPanel from './ru/panel.json' with { type: 'json' }
import ruPayments from './ru/payments.json' with { type: 'json' }
import ruPeople from './ru/people.json' with { type: 'json' }
import ruProjects from './ru/projects.json' with { type: 'json' }
import ruPublish from './ru/publish.json' with { type: 'json' }
import ruSettings from './ru/settings.json' with { type: 'json' }
import ruSignIn from './ru/sign-in.json' with { type: 'json' }
import ruTasks from './ru/tasks.json' with { type: 'json' }
import ruTelephony from './ru/telephony.json' with { type: 'json' }
import ruTestChat from './ru/test-chat.json' with { type: 'json' }
import ruVersions from './ru/versions.json' with { type: 'json' }
import ruWebChat from './ru/web-chat.json' with { type: 'json' }

export const ru = {
  account: ruAccount,
  app: ruApp,
  audience: ruAudience,
  booking: ruBooking,
  broadcasts: ruBroadcasts,
  calculator: ruCalculator,
  canvas: ruCanvas,
  clients: ruClients,
  connections: ruConnections,
  crm: ruCrm,
  files: ruFiles,
  installation: ruInstallation,
  integrations: ruIntegrations,
  leads: ruLeads,
  lists: ruLists,
  messages: ruMessages,
  notifications: ruNotifications,
  operators: ruOperators,
  'order-settings': ruOrderSettings,
  orders: ruOrders,
  panel: ruPanel,
  payments: ruPayments,
  people: ruPeople,
  projects: ruProjects,
  publish: ruPublish,
  settings: ruSettings,
  'sign-in': ruSignIn,
  tasks: ruTasks,
  telephony: ruTelephony,
  'test-chat': ruTestChat,
  versions: ruVersions,
  'web-chat': ruWebChat,
}
