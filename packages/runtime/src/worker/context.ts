import type { CalculatorTools } from '@voronka/flow/engine'
import type { ClientsStore } from '../clients/clients.store.ts'
import type { BookingBook } from '../booking/booking-book.ts'
import type { DialoguesStore } from '../clients/dialogues.store.ts'
import type { LabelsStore } from '../labels/labels.store.ts'
import type { ListsStore } from '../lists/lists.store.ts'
import type { NotificationsStore } from '../operators/notifications.store.ts'
import type { OperatorsStore } from '../operators/operators.store.ts'
import type { WorkSettingsStore } from '../operators/work-settings.store.ts'
import type { TaskColumnsStore } from '../tasks/task-columns.store.ts'
import type { TasksStore } from '../tasks/tasks.store.ts'
import type { MessagesStore } from '../clients/messages.store.ts'
import type { Audit } from '../audit/audit.store.ts'
import type { FilesStore } from '../files/files.store.ts'
import type { Db } from '../db/contract.ts'
import type { Notices } from '../processes/notices.ts'
import type { MainKeys } from '../public-api/main-keys.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Channels } from './channels-cache.ts'
import type { Clock } from './contract.ts'
import type { Caller } from './journal/caller.ts'
import type { JournalsStore } from './journal/journals.store.ts'
import type { Flows } from './flows.ts'
import type { ProjectVariables } from './project-variables.ts'
import type { TimersStore } from './timers.store.ts'
import type { InboxStore } from './inbox.store.ts'
import type { TurnsStore } from './turns.store.ts'
import type { ProjectLog } from './project-log.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { DeliveriesStore } from './deliveries.store.ts'
import type { Connections } from '../connections/connections.ts'
import type { PaymentBook } from '../payments/payment-book.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { WebhooksStore } from '../webhooks/webhooks.store.ts'
import type { DueJobs } from './due-jobs.ts'

/** Everything that a turn is carried out with. */
export interface WorkContext {
  readonly db: Db
  readonly jobs?: DueJobs
  /** To and from the other processes on the same database. */
  readonly notices: Notices
  readonly clock: Clock
  random(): number
  readonly tools: CalculatorTools
  readonly flows: Flows
  readonly channels: Channels
  readonly variables: ProjectVariables
  readonly clients: ClientsStore
  readonly dialogues: DialoguesStore
  readonly lists: ListsStore
  readonly labels: LabelsStore
  readonly operators: OperatorsStore
  readonly workSettings: WorkSettingsStore
  readonly notifications: NotificationsStore
  readonly tasks: TasksStore
  readonly taskColumns: TaskColumnsStore
  readonly messages: MessagesStore
  readonly timers: TimersStore
  readonly deliveries: DeliveriesStore
  readonly inbox: InboxStore
  readonly turns: TurnsStore
  readonly orders: OrderBook
  readonly booking: BookingBook
  readonly log: ProjectLog
  /** Writes an administrative act down, in the transaction that carries it out. */
  readonly audit: Audit
  readonly secrets: Secrets
  /** What `#{api_key}` is. */
  readonly mainKeys: MainKeys
  readonly fileRows: FilesStore
  readonly journals: JournalsStore
  readonly caller: Caller
  readonly connections: Connections
  readonly payments: PaymentBook
  readonly outbox: OutboxStore
  readonly webhooks: WebhooksStore
}
