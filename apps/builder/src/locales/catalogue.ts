/** Every text of the builder, by language and feature. A new feature is one file in each language and one line in each list. */
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

const en = {
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

const ru = {
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

export const catalogue = { en, ru }
export type Catalogue = typeof en
