import { createCalculatorTools } from '@voronka/flow/engine'
import { library } from '@voronka/functions'
import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPeople, type People } from './accounts/people.ts'
import { usualCost, type PasswordCost } from './accounts/passwords.ts'
import { auditStore, type AuditStore } from './audit/audit.store.ts'
import { createBroadcastRunner } from './broadcasts/broadcast-runner.ts'
import { createBroadcastsWork, type BroadcastsWork } from './broadcasts/broadcasts-work.ts'
import { bookingBook } from './booking/booking-book.ts'
import { createBranchDesk, type BranchDesk } from './booking/set-up/branch-desk.ts'
import { createBookingPages, type BookingPages } from './booking/public-page.ts'
import { createVisitDesk, type VisitDesk } from './booking/visit-desk.ts'
import { createVisitWork } from './booking/visit-work.ts'
import { broadcastsStore } from './broadcasts/broadcasts.store.ts'
import { clientsStore } from './clients/clients.store.ts'
import { createDialogueWork, type DialogueWork } from './clients/dialogue-work.ts'
import { dialoguesStore } from './clients/dialogues.store.ts'
import { quickRepliesStore, type QuickRepliesStore } from './clients/quick-replies.store.ts'
import { createSearchIndex, type SearchIndex } from './clients/search-index.ts'
import { messagesStore } from './clients/messages.store.ts'
import type { Db } from './db/contract.ts'
import { openSqlite } from './db/sqlite.ts'
import { createFiles, type Files } from './files/files.ts'
import { folderStorage } from './files/file-storage.ts'
import { filesStore } from './files/files.store.ts'
import { labelsStore } from './labels/labels.store.ts'
import { listsStore } from './lists/lists.store.ts'
import { notificationsStore } from './operators/notifications.store.ts'
import { operatorsStore } from './operators/operators.store.ts'
import { workSettingsStore } from './operators/work-settings.store.ts'
import { createOperatorsWork, type OperatorsWork } from './operators/operators-work.ts'
import { createListsWork, type ListsWork } from './lists/lists-work.ts'
import { taskColumnsStore } from './tasks/task-columns.store.ts'
import { createTaskReminders } from './tasks/task-reminders.ts'
import { createTasksWork, type TasksWork } from './tasks/tasks-work.ts'
import { tasksStore } from './tasks/tasks.store.ts'
import { numbersOf } from './db/numbers.ts'
import { createBoard, type Board } from './orders/board.ts'
import { createMailer, type Mailer } from './orders/mailer.ts'
import { orderBook } from './orders/order-book.ts'
import { createOrderDesk, type OrderDesk } from './orders/order-desk.ts'
import { orderViews } from './orders/order-views.ts'
import { createPipelineDesk, type PipelineDesk } from './orders/pipeline-desk.ts'
import { createCalls, type Calls } from './calls/calls.ts'
import { paymentBook } from './payments/payment-book.ts'
import { createPaymentDesk, type PaymentDesk } from './payments/payment-desk.ts'
import { allConnectionWork } from './connections/all.ts'
import type { ConnectionWork } from './connections/connection-work.ts'
import { createConnections } from './connections/connections.ts'
import { connectionsStore } from './connections/connections.store.ts'
import type { AllowedHost } from './egress/allow-list.ts'
import { createAllowedHosts, type AllowedHostsOf } from './egress/allowed-hosts.ts'
import { createCaller } from './egress/caller.ts'
import { createEgress, type Egress } from './egress/egress.ts'
import type { Resolver } from './egress/judged-address.ts'
import { leadNames, type LeadNames } from './leads/lead-names.store.ts'
import { createLeadsDesk, type LeadsDesk } from './leads/leads-desk.ts'
import { leadsStore, type LeadsStore } from './leads/leads.store.ts'
import { outboxStore } from './outbox/outbox.store.ts'
import { createOutboxRunner } from './outbox/runner.ts'
import { createOutboxWork, type OutboxWork } from './outbox/outbox-work.ts'
import type { Sender } from './outbox/sender.ts'
import { targetsOf } from './webhooks/targets-of.ts'
import { webhooksStore } from './webhooks/webhooks.store.ts'
import { createWebhooksWork, type WebhooksWork } from './webhooks/webhooks.ts'
import { createChatLooks, type ChatLooks } from './web-chat/chat-looks.ts'
import { allSenders } from './outbox/all.ts'
import { createMessengers, type Messengers } from './messengers/messengers.ts'
import { createLiveHub, type LiveHub } from './live/live-hub.ts'
import { tellPages } from './live/tell-pages.ts'
import { createDrafts } from './projects/drafts.ts'
import { noNotices, type Notices } from './processes/notices.ts'
import { createMainKeys } from './public-api/main-keys.ts'
import { createPublicKeys, type PublicKeys } from './public-api/public-keys.ts'
import { publicKeysStore, type PublicKeysStore } from './public-api/public-keys.store.ts'
import { createCrmSetup } from './crm-setup/crm-setup.ts'
import { createProjects, type Projects } from './projects/projects.ts'
import { createSecrets } from './secrets/secrets.ts'
import type { Faults } from './test-mode/fault-points.ts'
import { faultyDatabase, faultySender } from './test-mode/faulty.ts'
import { createTestChats, type TestChats } from './test-chat/test-chat.ts'
import { createSweeper, type Sweeper } from './retention/sweeper.ts'
import type { Caller } from './worker/journal/caller.ts'
import { journalsStore } from './worker/journal/journals.store.ts'
import { createChannels } from './worker/channels-cache.ts'
import { systemClock } from './worker/clocks.ts'
import type { WorkContext } from './worker/context.ts'
import type { DueJobs } from './worker/due-jobs.ts'
import type { Clock, Worker } from './worker/contract.ts'
import { deliveriesStore } from './worker/deliveries.store.ts'
import { createFlows } from './worker/flows.ts'
import { createPeriodicLooks } from './worker/periodic-looks.ts'
import { inboxStore } from './worker/inbox.store.ts'
import { createProjectLog } from './worker/project-log.ts'
import { createProjectVariables } from './worker/project-variables.ts'
import { timersStore } from './worker/timers.store.ts'
import { turnsStore } from './worker/turns.store.ts'
import { createWorker } from './worker/worker.ts'

