/** Every text of the builder in English, by feature: a new feature is one line among the imports and one in the list. */
import enAccount from './en/account.json' with { type: 'json' }
import enApp from './en/app.json' with { type: 'json' }
import enAudience from './en/audience.json' with { type: 'json' }
import enBooking from './en/booking.json' with { type: 'json' }
import enBroadcasts from './en/broadcasts.json' with { type: 'json' }
import enCalculator from './en/calculator.json' with { type: 'json' }
import enCanvas from './en/canvas.json' with { type: 'json' }
import enClients from './en/clients.json' with { type: 'json' }
import enConnections from './en/connections.json' with { type: 'json' }
import enCrm from './en/crm.json' with { type: 'json' }
import enFiles from './en/files.json' with { type: 'json' }
import enInstallation from './en/installation.json' with { type: 'json' }
import enIntegrations from './en/integrations.json' with { type: 'json' }
import enLeads from './en/leads.json' with { type: 'json' }
import enLists from './en/lists.json' with { type: 'json' }
import enMessages from './en/messages.json' with { type: 'json' }
import enNotifications from './en/notifications.json' with { type: 'json' }
import enOperators from './en/operators.json' with { type: 'json' }
import enOrderSettings from './en/order-settings.json' with { type: 'json' }
import enOrders from './en/orders.json' with { type: 'json' }
import enPanel from './en/panel.json' with { type: 'json' }
import enPayments from './en/payments.json' with { type: 'json' }
import enPeople from './en/people.json' with { type: 'json' }
import enProjects from './en/projects.json' with { type: 'json' }
import enPublish from './en/publish.json' with { type: 'json' }
import enSettings from './en/settings.json' with { type: 'json' }
import enSignIn from './en/sign-in.json' with { type: 'json' }
import enTasks from './en/tasks.json' with { type: 'json' }
import enTelephony from './en/telephony.json' with { type: 'json' }
import enTestChat from './en/test-chat.json' with { type: 'json' }
import enVersions from './en/versions.json' with { type: 'json' }
import enWebChat from './en/web-chat.json' with { type: 'json' }

export const en = {
  account: enAccount,
  app: enApp,
  audience: enAudience,
  booking: enBooking,
  broadcasts: enBroadcasts,
  calculator: enCalculator,
  canvas: enCanvas,
  clients: enClients,
  connections: enConnections,
  crm: enCrm,
  files: enFiles,
  installation: enInstallation,
  integrations: enIntegrations,
  leads: enLeads,
  lists: enLists,
  messages: enMessages,
  notifications: enNotifications,
  operators: enOperators,
  'order-settings': enOrderSettings,
  orders: enOrders,
  panel: enPanel,
  payments: enPayments,
  people: enPeople,
  projects: enProjects,
  publish: enPublish,
  settings: enSettings,
  'sign-in': enSignIn,
  tasks: enTasks,
  telephony: enTelephony,
  'test-chat': enTestChat,
  versions: enVersions,
  'web-chat': enWebChat,
}