export interface InstallationOptions {
  /** Path of the SQLite file, or `:memory:`, or a database that is open already. */
  readonly database: string | Db
  /** Who brings due work to the processes of a shared database; without it, alarms of this process look after everything. */
  readonly jobs?: DueJobs
  /** To and from the other processes on the same database; closed with the installation. */
  readonly notices?: Notices
  /** Folder of the uploaded files; when it is not given they live as long as the installation is open. */
  readonly files?: string
  readonly clock?: Clock
  /** The next random number, 0 <= x < 1. */
  random?(): number
  /** Events that may wait at the same time before senders are asked to come back later. */
  readonly capacity?: number
  /** The key that stored secrets are sealed with; one for this process alone when none is given. */
  readonly secretKey?: Uint8Array
  /** What checking a password costs; tests take less than is safe. */
  readonly passwordCost?: PasswordCost
  /** Hosts that may be called although they are not public (P9.4). */
  readonly egressAllow?: readonly AllowedHost[]
  readonly resolve?: Resolver
  /** How long servers of others are waited for; tests wait less. */
  readonly egressMs?: number
  /** Instead of real calls: `simulate`. */
  readonly caller?: Caller
  /** Instead of the real ones: who hands what is in the outbox to servers of others. */
  readonly senders?: readonly Sender[]
  /** Where storage and senders fail, for tests. */
  readonly faults?: Faults
  /** Where others reach this server (VORONKA_PUBLIC_URL); until it is known, nobody can be told an address. */
  readonly address?: string
  /** Hears of failures that nobody asked for directly: of turns, timers, storage. */
  onError?(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/** One running Voronka without its HTTP side: what the server, tests, `simulate` and `eval` all stand on. */
export interface Installation extends WorkContext, People {
  readonly worker: Worker
  readonly projects: Projects
  readonly testChats: TestChats
  readonly live: LiveHub
  readonly files: Files
  readonly messengers: Messengers
  readonly dialogueWork: DialogueWork
  readonly search: SearchIndex
  readonly operatorsWork: OperatorsWork
  readonly broadcastsWork: BroadcastsWork
  readonly tasksWork: TasksWork
  readonly listsWork: ListsWork
  readonly quickReplies: QuickRepliesStore
  readonly pipelines: PipelineDesk
  readonly orderDesk: OrderDesk
  readonly board: Board
  readonly orderViews: ReturnType<typeof orderViews>
  readonly mailer: Mailer
  readonly branchDesk: BranchDesk
  readonly visitDesk: VisitDesk
  readonly bookingPages: BookingPages
  readonly paymentDesk: PaymentDesk
  readonly auditLog: AuditStore
  readonly calls: Calls
  readonly leads: LeadsStore
  readonly leadNames: LeadNames
  readonly leadsDesk: LeadsDesk
  readonly publicKeys: PublicKeys
  readonly publicKeysStore: PublicKeysStore
  /** `start()` begins to remove what projects no longer want to keep. */
  readonly sweeper: Sweeper
  /** The guarded client for everything that goes out. */
  readonly egress: Egress
  readonly allowedHosts: AllowedHostsOf
  readonly outboxWork: OutboxWork
  readonly webhooksWork: WebhooksWork
  /** Where others reach this server, without a slash at the end; the server sets it to where it listens unless it was given. */
  readonly address: { current: string }
  readonly chatLooks: ChatLooks
  /** Finishes what runs and closes the database. */
  close(): Promise<void>
}

/** Opens the database (creating and migrating it) and joins everything to it. `worker.start()` begins to fire what is due. */
export function createInstallation(options: InstallationOptions): Installation {
  const {
    database,
    files: folder,
    clock = systemClock,
    random = Math.random,
    capacity = 10_000,
    secretKey = randomBytes(32),
    passwordCost = usualCost,
    onError = () => undefined,
    notices = noNotices,
    jobs,
    faults,
  } = options
  const opened = typeof database === 'string' ? openSqlite(database) : database
  const db = faults ? faultyDatabase(opened, faults) : opened
  const drafts = createDrafts(db)
  const auditLog = auditStore(db, clock)
  const dialogues = dialoguesStore(db)
  const [clients, inbox] = [clientsStore(db, dialogues), inboxStore(db)]
  const egress = createEgress(options)
  const allowedHosts = createAllowedHosts({ db, clock, audit: auditLog.audit }, options.egressAllow ?? [])
  const [secrets, publicKeyRows] = [createSecrets(secretKey), publicKeysStore(db)]
  const orders = orderBook(db, numbersOf(db), clients, inbox)
  const deliveries = deliveriesStore(db, jobs)
  const publicAddress = (options.address ?? '').replace(/\/+$/, '')
  const address = { current: publicAddress }
  let works: readonly ConnectionWork[] = []
  const connections = createConnections(
    { db, clock, secrets, audit: auditLog.audit, notices },
    { store: connectionsStore(db), works: () => works, onError },
  )
  const context: WorkContext = {
    db,
    jobs,
    notices,
    clock,
    random,
    tools: createCalculatorTools(library),
    flows: createFlows(
      db,
      function* (project) {
        return (yield* drafts.load(project))?.project
      },
      notices,
    ),
    channels: createChannels(db, notices),
    variables: createProjectVariables(db),
    clients,
    dialogues,
    lists: listsStore(db),
    labels: labelsStore(db),
    operators: operatorsStore(db),
    workSettings: workSettingsStore(db),
    notifications: notificationsStore(db),
    tasks: tasksStore(db),
    taskColumns: taskColumnsStore(db),
    messages: messagesStore(db),
    timers: timersStore(db),
    deliveries,
    inbox,
    turns: turnsStore(db),
    orders,
    booking: bookingBook({ db, clock, clients, deliveries, orders }),
    log: createProjectLog(db),
    audit: auditLog.audit,
    secrets,
    mainKeys: createMainKeys(publicKeyRows, secrets, notices),
    fileRows: filesStore(db),
    journals: journalsStore(db, randomUUID()),
    connections,
    payments: paymentBook({ db, orders, clients, inbox, connections, address: () => address.current }),
    outbox: outboxStore(db),
    webhooks: webhooksStore(db, notices),
    caller: options.caller ?? createCaller(egress, allowedHosts.of, connections.ask),
  }
  const worker = createWorker(context, { capacity, onError })
  worker.onStart(() => void connections.start(worker).catch((error: unknown) => onError(error, { what: 'connections' })))
  const looks = createPeriodicLooks({ clock, notices, shared: db.can.shared })
  worker.onStart(looks.start)
  const sweeper = createSweeper(context, onError)
  const live = createLiveHub(notices)
  const people = createPeople(context, live, passwordCost)
  const filesFolder = folder ?? join(tmpdir(), `voronka-files-${randomUUID()}`)
  const search = createSearchIndex(context, onError)
  const outside = { egress, allowedHosts, address: () => address.current, onError }
  const calls = createCalls(context, { ...outside, worker, live, search, members: people.membersStore })
  looks.add(() => void calls.look())
  const files = createFiles(db, context.fileRows, folderStorage(filesFolder), clock)
  const messengers = createMessengers({ ...outside, context, files, live })
  works = allConnectionWork({ ...outside, context, calls, messengers })
  const dialogueWork = createDialogueWork(context, worker, live)
  const operatorsWork = createOperatorsWork(context, worker, live, onError)
  looks.add(operatorsWork.look)
  const reminders = createTaskReminders(context, worker, live, onError)
  looks.add(reminders.look)
  const broadcasts = broadcastsStore(db)
  const runner = createBroadcastRunner({ ...context, broadcasts }, worker, search, live, onError)
  looks.add(runner.look)
  const allOfThem = options.senders ?? allSenders({ context, egress, allowedHosts }, messengers)
  const senders = faults ? allOfThem.map(faultySender(faults)) : allOfThem
  const outboxRunner = createOutboxRunner(context, { worker, live, senders }, onError)
  worker.onStart(() => void outboxRunner.start())
  looks.add(outboxRunner.look)
  const orderDesk = createOrderDesk(context, worker, live)
  const leadParts = { leads: leadsStore(db), leadNames: leadNames(db, context.orders.numbers), publicAddress }
  const mailer = createMailer(context, { egress, allowedHosts }, onError)
  looks.add(() => void mailer.look())
  const visitWork = createVisitWork(context, worker, live, mailer)
  worker.onTurn((turn) => {
    search.soon()
    tellPages(live, turn)
    for (const event of turn.live) live.publish(turn.project, event)
    if (turn.mails.size) void mailer.look()
    if (turn.outgoing) outboxRunner.look()
    if (turn.asked?.tasks.length) reminders.look()
  })
  return {
    ...context,
    ...people,
    worker,
    address,
    live,
    files,
    messengers,
    search,
    quickReplies: quickRepliesStore(db),
    dialogueWork,
    operatorsWork,
    broadcastsWork: createBroadcastsWork({ ...context, broadcasts }, { worker, runner, search, live }),
    tasksWork: createTasksWork(context, worker, live, reminders),
    listsWork: createListsWork(context, { worker, search, dialogueWork, live }),
    auditLog,
    calls,
    ...leadParts,
    leadsDesk: createLeadsDesk({ ...context, ...leadParts }, { worker, live, mailer }),
    publicKeys: createPublicKeys({ ...context, keys: publicKeyRows }),
    publicKeysStore: publicKeyRows,
    sweeper,
    egress,
    allowedHosts,
    projects: createProjects(context, {
      drafts,
      live,
      members: people.membersStore,
      crm: createCrmSetup(context, live, people.membersStore),
    }),
    outboxWork: createOutboxWork(context, { live, look: outboxRunner.look, target: targetsOf(context) }),
    webhooksWork: createWebhooksWork(context),
    chatLooks: createChatLooks(context),
    testChats: createTestChats(context, worker, live),
    pipelines: createPipelineDesk(context, live),
    orderDesk,
    board: createBoard(context, orderDesk.cards),
    orderViews: orderViews(db, context.orders.numbers),
    mailer,
    branchDesk: createBranchDesk(context, live),
    visitDesk: createVisitDesk(context, visitWork),
    bookingPages: createBookingPages(context, visitWork),
    paymentDesk: createPaymentDesk(context, worker, live),
    async close() {
      await sweeper.stop()
      looks.stop()
      operatorsWork.stop()
      reminders.stop()
      runner.stop()
      outboxRunner.stop()
      await connections.stop()
      await calls.stop()
      await worker.stop()
      await mailer.stop()
      await search.stop()
      await notices.close()
      await egress.close()
      await db.close()
      if (folder === undefined) await rm(filesFolder, { recursive: true, force: true })
    },
  }
}
